// The forms that the register fills in: which answer comes from which of its columns.
#include "core/definition/register_names.hpp"
#include "core/definition/register_reader.hpp"
#include "core/definition/rows.hpp"
#include "core/definition/territory_reader.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace pli::definition {

namespace {

namespace names = register_names;

/// What a column gives: the control of the answers that can take it, and the values that it may have.
struct Source {
    Control control = Control::Text;
    std::vector<std::string> values;
};

std::vector<std::string> values_of(std::span<const std::string_view> values) { return {values.begin(), values.end()}; }

std::vector<std::string> values_of(const std::vector<RegisterWord>& words) {
    std::vector<std::string> values;
    values.reserve(words.size());
    for (const RegisterWord& word : words) values.push_back(word.value);
    return values;
}

bool is_of_register(std::string_view column) { return column == names::organisation || column == names::safir; }

bool has(const std::vector<std::string>& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

class RegisterFormReader {
  public:
    RegisterFormReader(const Json& json, const std::string& place, const Pack& pack, const RegisterWording& wording,
                       Problems& problems)
        : object_(json, place, problems), pack_(pack), wording_(wording), problems_(problems) {}

    /// `in_rows`: the form lists the persons.
    RegisterForm read(bool in_rows) {
        result_.id = object_.name("form");
        form_ = find_form(pack_, result_.id);
        if (form_ == nullptr && !result_.id.empty()) object_.refuse("missing-file", "form", result_.id);
        const Json* list = object_.array("answers");
        const Json* scope = in_rows ? object_.object("scope", Need::Optional) : nullptr;
        object_.finish();
        if (form_ == nullptr || list == nullptr) return std::move(result_);
        for (const Json& json : *list) read_answer(json);
        if (scope != nullptr) read_scope(*scope);
        if (!in_rows) refuse_lists();
        if (result_.rows.empty() == in_rows) object_.refuse("bad-value", "form", result_.id);
        return std::move(result_);
    }

  private:
    /// One document a person has no list: what it asks for is the same for all, or is of that person.
    void refuse_lists() {
        for_each_item(*form_, [&](const Item& item) {
            if (item.control == Control::Rows) object_.refuse("bad-value", "form", result_.id);
        });
    }

    void read_scope(const Json& json) {
        StrictObject scope(json, object_.place_of("scope"), problems_);
        result_.scope_path = scope.text("field");
        const Json* list = scope.array("of");
        scope.finish();
        const Item* item = find_item(*form_, result_.scope_path);
        if (item == nullptr || item->control != Control::Choice)
            return scope.refuse("unknown-field", "field", result_.scope_path);
        if (list == nullptr) return;
        for (const Json& one : *list) {
            StrictObject object(one, pointer_to(scope.place_of("of"), result_.scopes.size()), problems_);
            RegisterScope read{object.name("option"), {}};
            if (const Json* tools = object.array("tools")) read.tools = read_names(object, "tools", *tools);
            object.finish();
            if (!offers(*item, read.option)) object.refuse("bad-value", "option", read.option);
            const std::vector<std::string> known = values_of(wording_.tools);
            for (const std::string& tool : read.tools)
                if (!has(known, tool)) object.refuse("bad-value", "tools", tool);
            result_.scopes.push_back(std::move(read));
        }
    }

    void read_answer(const Json& json) {
        StrictObject object(json, pointer_to(object_.place_of("answers"), result_.answers.size()), problems_);
        RegisterAnswer answer;
        answer.path = object.text("field");
        answer.column = object.name("column");
        answer.is = object.name("is", Need::Optional);
        const Json* options = object.array("options", Need::Optional);
        const Source source = source_of(object, answer.column);
        const Item* item = find_item(*form_, answer.path);
        if (item == nullptr || !is_answer(item->control) || item->receiver_only) {
            object.refuse("unknown-field", "field", answer.path);
        } else {
            check_place(object, answer);
            if (options != nullptr) read_options(object, *options, source, answer);
            check_control(object, *item, source, answer);
        }
        object.finish();
        const bool known = std::any_of(result_.answers.begin(), result_.answers.end(),
                                       [&](const RegisterAnswer& other) { return other.path == answer.path; });
        if (known) object.refuse("duplicate-name", "field", answer.path);
        result_.answers.push_back(std::move(answer));
    }

    Source source_of(StrictObject& object, std::string_view column) const {
        if (is_of_register(column)) return {};
        if (column == names::birth || column == names::granted || column == names::last_use || column == names::day)
            return {Control::Date, {}};
        if (column == names::manager) return {Control::YesNo, values_of(names::yes_no)};
        if (column == names::status) return {Control::Choice, values_of(names::statuses)};
        if (column == names::state) return {Control::Choice, values_of(names::states)};
        if (column == names::reason) return {Control::Choice, values_of(names::reasons)};
        if (column == names::tools) return {Control::Multi, values_of(wording_.tools)};
        if (column == names::findings) return {Control::Multi, values_of(names::finding_names)};
        const auto& columns = names::columns;
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            object.refuse("bad-value", "column", column);
        return {};
    }

    /// What is of a person stands in the rows of one list, or nothing does; what is of the register never does.
    void check_place(StrictObject& object, const RegisterAnswer& answer) {
        const std::string in_row = std::string(".").append(any_row).append(".");
        const std::size_t at = answer.path.find(in_row);
        const std::string rows = at == std::string::npos ? std::string() : answer.path.substr(0, at);
        if (is_of_register(answer.column)) {
            if (!rows.empty()) object.refuse("bad-value", "field", answer.path);
            return;
        }
        if (has_person_ && rows != result_.rows) object.refuse("bad-value", "field", answer.path);
        has_person_ = true;
        result_.rows = rows;
    }

    void read_options(StrictObject& object, const Json& list, const Source& source, RegisterAnswer& answer) {
        for (const Json& json : list) {
            StrictObject pair(json, pointer_to(object.place_of("options"), answer.options.size()), problems_);
            const std::string value = pair.name("value");
            std::string option = pair.name("option");
            pair.finish();
            if (!has(source.values, value)) pair.refuse("bad-value", "value", value);
            if (!answer.options.emplace(value, std::move(option)).second) pair.refuse("duplicate-name", "value", value);
        }
    }

    static bool offers(const Item& item, std::string_view value) {
        return std::any_of(item.options.begin(), item.options.end(),
                           [value](const Option& option) { return option.value == value && !option.unavailable; });
    }

    static void check_control(StrictObject& object, const Item& item, const Source& source,
                              const RegisterAnswer& answer) {
        const bool ticks = item.control == Control::Tick;
        if (ticks ? source.control != Control::Choice : source.control != item.control)
            return object.refuse("bad-value", "field", answer.path);
        if (ticks != !answer.is.empty() || (ticks && !has(source.values, answer.is)))
            return object.refuse("bad-value", "is", answer.is);
        if (ticks || source.values.empty()) return;
        for (const auto& [value, option] : answer.options)
            if (!offers(item, option)) object.refuse("bad-value", "options", option);
        if (!answer.options.empty() && answer.column != names::tools) return; // the others stay unanswered
        for (const std::string& value : source.values) {
            const auto named = answer.options.find(value);
            if (!offers(item, named == answer.options.end() ? value : named->second))
                object.refuse("missing-member", "options", value);
        }
    }

    StrictObject object_;
    const Pack& pack_;
    const RegisterWording& wording_;
    Problems& problems_;
    const Form* form_ = nullptr;
    RegisterForm result_;
    bool has_person_ = false;
};

} // namespace

void read_register_forms(StrictObject& file, const Pack& pack, Problems& problems, RegisterWording& wording) {
    const Json* json = file.object("forms", Need::Optional);
    if (json == nullptr) return;
    StrictObject forms(*json, file.place_of("forms"), problems);
    const auto read = [&](std::string_view name, bool in_rows, RegisterForm& form) {
        if (const Json* one = forms.object(name, Need::Optional))
            form = RegisterFormReader(*one, forms.place_of(name), pack, wording, problems).read(in_rows);
    };
    read("yearly", true, wording.yearly);
    read("grant", false, wording.grant);
    read("withdrawal", false, wording.withdrawal);
    forms.finish();
}

} // namespace pli::definition
