#include "core/definition/assistant_reader.hpp"

#include "core/definition/item_reader.hpp"

#include <algorithm>
#include <utility>

namespace pli::definition {

namespace {

/// A question leads somewhere by one of few answers; anything else belongs into the form.
bool can_be_asked(Control control) {
    return control == Control::Choice || control == Control::YesNo || control == Control::Notice;
}

/// Whether the form's item can take every answer to the question.
bool can_take(const Item& item, const Item& question) {
    const auto known = [&](const Option& option) {
        return std::any_of(item.options.begin(), item.options.end(),
                           [&](const Option& other) { return other.value == option.value; });
    };
    return item.control == question.control && !item.receiver_only &&
           std::all_of(question.options.begin(), question.options.end(), known);
}

class AssistantReader {
  public:
    AssistantReader(StrictObject& file, const Pack& pack, Library& library, Problems& problems)
        : file_(file), pack_(pack), problems_(problems), items_(library, problems) {}

    Assistant read();

  private:
    void read_questions();
    void read_outcomes();
    Outcome read_outcome(const Json& json, const std::string& place, bool last);
    void read_carried();
    void check_carried(StrictObject& carried, const std::string& question, const std::string& path);

    StrictObject& file_;
    const Pack& pack_;
    Problems& problems_;
    ItemReader items_;
    Assistant assistant_;
};

Assistant AssistantReader::read() {
    file_.text("kind");
    assistant_.id = file_.name("id");
    assistant_.title = file_.text("title");
    assistant_.source = file_.text("source");
    assistant_.intro = file_.text("intro");
    read_questions();
    read_outcomes();
    read_carried();
    return std::move(assistant_);
}

void AssistantReader::read_questions() {
    Step step;
    step.id = assistant_.id;
    step.title = assistant_.title;
    if (const Json* list = file_.array("questions")) step.items = items_.read(*list, file_.place_of("questions"), "");
    for (const Item& item : step.items)
        if (!can_be_asked(item.control)) problems_.report("bad-value", file_.place_of("questions"), item.path);
    assistant_.questions.id = assistant_.id;
    assistant_.questions.title = assistant_.title;
    assistant_.questions.steps.push_back(std::move(step));
}

void AssistantReader::read_outcomes() {
    const Json* outcomes = file_.array("outcomes");
    if (outcomes == nullptr) return;
    for (const Json& json : *outcomes) {
        const std::size_t index = assistant_.outcomes.size();
        const std::string place = pointer_to(file_.place_of("outcomes"), index);
        assistant_.outcomes.push_back(read_outcome(json, place, index + 1 == outcomes->size()));
    }
}

Outcome AssistantReader::read_outcome(const Json& json, const std::string& place, bool last) {
    StrictObject object(json, place, problems_);
    Outcome outcome;
    if (const Json* when = object.object("when", last ? Need::Optional : Need::Required))
        outcome.when = ConditionReader(items_.known(), problems_).read(*when, object.place_of("when"), "");
    if (last && object.has("when")) object.refuse("bad-value", "when", "when"); // something must always hold
    outcome.form = object.text("form", Need::Optional);
    if (!outcome.form.empty() && find_form(pack_, outcome.form) == nullptr)
        object.refuse("missing-file", "form", outcome.form);
    outcome.reason = object.text("reason");
    outcome.article = object.text("article");
    object.finish();
    return outcome;
}

void AssistantReader::read_carried() {
    const Json* json = file_.object("carry", Need::Optional);
    if (json == nullptr) return;
    StrictObject carried(*json, file_.place_of("carry"), problems_);
    for (const auto& [question, path] : *json->get_ptr<const Json::object_t*>()) {
        std::string target = carried.text(question);
        check_carried(carried, question, target);
        assistant_.carried.emplace(question, std::move(target));
    }
}

/// Every form that the assistant leads to must be able to take the answer.
void AssistantReader::check_carried(StrictObject& carried, const std::string& question, const std::string& path) {
    const Item* asked = find_item(assistant_.questions, question);
    if (asked == nullptr) {
        carried.refuse("unknown-field", question, question);
        return;
    }
    for (const Outcome& outcome : assistant_.outcomes) {
        const Form* form = find_form(pack_, outcome.form);
        const Item* item = form != nullptr ? find_item(*form, path) : nullptr;
        if (form != nullptr && item == nullptr) carried.refuse("unknown-field", question, path);
        if (item != nullptr && !can_take(*item, *asked)) carried.refuse("bad-value", question, path);
    }
}

} // namespace

Assistant read_assistant(StrictObject& file, const Pack& pack, Library& library, Problems& problems) {
    return AssistantReader(file, pack, library, problems).read();
}

} // namespace pli::definition
