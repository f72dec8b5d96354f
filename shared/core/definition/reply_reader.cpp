#include "core/definition/reply_reader.hpp"

#include <algorithm>
#include <cstddef>

namespace pli::definition {

namespace {

/// Paths of answers or of the groups and composites around them, each once.
std::vector<std::string> read_quoted(StrictObject& reply, const Json& list) {
    std::vector<std::string> paths;
    for (const Json& json : list) {
        const auto* text = json.get_ptr<const std::string*>();
        if (text == nullptr) {
            reply.refuse("wrong-type", "quoted", "quoted");
        } else if (std::find(paths.begin(), paths.end(), *text) != paths.end()) {
            reply.refuse("duplicate-name", "quoted", *text);
        } else {
            paths.push_back(*text);
        }
    }
    return paths;
}

bool is_of_the_sender(const Form& form, const std::string& path) {
    const std::vector<const Item*> chain = chain_to(form, path);
    return !chain.empty() && std::none_of(chain.begin(), chain.end(), [](const Item* item) {
        return item->receiver_only || item->capture_only || item->control == Control::Rows;
    });
}

/// Whether what is answered here can be an answer there.
bool can_take(const Item& target, const Item& source) {
    const auto known = [&](const Option& option) {
        return std::any_of(target.options.begin(), target.options.end(),
                           [&](const Option& other) { return other.value == option.value; });
    };
    return is_answer(source.control) && source.control != Control::Signature && target.control == source.control &&
           target.kind == source.kind && std::all_of(source.options.begin(), source.options.end(), known);
}

/// Judges one form's reply against the form that it names.
class ReplyJudge {
  public:
    ReplyJudge(const Form& form, const std::string& place, Problems& problems)
        : form_(form), place_(pointer_to(place, "reply")), problems_(problems) {}

    void judge(const Form& reply) {
        if (!reply.reply.form.empty()) report("bad-value", "form", reply.id); // an answer is not answered
        for (const std::string& path : form_.reply.quoted)
            if (!is_of_the_sender(form_, path)) report("unknown-field", "quoted", path);
        for (const auto& [from, to] : form_.reply.carried) judge_carried(reply, from, to);
    }

    void report(std::string_view reason, std::string_view name, std::string_view offender) {
        problems_.report(reason, pointer_to(place_, name), offender);
    }

  private:
    void judge_carried(const Form& reply, const std::string& from, const std::string& to) {
        const Item* source = is_of_the_sender(form_, from) ? find_item(form_, from) : nullptr;
        const Item* target = is_of_the_sender(reply, to) ? find_item(reply, to) : nullptr;
        const std::string place = pointer_to(pointer_to(place_, "carry"), from);
        if (source == nullptr) return problems_.report("unknown-field", place, from);
        if (target == nullptr) return problems_.report("unknown-field", place, to);
        if (!can_take(*target, *source)) problems_.report("bad-value", place, to);
    }

    const Form& form_;
    std::string place_;
    Problems& problems_;
};

} // namespace

ReplyRule read_reply(StrictObject& form_file, const KnownAnswers& known, Problems& problems) {
    ReplyRule rule;
    const Json* json = form_file.object("reply", Need::Optional);
    if (json == nullptr) return rule;
    StrictObject reply(*json, form_file.place_of("reply"), problems);
    rule.form = reply.name("form");
    rule.heading = reply.text("heading");
    if (const Json* when = reply.object("when", Need::Optional))
        rule.when = ConditionReader(known, problems).read(*when, reply.place_of("when"), "");
    if (const Json* quoted = reply.array("quoted")) rule.quoted = read_quoted(reply, *quoted);
    if (const Json* carry = reply.object("carry", Need::Optional)) {
        StrictObject carried(*carry, reply.place_of("carry"), problems);
        for (const auto& [from, to] : *carry->get_ptr<const Json::object_t*>())
            rule.carried.emplace(from, carried.text(from));
    }
    reply.finish();
    return rule;
}

void join_replies(std::vector<Form>& forms, const std::vector<std::string>& places, Problems& problems) {
    for (std::size_t n = 0; n < forms.size(); ++n) {
        const Form& form = forms[n];
        if (form.reply.form.empty()) continue;
        ReplyJudge judge(form, places[n], problems);
        const auto reply =
            std::find_if(forms.begin(), forms.end(), [&](const Form& other) { return other.id == form.reply.form; });
        if (reply == forms.end()) {
            judge.report("missing-file", "form", form.reply.form);
            continue;
        }
        judge.judge(*reply);
        reply->replies_to.push_back(form.id);
    }
}

} // namespace pli::definition
