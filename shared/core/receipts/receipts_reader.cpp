#include "core/base/json.hpp"
#include "core/definition/strict_object.hpp"
#include "core/receipts/receipt_names.hpp"
#include "core/receipts/receipts_file.hpp"
#include "core/receipts/rules.hpp"

#include <utility>

namespace pli {

namespace {

namespace names = receipt_names;
using definition::Need;
using definition::pointer_to;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view one_family = "pli/recu/";
constexpr std::string_view many_family = "pli/recus/";
constexpr Date unreadable_day{1, 1, 1}; ///< stands for a day that was refused

class ReceiptsReader {
  public:
    ReceiptsReading read(std::string_view text);

  private:
    void read_register(const Json& json);
    Receipt read_receipt(StrictObject& object);
    void read_facts(StrictObject& object, Receipt& receipt);
    void read_lists(StrictObject& object, Receipt& receipt);
    void read_progress(StrictObject& object, Receipt& receipt);
    ReceiptRecipient read_recipient(const Json& json, const std::string& place);
    ReceiptDeadline read_deadline(const Json& json, const std::string& place);
    Destruction read_destruction(const Json& json, const std::string& place);
    std::string read_advice(const Json& json, const std::string& place);

    /// The elements of a list, each read by `read(element, place)`; `max` of them at most.
    template <class Element>
    std::vector<Element> elements(StrictObject& object, std::string_view name, std::size_t max,
                                  Element (ReceiptsReader::*read_one)(const Json&, const std::string&));
    bool within(const Json& list, std::size_t max, std::string_view name, const std::string& place);

    /// Only `true` is written, never `false`.
    bool flag(StrictObject& object, std::string_view name) { return object.flag(name, false); }
    Date day(StrictObject& object, std::string_view name);
    std::optional<Date> optional_day(StrictObject& object, std::string_view name);

