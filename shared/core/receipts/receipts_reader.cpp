#include "core/base/json.hpp"
#include "core/definition/strict_object.hpp"
#include "core/receipts/receipt_names.hpp"
#include "core/receipts/receipts_file.hpp"
#include "core/receipts/rules.hpp"

#include <functional>
#include <utility>

namespace pli {

namespace {

namespace names = receipt_names;
using definition::Need;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view one_family = "pli/recu/";
constexpr std::string_view many_family = "pli/recus/";

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

    /// Only `true` is written, never `false`.
    static bool flag(StrictObject& object, std::string_view name) { return object.flag(name, false); }

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
    const auto read_one = [this](const Json& one, const std::string& place) {
        StrictObject object(one, place, problems_);
        return read_receipt(object);
    };
    const Json* list = root.list(names::receipts);
    root.finish();
    content_.all = root.elements(list, names::receipts, receipt_limits::receipts, read_one);
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
    receipt.sealed = object.day(names::sealed);
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
        problems_.report_value(object.place_of(names::locks), names::locks, "choice.unknown");
    receipt.signing_key = object.text(names::signing_key, Need::Optional);
}

void ReceiptsReader::read_lists(StrictObject& object, Receipt& receipt) {
    const auto list = [&object](std::string_view name, std::size_t max, const auto& read) {
        return object.elements(object.array(name, Need::Optional), name, max, read);
    };
    constexpr std::size_t most = receipt_limits::list;
    receipt.recipients =
        list(names::recipients, receipt_limits::recipients, std::bind_front(&ReceiptsReader::read_recipient, this));
    receipt.advice = object.texts(names::advice, most);
    receipt.deadlines = list(names::deadlines, most, std::bind_front(&ReceiptsReader::read_deadline, this));
    receipt.destructions = list(names::destructions, most, std::bind_front(&ReceiptsReader::read_destruction, this));
}

void ReceiptsReader::read_progress(StrictObject& object, Receipt& receipt) {
    receipt.delivered = object.optional_day(names::delivered);
    if (const Json* json = object.object(names::answer, Need::Optional)) {
        StrictObject answer(*json, object.place_of(names::answer), problems_);
        receipt.answer = ReceivedAnswer{answer.day(names::day), answer.text(names::document, Need::Optional)};
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
    deadline.opens = object.optional_day(names::opens);
    deadline.due = object.day(names::day);
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
    destruction.day = object.optional_day(names::day);
    object.finish();
    return destruction;
}

} // namespace

ReceiptsReading read_receipts(std::string_view text) { return ReceiptsReader().read(text); }

} // namespace pli
