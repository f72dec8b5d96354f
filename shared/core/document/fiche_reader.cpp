#include "core/document/fiche.hpp"

#include "core/base/json.hpp"
#include "core/base/text.hpp"
#include "core/definition/formats.hpp"
#include "core/definition/strict_object.hpp"
#include "core/identifiers/kind.hpp"
#include "core/state/rows.hpp"
#include "core/validation/routing.hpp"
#include "core/validation/values.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pli {

namespace {

using definition::Need;
using definition::pointer_to;
using definition::Problems;
using definition::StrictObject;

/// Whether a later version of Pli writes documents so: both formats end with their version.
bool is_other_version(std::string_view format) {
    const auto begins_as = [format](std::string_view known) {
        return format.starts_with(known.substr(0, known.rfind('/') + 1));
    };
    return begins_as(fiche_format) || begins_as(reply_format);
}

/// "/reponses/demandeur/nom", or "/signature".
std::string pointer_of(Control control, const std::string& path) {
    if (control == Control::Signature) return "/signature";
    std::string pointer = "/reponses/" + path;
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    return pointer;
}

/// Sets the capture-only ticks that a condition demands: they are not in the file, but what depends on
/// them is. Packs name them only as plain demands (definition/condition_reader.hpp).
void restore_demanded_ticks(const Form& form, const Condition& condition, Answers& answers) {
    for (const Condition& part : condition.parts)
        if (condition.op == Condition::Op::All) restore_demanded_ticks(form, part, answers);
    if (condition.op != Condition::Op::Ticked) return;
    const Item* tick = find_item(form, condition.path);
    if (tick != nullptr && tick->capture_only) answers.set(condition.path, true);
}

/// Restores what the writer must have ticked: the required capture-only ticks, and those that made
/// answers visible.
void restore_capture_ticks(const Form& form, Answers& answers) {
    std::vector<std::string> required;
    for_each_item(form, answers, [&](const Item& item) {
        if (item.control == Control::Tick && item.capture_only && item.required) required.push_back(item.path);
        if (!is_answer(item.control) || !is_answered(answers, item)) return;
        for (const Item* outer : chain_to(form, item.path)) restore_demanded_ticks(form, outer->visible_when, answers);
    });
    for (const std::string& path : required)
        if (is_visible(form, answers, path)) answers.set(path, true);
}

class FicheReader {
  public:
    FicheReader(const Pack& pack, const Date& today) : pack_(pack), today_(today) {}

    Result<Fiche> read(std::string_view text);

  private:
    void read_members(const Json& json);
    void read_form(StrictObject& root);
    void read_pack(StrictObject& root);
    void read_document(StrictObject& root);
    void read_addressees(StrictObject& root);
    void read_sender(StrictObject& root);
    void read_signature(StrictObject& root);
    void read_answered(StrictObject& root);
    void read_answers(const Json& json, const std::string& place, const std::string& prefix);
    void read_rows(const Item& list, const Json& json, const std::string& place);
    void read_answer(const Item& item, const Json& json, const std::string& place);
    void read_text(const Item& item, const std::string& text, const std::string& place);
    void read_multi(const Item& item, const Json& json, const std::string& place);
    void read_addressee(const Json& json, const std::string& place);
    void check_presence();
    void check_values();
    void check_routes();
    void check_deadlines(const Json& json);

    std::string checked_text(StrictObject& object, std::string_view name, bool good(std::string_view));
    std::string hex(StrictObject& object, std::string_view name, std::size_t digits, Need need = Need::Required);
    void refuse_value(const std::string& place, std::string_view name, std::string_view code);
    [[nodiscard]] std::optional<Item> answer_at(std::string_view path) const;
    [[nodiscard]] bool holds_answers(std::string_view path) const;
    [[nodiscard]] const Form& form() const { return *fiche_.form; }

