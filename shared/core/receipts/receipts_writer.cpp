#include "core/base/json.hpp"
#include "core/receipts/receipt_names.hpp"
#include "core/receipts/receipts_file.hpp"

#include <utility>

namespace pli {

namespace {

namespace names = receipt_names;

void add(Json& json, std::string_view name, const std::string& text) {
    if (!text.empty()) json[std::string(name)] = text;
}

void add(Json& json, std::string_view name, const std::optional<Date>& day) {
    if (day) json[std::string(name)] = iso_date(*day);
}

void add(Json& json, std::string_view name, Json value) {
    if (!value.empty()) json[std::string(name)] = std::move(value);
}

void add_flag(Json& json, std::string_view name, bool is_so) {
    if (is_so) json[std::string(name)] = true;
}

/// The elements of a list, each written by `write`.
template <class Element> Json list_of(const std::vector<Element>& elements, Json (*write)(const Element&)) {
    Json list = Json::array();
    for (const Element& one : elements) list.push_back(write(one));
    return list;
}

Json recipient_to_json(const ReceiptRecipient& recipient) {
    Json json = Json::object();
    add(json, names::role, recipient.role);
    add(json, names::name, recipient.name);
    add(json, names::fingerprint, recipient.fingerprint);
    return json;
}

Json deadline_to_json(const ReceiptDeadline& deadline) {
    Json json = Json::object();
    add(json, names::id, deadline.id);
    add(json, names::label, deadline.label);
    add(json, names::rule, deadline.rule);
    add(json, names::opens, deadline.opens);
    add(json, names::day, std::optional(deadline.due));
    add_flag(json, names::begins, deadline.begins);
    add_flag(json, names::is_answer, deadline.answer);
    return json;
}

Json destruction_to_json(const Destruction& destruction) {
    Json json = Json::object();
    add(json, names::id, destruction.id);
    add(json, names::rule, destruction.rule);
    add(json, names::day, destruction.day);
    return json;
}

Json answer_to_json(const ReceivedAnswer& answer) {
    Json json = Json::object();
    add(json, names::day, std::optional(answer.day));
    add(json, names::document, answer.document_id);
    return json;
}

void add_progress(Json& json, const Receipt& receipt) {
    add(json, names::delivered, receipt.delivered);
    if (receipt.answer) add(json, names::answer, answer_to_json(*receipt.answer));
    add(json, names::replaced_by, receipt.replaced_by);
}

Json receipt_to_json(const Receipt& receipt) {
    const bool by_keys = receipt.locks == Receipt::Locks::Keys;
    Json form = Json::object();
    add(form, names::id, receipt.form);
    form[std::string(names::version)] = receipt.form_version;
    Json file = Json::object();
    add(file, names::name, receipt.file_name);
    add(file, names::sha256, receipt.file_sha256);
    Json json = Json::object();
    add(json, names::document, receipt.document_id);
    add(json, names::sealed, std::optional(receipt.sealed));
    add(json, names::form, std::move(form));
    add(json, names::territory, receipt.territory);
    add(json, names::replaces, receipt.replaces);
    add(json, names::file, std::move(file));
    add(json, names::fiche, receipt.fiche_sha256);
    add(json, names::locks, std::string(by_keys ? names::keys : names::passphrase));
    add(json, names::recipients, list_of(receipt.recipients, recipient_to_json));
    add(json, names::signing_key, receipt.signing_key);
    add(json, names::advice, Json(receipt.advice));
    add(json, names::deadlines, list_of(receipt.deadlines, deadline_to_json));
    add(json, names::destructions, list_of(receipt.destructions, destruction_to_json));
    add_progress(json, receipt);
    return json;
}

} // namespace

Result<std::string> write_receipt(const Receipt& receipt) {
    Json json = receipt_to_json(receipt);
    add(json, names::format, std::string(receipt_format));
    return canonical_json(json);
}

Result<std::string> write_receipts(const Receipts& receipts) {
    Json json = Json::object();
    add(json, names::format, std::string(receipts_format));
    json[std::string(names::receipts)] = list_of(receipts.all, receipt_to_json);
    return canonical_json(json);
}

} // namespace pli
