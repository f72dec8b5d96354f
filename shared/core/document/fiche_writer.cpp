#include "core/document/fiche.hpp"

#include "core/base/json.hpp"
#include "core/definition/formats.hpp"
#include "core/state/rows.hpp"
#include "core/validation/routing.hpp"
#include "core/validation/values.hpp"

#include <algorithm>
#include <charconv>

namespace pli {

namespace {

/// The first member of the envelope that is not as it should be, or nothing.
std::string_view wrong_member(const Envelope& envelope) {
    if (!is_hex(envelope.document_id, 32)) return "document_id";
    if (!is_hex(envelope.salt, 32)) return "salt";
    if (!is_real_day(envelope.created)) return "created";
    if (!is_hex(envelope.pack_sha256, 64)) return "pack_sha256";
    if (!envelope.replaces.empty() && !is_hex(envelope.replaces, 32)) return "replaces";
    if (!envelope.signing_key.empty() && !is_verifying_key(envelope.signing_key)) return "signing_key";
    const auto keyed = [](const Addressee& one) { return is_recipient(one.recipient) && is_hex(one.fingerprint, 64); };
    const auto keyless = [](const Addressee& one) {
        return one.recipient.empty() && one.fingerprint.empty() && is_name(one.role);
    };
    const std::vector<Addressee>& all = envelope.addressees;
    const bool good = std::all_of(all.begin(), all.end(), keyed) || std::all_of(all.begin(), all.end(), keyless);
    return good ? std::string_view() : "addressees";
}

/// The member of an object, made as needed, or the row of a list, which was made with all its rows.
Json& slot_in(Json& around, std::string_view segment) {
    if (!around.is_array()) return around[std::string(segment)];
    std::size_t row = 0;
    std::from_chars(segment.data(), segment.data() + segment.size(), row);
    return around[row];
}

/// The place of a path in nested objects and lists: "utilisateurs.0.nom" is root["utilisateurs"][0]["nom"].
Json& slot_at(Json& root, std::string_view path) {
    Json* slot = &root;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
        slot = &slot_in(*slot, path.substr(0, dot));
        path.remove_prefix(dot + 1);
    }
    return slot_in(*slot, path);
}

/// The ticked values in the order of the options, whatever order they were ticked in.
Json ticked_values(const Item& item, const std::vector<std::string>& ticked) {
    Json values = Json::array();
    for (const Option& option : item.options)
        if (std::find(ticked.begin(), ticked.end(), option.value) != ticked.end()) values.push_back(option.value);
    return values;
}

/// The canonical value of a valid answer.
Json canonical_value(const Item& item, const Answers& answers, const Date& created) {
    const std::string& typed = answers.text(item.path);
    switch (item.control) {
    case Control::Text:
        if (const auto text = text_value(item, typed)) return text.value();
        break;
    case Control::Date:
        if (const auto day = day_value(item, typed, created)) return iso_date(day.value());
        break;
    case Control::Count:
        if (const auto count = count_value(item, typed)) return count.value();
        break;
    case Control::Choice:
        return typed;
    case Control::YesNo:
        return typed == "oui";
    case Control::Tick:
        return true;
    case Control::Multi:
        return ticked_values(item, answers.list(item.path));
    case Control::Signature:
    case Control::Group:
    case Control::Composite:
    case Control::Rows:
    case Control::Notice:
        break;
    }
    return nullptr;
}

Json reponses(const Form& form, const Answers& answers, const Date& created) {
    Json json = Json::object();
    for_each_item(form, answers, [&](const Item& item) {
        if (item.control == Control::Rows && answers.row_count(item.path) > 0)
            slot_at(json, item.path) = Json(answers.row_count(item.path), Json::object());
        if (item.capture_only || item.control == Control::Signature || !answers.has(item.path)) return;
        slot_at(json, item.path) = canonical_value(item, answers, created);
    });
    return json;
}

Json destinataires(const std::vector<Addressee>& addressees) {
    Json json = Json::array();
    for (const Addressee& one : addressees) {
        Json entry = Json::object();
        if (!one.recipient.empty()) entry = {{"cle", one.recipient}, {"empreinte", one.fingerprint}};
        if (!one.role.empty()) entry["role"] = one.role;
        json.push_back(std::move(entry));
    }
    return json;
}

Json emetteur(const Envelope& envelope, const Form& form, const Answers& answers) {
    const std::string& role = envelope.sender_role;
    Json json = {{"role", role}};
    if (!envelope.signing_key.empty()) json["cle"] = envelope.signing_key;
    const Item* item = structure_of(form, role);
    if (item == nullptr || !answers.has(item->path)) return json;
    if (const auto structure = text_value(*item, answers.text(item->path))) json["structure"] = structure.value();
    return json;
}

Error routing_error(const RoutingFault& fault) {
    Params params = fault.params;
    params["code"] = fault.code;
    return {"document.routing", fault.code == "route.sender" ? "sender_role" : "addressees", std::move(params)};
}

} // namespace

std::vector<std::string> roles_of(const std::vector<Addressee>& addressees) {
    std::vector<std::string> roles;
    roles.reserve(addressees.size());
    for (const Addressee& one : addressees) roles.push_back(one.role);
    return roles;
}

Json deadlines_to_json(const std::vector<Deadline>& deadlines) {
    Json json = Json::array();
    for (const Deadline& deadline : deadlines) {
        Json& entry = json.emplace_back(Json{{"id", deadline.id}, {"jour", iso_date(deadline.due)}});
        if (deadline.opens) entry["debut"] = iso_date(*deadline.opens);
    }
    return json;
}

Result<std::string> build_fiche(const Territory& territory, const Form& form, const Answers& answers,
                                const Envelope& envelope) {
    if (!offers(territory, form.id)) return Error{"document.territory", "", {{"name", territory.id}}};
    if (const std::string_view wrong = wrong_member(envelope); !wrong.empty())
        return Error{"document.envelope", std::string(wrong), {}};
    for (const Fault& fault : check_form(form, answers, envelope.created))
        if (fault.severity == Severity::Fault) return Error{"document.invalid", fault.path, {{"code", fault.code}}};
    const std::vector<RoutingFault> misrouted =
        check_routing(territory, form, envelope.sender_role, roles_of(envelope.addressees));
    if (!misrouted.empty()) return routing_error(misrouted.front());

    const Answers visible = visible_answers(form, answers);
    Json json = {
        {"format", fiche_format},
        {"formulaire", {{"id", form.id}, {"version", form.version}}},
        {"pack", {{"id", territory.id}, {"version", territory.version}, {"sha256", envelope.pack_sha256}}},
        {"document", {{"id", envelope.document_id}, {"sel", envelope.salt}, {"cree", iso_date(envelope.created)}}},
        {"emetteur", emetteur(envelope, form, visible)},
        {"destinataires", destinataires(envelope.addressees)},
        {"reponses", reponses(form, visible, envelope.created)},
    };
    if (visible.signature.mode != Signature::Mode::None) json["signature"] = signature_to_json(visible.signature);
    if (Json deadlines = deadlines_to_json(deadlines_of(form, visible, envelope.created)); !deadlines.empty())
        json["echeances"] = std::move(deadlines);
    if (!envelope.replaces.empty()) json["remplace"] = envelope.replaces;
    if (envelope.has_seven_zip) json["copie"] = seven_zip_copy;
    return canonical_json(json);
}

} // namespace pli