    const Pack& pack_;
    const Date& today_;
    Problems problems_{"fiche"};
    Fiche fiche_;
};

Result<Fiche> FicheReader::read(std::string_view text) {
    const Result<Json> json = parse_json(text);
    if (!json) return json.error();
    const std::string format = text_member_or(json.value(), "format", "");
    const bool is_known = format == fiche_format || format == reply_format;
    if (!is_known && is_other_version(format)) return Error{"fiche.newer", "/format", {}};
    if (!is_known) return Error{"fiche.format", "", {}};
    read_members(json.value());
    if (!problems_.found()) restore_capture_ticks(form(), fiche_.answers);
    if (!problems_.found()) check_presence();
    if (!problems_.found()) check_values();
    if (!problems_.found()) check_routes();
    if (!problems_.found()) check_deadlines(json.value());
    if (problems_.found()) return problems_.first();

    const Result<std::string> canonical = canonical_json(json.value());
    if (!canonical || canonical.value() != text) return Error{"fiche.not-canonical", "", {}};
    return std::move(fiche_);
}

void FicheReader::read_members(const Json& json) {
    StrictObject root(json, "", problems_);
    const std::string format = root.text("format");
    read_form(root);
    if (fiche_.form == nullptr) return;
    if (format != format_of(form())) return problems_.report({"fiche.format", root.place_of("format"), {}});
    read_pack(root);
    read_document(root);
    read_addressees(root);
    fiche_.envelope.replaces = hex(root, "remplace", 32, Need::Optional);
    if (root.has("copie")) {
        fiche_.envelope.has_seven_zip = true;
        checked_text(root, "copie", [](std::string_view copy) { return copy == seven_zip_copy; });
    }
    root.array("echeances", Need::Optional); // judged once the answers are known to be good
    if (const Json* answers = root.object("reponses")) read_answers(*answers, "/reponses", "");
    read_signature(root);
    read_sender(root);
    read_answered(root);
    root.finish();
}

void FicheReader::read_form(StrictObject& root) {
    const Json* json = root.object("formulaire");
    if (json == nullptr) return;
    StrictObject object(*json, root.place_of("formulaire"), problems_);
    const std::string id = object.text("id");
    const std::int64_t version = object.integer("version");
    object.finish();
    if (problems_.found()) return;
    const Form* form = find_form(pack_, id);
    if (form == nullptr) {
        object.refuse("unknown-form", "id", id);
    } else if (form->version != version) {
        problems_.report({"fiche.form-version",
                          object.place_of("version"),
                          {{"version", std::to_string(version)}, {"known", std::to_string(form->version)}}});
    } else {
        fiche_.form = form;
    }
}

void FicheReader::read_pack(StrictObject& root) {
    const Json* json = root.object("pack");
    if (json == nullptr) return;
    StrictObject object(*json, root.place_of("pack"), problems_);
    fiche_.territory = checked_text(object, "id", is_name);
    fiche_.pack_version = checked_text(object, "version", is_version);
    fiche_.envelope.pack_sha256 = hex(object, "sha256", 64);
    object.finish();
}

void FicheReader::read_document(StrictObject& root) {
    const Json* json = root.object("document");
    if (json == nullptr) return;
    StrictObject object(*json, root.place_of("document"), problems_);
    fiche_.envelope.document_id = hex(object, "id", 32);
    fiche_.envelope.salt = hex(object, "sel", 32);
    const std::string created = object.text("cree");
    object.finish();
    const Result<Date> day = parse_iso_date(created);
    if (!day) refuse_value(object.place_of("cree"), "cree", day.error().code);
    if (day) fiche_.envelope.created = day.value();
}

void FicheReader::read_addressees(StrictObject& root) {
    const Json* list = root.list("destinataires");
    if (list == nullptr) return;
    for (const Json& json : *list)
        read_addressee(json, pointer_to(root.place_of("destinataires"), fiche_.envelope.addressees.size()));
    const std::vector<Addressee>& all = fiche_.envelope.addressees;
    const bool mixed = std::any_of(all.begin(), all.end(), [&](const Addressee& one) {
        return one.recipient.empty() != all.front().recipient.empty();
    });
    if (mixed) refuse_value(root.place_of("destinataires"), "destinataires", "value");
}

/// A key and perhaps its holder's role; or the role alone of one who is given the passphrase.
void FicheReader::read_addressee(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    Addressee addressee;
    const bool keyed = object.has("cle") || object.has("empreinte") || !object.has("role");
    if (keyed) {
        addressee.recipient = checked_text(object, "cle", is_recipient);
        addressee.fingerprint = hex(object, "empreinte", 64);
    }
    if (object.has("role")) addressee.role = checked_text(object, "role", is_name);
    object.finish();
    fiche_.envelope.addressees.push_back(std::move(addressee));
}

void FicheReader::read_signature(StrictObject& root) {
    if (!root.has("signature")) return;
    const Item* item = nullptr;
    for_each_item(form(), [&](const Item& one) {
        if (one.control == Control::Signature) item = &one;
    });
    if (item == nullptr) return; // root.finish() refuses the member
    const Json* json = root.object("signature");
    if (json == nullptr) return;
    Result<Signature> signature = signature_from_json(*json);
    if (!signature) {
        root.refuse("wrong-type", "signature", "signature");
    } else {
        fiche_.answers.signature = std::move(signature).value();
    }
}

/// What an answer answers. Elsewhere root.finish() refuses the member.
void FicheReader::read_answered(StrictObject& root) {
    if (form().replies_to.empty()) return;
    const Json* json = root.object("repond");
    if (json == nullptr) return;
    StrictObject object(*json, root.place_of("repond"), problems_);
    fiche_.envelope.answered_id = hex(object, "id", 32);
    fiche_.envelope.answered_sha256 = hex(object, "sha256", 64);
    object.finish();
}

/// The structure repeats one of the answers, which were read before, if one gives it for this role.
void FicheReader::read_sender(StrictObject& root) {
    const Json* json = root.object("emetteur");
    if (json == nullptr) return;
    StrictObject object(*json, root.place_of("emetteur"), problems_);
    fiche_.envelope.sender_role = object.text("role");
    const std::string& role = fiche_.envelope.sender_role;
    const std::vector<std::string>& roles = form().sender_roles;
    const Item* item = structure_of(form(), role);
    const bool answered = item != nullptr && fiche_.answers.has(item->path);
    const bool unknown_role = std::find(roles.begin(), roles.end(), role) == roles.end(); // the routing says so
    const bool given = answered || ((item != nullptr || unknown_role) && object.has("structure"));
    if (given) fiche_.sender_structure = object.text("structure");
    if (object.has("cle")) fiche_.envelope.signing_key = checked_text(object, "cle", is_verifying_key);
    if (!form().reply.form.empty() && object.has("retour"))
        fiche_.envelope.reply_key = checked_text(object, "retour", is_recipient);
    object.finish();
    if (!given || item == nullptr) return;
    const Result<std::string> structure = text_value(*item, fiche_.answers.text(item->path));
    if (!structure || structure.value() != fiche_.sender_structure)
        refuse_value(object.place_of("structure"), "structure", "value");
}

/// Walks the nested objects of the answers; `prefix` is the path of the one being read.
void FicheReader::read_answers(const Json& json, const std::string& place, const std::string& prefix) {
    for (const auto& [name, value] : *json.get_ptr<const Json::object_t*>()) {
        std::string path = prefix.empty() ? name : prefix;
        if (!prefix.empty()) path.append(".").append(name);
        const std::string here = pointer_to(place, name);
        const std::optional<Item> item = is_name(name) ? answer_at(path) : std::nullopt;
        if (item && item->control == Control::Rows) {
            read_rows(*item, value, here);
        } else if (item) {
            read_answer(*item, value, here);
        } else if (!is_name(name) || !holds_answers(path)) {
            problems_.report("unknown-member", here, name);
        } else if (!value.is_object()) {
            problems_.report("wrong-type", here, name);
        } else if (value.empty()) {
            problems_.report("empty", here, name);
        } else {
            read_answers(value, here, path);
        }
    }
}

/// The rows of a list, each an object with answers.
void FicheReader::read_rows(const Item& list, const Json& json, const std::string& place) {
    if (!json.is_array()) return problems_.report("wrong-type", place, list.name);
    if (json.empty()) return problems_.report("empty", place, list.name);
    const std::size_t count = json.size();
    if (count > static_cast<std::size_t>(list.max)) return refuse_value(place, list.name, "rows.too-many");
    fiche_.answers.set_row_count(list.path, count);
    for (std::size_t row = 0; row < count; ++row) {
        const std::string here = pointer_to(place, row);
        if (!json[row].is_object()) {
            problems_.report("wrong-type", here, list.name);
        } else if (json[row].empty()) {
            problems_.report("empty", here, list.name);
        } else {
            read_answers(json[row], here, row_path(list.path, row));
        }
    }
}

/// Keeps the answer as a user would have typed it. Its value is judged later, by check_values.
void FicheReader::read_answer(const Item& item, const Json& json, const std::string& place) {
    const auto* text = json.get_ptr<const std::string*>();
    const auto* flag = json.get_ptr<const bool*>();
    if (text != nullptr && text->empty()) {
        problems_.report("empty", place, item.name);
    } else if (item.control == Control::Text && text != nullptr) {
        read_text(item, *text, place);
    } else if (item.control == Control::Date && text != nullptr) {
        const Result<Date> day = parse_iso_date(*text);
        if (!day) refuse_value(place, item.name, day.error().code);
        if (day) fiche_.answers.set(item.path, french_date(day.value()));
    } else if (item.control == Control::Count && json.is_number_integer()) {
        fiche_.answers.set(item.path, dump_json(json));
    } else if (item.control == Control::Choice && text != nullptr) {
        fiche_.answers.set(item.path, *text);
    } else if (item.control == Control::YesNo && flag != nullptr) {
        fiche_.answers.set(item.path, *flag ? "oui" : "non");
    } else if (item.control == Control::Tick && flag != nullptr) {
        if (!*flag) refuse_value(place, item.name, "required.tick");
        fiche_.answers.set(item.path, *flag);
    } else if (item.control == Control::Multi && json.is_array()) {
        read_multi(item, json, place);
    } else {
        problems_.report("wrong-type", place, item.name);
    }
}

void FicheReader::read_text(const Item& item, const std::string& text, const std::string& place) {
    const Kind* kind = find_kind(item.kind);
    if (fold_spaces(text).empty() || kind == nullptr) {
        problems_.report("empty", place, item.name);
        return;
    }
    const Result<std::string> canonical = text_value(item, text);
    if (!canonical) {
        refuse_value(place, item.name, canonical.error().code);
    } else if (canonical.value() != text) {
        problems_.report("not-canonical", place, item.name);
    } else {
        fiche_.answers.set(item.path, kind->show(text));
    }
}

void FicheReader::read_multi(const Item& item, const Json& json, const std::string& place) {
    // More values than options: refused before comparing each with all others, which never ends for a million.
    if (json.size() > item.options.size()) {
        refuse_value(place, item.name, "choice.unknown");
        return;
    }
    std::vector<std::string> values;
    for (const Json& element : json) {
        const auto* text = element.get_ptr<const std::string*>();
        const bool repeated = text != nullptr && std::find(values.begin(), values.end(), *text) != values.end();
        if (text == nullptr) problems_.report("wrong-type", place, item.name);
        if (repeated) problems_.report("not-canonical", place, item.name);
        if (text != nullptr) values.push_back(*text);
    }
    if (values.empty()) problems_.report("empty", place, item.name);
    const auto rank = [&](const std::string& value) {
        return std::find_if(item.options.begin(), item.options.end(),
                            [&](const Option& option) { return option.value == value; });
    };
    const auto in_order = [&](const std::string& one, const std::string& other) { return rank(one) < rank(other); };
    if (!std::is_sorted(values.begin(), values.end(), in_order)) problems_.report("not-canonical", place, item.name);
    fiche_.answers.set(item.path, std::move(values));
}

/// Every visible required answer is there, and no hidden one.
void FicheReader::check_presence() {
    for_each_item(form(), fiche_.answers, [&](const Item& item) {
        const bool in_file = is_answer(item.control) || item.control == Control::Rows;
        if (!in_file || item.capture_only) return;
        const bool answered = is_answered(fiche_.answers, item);
        const bool visible = is_visible(form(), fiche_.answers, item.path);
        const std::string place = pointer_of(item.control, item.path);
        if (answered && !visible) problems_.report("unknown-member", place, item.name);
        if (!answered && visible && item.required) problems_.report("missing-member", place, item.name);
    });
}

/// The validation that a user's own answers undergo, as of the day on which the document was made.
void FicheReader::check_values() {
    const Date day = std::min(fiche_.envelope.created, today_);
    for (const Fault& fault : check_form(form(), fiche_.answers, day)) {
        const Item* item = find_item(form(), fault.path);
        if (fault.severity == Severity::Fault && item != nullptr)
            refuse_value(pointer_of(item->control, fault.path), item->name, fault.code);
    }
}

/// By the writer's own territory if it is known here and offers the form; else by any that offers it.
void FicheReader::check_routes() {
    const Territory* writers = find_territory(pack_, fiche_.territory);
    const bool known = writers != nullptr && offers(*writers, form().id);
    std::vector<RoutingFault> faults;
    for (const Territory& territory : pack_.territories) {
        if (known ? &territory != writers : !offers(territory, form().id)) continue;
        faults = check_routing(territory, form(), fiche_.envelope.sender_role, roles_of(fiche_.envelope.addressees));
        if (faults.empty()) return;
    }
    if (faults.empty()) return;
    const RoutingFault& fault = faults.front();
    if (fault.code == "route.sender") return refuse_value("/emetteur/role", "role", fault.code);
    if (!fault.recipient) return refuse_value("/destinataires", "destinataires", fault.code);
    refuse_value(pointer_to(pointer_to("/destinataires", *fault.recipient), "role"), "role", fault.code);
}

void FicheReader::check_deadlines(const Json& json) {
    constexpr std::string_view name = "echeances";
    const Json expected = deadlines_to_json(deadlines_of(form(), fiche_.answers, fiche_.envelope.created));
    const Json* written = member(json, name);
    if (written == nullptr && !expected.empty()) problems_.report("missing-member", "", name);
    if (written != nullptr && *written != expected) refuse_value(pointer_to("", name), name, "value");
}

std::string FicheReader::checked_text(StrictObject& object, std::string_view name, bool good(std::string_view)) {
    std::string text = object.text(name);
    if (!good(text)) refuse_value(object.place_of(name), name, "value");
    return text;
}

std::string FicheReader::hex(StrictObject& object, std::string_view name, std::size_t digits, Need need) {
    std::string text = object.text(name, need);
    if (object.has(name) && !is_hex(text, digits)) refuse_value(object.place_of(name), name, "value");
    return text;
}

void FicheReader::refuse_value(const std::string& place, std::string_view name, std::string_view code) {
    problems_.report({"fiche.value", place, {{"name", std::string(name)}, {"code", std::string(code)}}});
}

/// The item whose answer lies at this path of the file's answers, or nothing.
std::optional<Item> FicheReader::answer_at(std::string_view path) const {
    const Item* item = find_item(form(), path);
    if (item == nullptr || item->capture_only || item->control == Control::Signature) return std::nullopt;
    return is_answer(item->control) || item->control == Control::Rows ? item_at(form(), path) : std::nullopt;
}

/// Whether answers lie below this path.
bool FicheReader::holds_answers(std::string_view path) const {
    const std::string prefix = written_path(form(), path) + ".";
    bool found = false;
    for_each_item(
        form(), [&](const Item& item) { found = found || (is_answer(item.control) && item.path.starts_with(prefix)); });
    return found;
}

} // namespace

Result<Fiche> read_fiche(const Pack& pack, std::string_view json, const Date& today) {
    return FicheReader(pack, today).read(json);
}

} // namespace pli
