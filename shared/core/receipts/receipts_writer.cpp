#include "core/base/json_members.hpp"
#include "core/receipts/receipt_names.hpp"
#include "core/receipts/receipts_file.hpp"

#include <utility>

namespace pli {

namespace {

namespace names = receipt_names;

void add_flag(Json& json, std::string_view name, bool is_so) {
    if (is_so) json[std::string(name)] = true;
}

Json recipient_to_json(const ReceiptRecipient& recipient) {
    Json json = Json::object();
    add_member(json, names::role, recipient.role);
    add_member(json, names::name, recipient.name);
    add_member(json, names::fingerprint, recipient.fingerprint);
    return json;
}

Json deadline_to_json(const ReceiptDeadline& deadline) {
    Json json = Json::object();
    add_member(json, names::id, deadline.id);
    add_member(json, names::label, deadline.label);
    add_member(json, names::rule, deadline.rule);
    add_member(json, names::opens, deadline.opens);
    add_member(json, names::day, deadline.due);
    add_flag(json, names::begins, deadline.begins);
    add_flag(json, names::is_answer, deadline.answer);
    return json;
}

Json destruction_to_json(const Destruction& destruction) {
    Json json = Json::object();
    add_member(json, names::id, destruction.id);
    add_member(json, names::rule, destruction.rule);
    add_member(json, names::day, destruction.day);
    return json;
}

Json answer_to_json(const ReceivedAnswer& answer) {
    Json json = Json::object();
    add_member(json, names::day, answer.day);
    add_member(json, names::document, answer.document_id);
    return json;
}

void add_progress(Json& json, const Receipt& receipt) {
    add_member(json, names::delivered, receipt.delivered);
    if (receipt.answer) add_member(json, names::answer, answer_to_json(*receipt.answer));
    add_member(json, names::replaced_by, receipt.replaced_by);
}

Json receipt_to_json(const Receipt& receipt) {
    const bool by_keys = receipt.locks == Receipt::Locks::Keys;
    Json form = Json::object();
    add_member(form, names::id, receipt.form);
    form[std::string(names::version)] = receipt.form_version;
    Json file = Json::object();
    add_member(file, names::name, receipt.file_name);
    add_member(file, names::sha256, receipt.file_sha256);
    Json json = Json::object();
    add_member(json, names::document, receipt.document_id);
    add_member(json, names::sealed, receipt.sealed);
    add_member(json, names::form, std::move(form));
    add_member(json, names::territory, receipt.territory);
    add_member(json, names::replaces, receipt.replaces);
    add_member(json, names::file, std::move(file));
    add_member(json, names::fiche, receipt.fiche_sha256);
    add_member(json, names::locks, std::string(by_keys ? names::keys : names::passphrase));
    add_member(json, names::recipients, list_of(receipt.recipients, recipient_to_json));
    add_member(json, names::signing_key, receipt.signing_key);
    add_member(json, names::advice, Json(receipt.advice));
    add_member(json, names::deadlines, list_of(receipt.deadlines, deadline_to_json));
    add_member(json, names::destructions, list_of(receipt.destructions, destruction_to_json));
    add_progress(json, receipt);
    return json;
}

} // namespace

Result<std::string> write_receipt(const Receipt& receipt) {
    Json json = receipt_to_json(receipt);
    add_member(json, names::format, std::string(receipt_format));
    return canonical_json(json);
}

Result<std::string> write_receipts(const Receipts& receipts) {
    Json json = Json::object();
    add_member(json, names::format, std::string(receipts_format));
    json[std::string(names::receipts)] = list_of(receipts.all, receipt_to_json);
    return canonical_json(json);
}

} // namespace pli
