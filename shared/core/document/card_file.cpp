#include "core/document/card_file.hpp"

#include "core/definition/strict_object.hpp"
#include "core/identifiers/kind.hpp"
#include "core/validation/faults.hpp"
#include "core/validation/values.hpp"

namespace pli {

namespace {

using definition::Need;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view member_of_answers = "carte";

Error refused(std::string place, const Item& item, const std::string& code) {
    return {"card.value", std::move(place), {{"name", item.name}, {"code", code}}};
}

void read_field(StrictObject& file, const Item& item, Answers& answers, Problems& problems) {
    const std::string typed = file.text(item.path, item.required ? Need::Required : Need::Optional);
    if (typed.empty()) return;
    const Result<std::string> value = text_value(item, typed);
    const Kind* kind = find_kind(item.kind);
    if (!value || kind == nullptr)
        problems.report(refused(file.place_of(item.path), item, value ? "value" : value.error().code));
    else
        answers.set(item.path, kind->show(value.value()));
}

} // namespace

Result<std::string> write_card(const Card& card, const Answers& answers, const Date& today) {
    for (const Fault& fault : check_form(card.fields, answers, today)) {
        const Item* item = find_item(card.fields, fault.path);
        if (fault.severity == Severity::Fault && item != nullptr) return refused(fault.path, *item, fault.code);
    }
    Json fields = Json::object();
    for_each_item(card.fields, [&](const Item& item) {
        if (item.control != Control::Text || !is_answered(answers, item)) return;
        if (const auto value = text_value(item, answers.text(item.path))) fields[item.path] = value.value();
    });
    return canonical_json({{"format", card_format}, {std::string(member_of_answers), fields}});
}

Result<Answers> read_card(const Card& card, std::string_view json, const Date& today) {
    const Result<Json> parsed = parse_json(json, {.max_bytes = max_card, .max_depth = 4});
    if (!parsed) return parsed.error();
    if (text_member_or(parsed.value(), "format", "") != card_format) return Error{"card.format", "", {}};

    Problems problems("card");
    Answers answers;
    StrictObject root(parsed.value(), "", problems);
    root.text("format");
    if (const Json* fields = root.object(member_of_answers)) {
        StrictObject file(*fields, root.place_of(member_of_answers), problems);
        for_each_item(card.fields, [&](const Item& item) {
            if (item.control == Control::Text) read_field(file, item, answers, problems);
        });
        file.finish();
    }
    root.finish();
    if (problems.found()) return problems.first();
    for (const Fault& fault : check_form(card.fields, answers, today)) {
        const Item* item = find_item(card.fields, fault.path);
        if (fault.severity == Severity::Fault && item != nullptr)
            return refused("/" + std::string(member_of_answers) + "/" + fault.path, *item, fault.code);
    }
    return answers;
}

} // namespace pli