    Problems problems_{"receipts"};
    Receipts content_;
};

Error wrong_format(const std::string& format) {
    if (format.starts_with(one_family) || format.starts_with(many_family))
        return {"receipts.other-version", "", {{"format", format}}};
    return {"receipts.format", "", {}};
}

ReceiptsReading ReceiptsReader::read(std::string_view text) {
    const Result<Json> json = parse_json(text, {receipt_limits::bytes, JsonLimits{}.max_depth});
    if (!json) return {{}, {json.error()}};
    const std::string format = text_member_or(json.value(), names::format, "");
    const bool is_one = format == receipt_format;
    if (!is_one && format != receipts_format) return {{}, {wrong_format(format)}};
    if (is_one) {
        StrictObject root(json.value(), "", problems_);
        root.text(names::format);
        content_.all.push_back(read_receipt(root));
    } else {
        read_register(json.value());
    }
    std::vector<Error> faults = problems_.found() ? problems_.all() : check_receipts(content_);
    if (faults.empty()) {
        const Result<std::string> canonical = is_one ? write_receipt(content_.all.front()) : write_receipts(content_);
        if (!canonical || canonical.value() != text) faults.push_back({"receipts.not-canonical", "", {}});
    }
    return {std::move(content_), std::move(faults)};
}

void ReceiptsReader::read_register(const Json& json) {
    StrictObject root(json, "", problems_);
    root.text(names::format);
    const Json* list = root.list(names::receipts);
    root.finish();
    const std::string place = root.place_of(names::receipts);
    if (list == nullptr || !within(*list, receipt_limits::receipts, names::receipts, place)) return;
    content_.all.reserve(list->size());
    for (const Json& one : *list) {
        StrictObject object(one, pointer_to(place, content_.all.size()), problems_);
        content_.all.push_back(read_receipt(object));
    }
}

Receipt ReceiptsReader::read_receipt(StrictObject& object) {
    Receipt receipt;
    read_facts(object, receipt);
    read_lists(object, receipt);
    read_progress(object, receipt);
    object.finish();
    return receipt;
}

void ReceiptsReader::read_facts(StrictObject& object, Receipt& receipt) {
    receipt.document_id = object.text(names::document);
    receipt.sealed = day(object, names::sealed);
    if (const Json* json = object.object(names::form)) {
        StrictObject form(*json, object.place_of(names::form), problems_);
        receipt.form = form.text(names::id);
        receipt.form_version = form.integer(names::version);
        form.finish();
    }
    receipt.territory = object.text(names::territory);
    receipt.replaces = object.text(names::replaces, Need::Optional);
    if (const Json* json = object.object(names::file)) {
        StrictObject file(*json, object.place_of(names::file), problems_);
        receipt.file_name = file.text(names::name);
        receipt.file_sha256 = file.text(names::sha256);
        file.finish();
    }
    receipt.fiche_sha256 = object.text(names::fiche);
    const std::string locks = object.text(names::locks);
    receipt.locks = locks == names::passphrase ? Receipt::Locks::Passphrase : Receipt::Locks::Keys;
    if (!locks.empty() && locks != names::passphrase && locks != names::keys)
        problems_.report({"receipts.bad-value",
                          object.place_of(names::locks),
                          {{"name", std::string(names::locks)}, {"code", "choice.unknown"}}});
    receipt.signing_key = object.text(names::signing_key, Need::Optional);
}

void ReceiptsReader::read_lists(StrictObject& object, Receipt& receipt) {
    constexpr std::size_t most = receipt_limits::list;
    receipt.recipients =
        elements(object, names::recipients, receipt_limits::recipients, &ReceiptsReader::read_recipient);
    receipt.advice = elements(object, names::advice, most, &ReceiptsReader::read_advice);
    receipt.deadlines = elements(object, names::deadlines, most, &ReceiptsReader::read_deadline);
    receipt.destructions = elements(object, names::destructions, most, &ReceiptsReader::read_destruction);
}

void ReceiptsReader::read_progress(StrictObject& object, Receipt& receipt) {
    receipt.delivered = optional_day(object, names::delivered);
    if (const Json* json = object.object(names::answer, Need::Optional)) {
        StrictObject answer(*json, object.place_of(names::answer), problems_);
        receipt.answer = ReceivedAnswer{day(answer, names::day), answer.text(names::document, Need::Optional)};
        answer.finish();
    }
    receipt.replaced_by = object.text(names::replaced_by, Need::Optional);
}

ReceiptRecipient ReceiptsReader::read_recipient(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    ReceiptRecipient recipient;
    recipient.role = object.text(names::role, Need::Optional);
    recipient.name = object.text(names::name, Need::Optional);
    recipient.fingerprint = object.text(names::fingerprint, Need::Optional);
    object.finish();
    return recipient;
}

ReceiptDeadline ReceiptsReader::read_deadline(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    ReceiptDeadline deadline;
    deadline.id = object.text(names::id);
    deadline.label = object.text(names::label);
    deadline.rule = object.text(names::rule);
    deadline.opens = optional_day(object, names::opens);
    deadline.due = day(object, names::day);
    deadline.begins = flag(object, names::begins);
    deadline.answer = flag(object, names::is_answer);
    object.finish();
    return deadline;
}

Destruction ReceiptsReader::read_destruction(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    Destruction destruction;
    destruction.id = object.text(names::id);
    destruction.rule = object.text(names::rule);
    destruction.day = optional_day(object, names::day);
    object.finish();
    return destruction;
}

std::string ReceiptsReader::read_advice(const Json& json, const std::string& place) {
    const auto* text = json.get_ptr<const std::string*>();
    if (text == nullptr) problems_.report("wrong-type", place, names::advice);
    return text == nullptr ? std::string() : *text;
}

template <class Element>
std::vector<Element> ReceiptsReader::elements(StrictObject& object, std::string_view name, std::size_t max,
                                              Element (ReceiptsReader::*read_one)(const Json&, const std::string&)) {
    std::vector<Element> elements;
    const Json* list = object.array(name, Need::Optional);
    const std::string place = object.place_of(name);
    if (list == nullptr || !within(*list, max, name, place)) return elements;
    elements.reserve(list->size());
    for (const Json& json : *list) elements.push_back((this->*read_one)(json, pointer_to(place, elements.size())));
    return elements;
}

bool ReceiptsReader::within(const Json& list, std::size_t max, std::string_view name, const std::string& place) {
    if (list.size() <= max) return true;
    problems_.report({"receipts.too-many", place, {{"name", std::string(name)}, {"max", std::to_string(max)}}});
    return false;
}

Date ReceiptsReader::day(StrictObject& object, std::string_view name) {
    const std::string text = object.text(name);
    const Result<Date> day = parse_iso_date(text);
    if (day) return day.value();
    if (!text.empty())
        problems_.report(
            {"receipts.bad-value", object.place_of(name), {{"name", std::string(name)}, {"code", day.error().code}}});
    return unreadable_day;
}

std::optional<Date> ReceiptsReader::optional_day(StrictObject& object, std::string_view name) {
    object.text(name, Need::Optional);
    if (!object.has(name)) return std::nullopt;
    return day(object, name);
}

} // namespace

ReceiptsReading read_receipts(std::string_view text) { return ReceiptsReader().read(text); }

} // namespace pli
