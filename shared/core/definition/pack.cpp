#include "core/definition/pack.hpp"

#include "core/definition/assistant_reader.hpp"
#include "core/definition/calendar_reader.hpp"
#include "core/definition/card_reader.hpp"
#include "core/definition/deadline_reader.hpp"
#include "core/definition/formats.hpp"
#include "core/definition/item_reader.hpp"
#include "core/definition/register_reader.hpp"
#include "core/definition/reply_reader.hpp"
#include "core/definition/sender_reader.hpp"
#include "core/definition/territory_reader.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace pli {

namespace {

using definition::ConditionReader;
using definition::ItemReader;
using definition::Library;
using definition::Need;
using definition::NoticeText;
using definition::pointer_to;
using definition::Problems;
using definition::StrictObject;
using definition::why_unknown;

/// One file of the bundle.
struct File {
    std::string place; ///< "listes.json#"
    const Json* json = nullptr;
};

Stage stage_named(std::string_view name, StrictObject& step) {
    if (name == "relecture") return Stage::Relecture;
    if (name == "signature") return Stage::Signature;
    if (name != "saisie") step.refuse("bad-value", "stage", name);
    return Stage::Saisie;
}

Rule read_rule(const Json& json, const std::string& place, const ItemReader& items, Problems& problems) {
    StrictObject object(json, place, problems);
    Rule rule;
    rule.code = object.name("code", Need::Required, true);
    rule.path = object.text("field");
    if (!items.known().contains(rule.path)) object.refuse(why_unknown(items.known(), rule.path), "field", rule.path);
    rule.warning = object.flag("warning", false);
    if (const Json* when = object.object("when"))
        rule.when = ConditionReader(items.known(), problems).read(*when, object.place_of("when"), "");
    object.finish();
    return rule;
}

/// The controls whose answer is ticked: what a recap lists.
bool is_ticked_by(Control control) {
    return control == Control::Choice || control == Control::Multi || control == Control::Tick;
}

class PackReader {
  public:
    Result<Pack> read(const Json& bundle);
    [[nodiscard]] const std::vector<Error>& problems() const { return problems_.all(); }

  private:
    void sort_files(const Json& bundle);
    void read_card();
    void read_register();
    void read_forms();
    void read_territories();
    void read_assistants();
    void read_calendars();
    Form read_form(StrictObject& object);
    void read_steps(StrictObject& object, Form& form, ItemReader& items);
    Step read_step(const Json& json, const std::string& place, ItemReader& items);
    void read_rules(StrictObject& object, Form& form, const ItemReader& items);
    void read_recap(StrictObject& object, Form& form, const ItemReader& items);

    Problems problems_{"pack"};
    Library library_{problems_};
    std::vector<File> form_files_;
    std::vector<File> territory_files_;
    std::vector<File> assistant_files_;
    std::vector<File> calendar_files_;
    std::optional<File> card_;
    std::optional<File> register_;
    Pack pack_;
};

Result<Pack> PackReader::read(const Json& bundle) {
    if (!bundle.is_object()) {
        problems_.report("wrong-type", "", bundle.type_name());
        return problems_.first();
    }
    sort_files(bundle);
    read_card();
    read_forms();
    read_register();
    read_calendars();
    read_territories();
    read_assistants();
    library_.report_unused();
    if (problems_.found()) return problems_.first();
    return std::move(pack_);
}

/// Fills the library and puts what needs it aside: forms, assistants, territories, the card.
void PackReader::sort_files(const Json& bundle) {
    for (const auto& [name, json] : *bundle.get_ptr<const Json::object_t*>()) {
        const File file{name + "#", &json};
        StrictObject object(json, file.place, problems_);
        const std::string kind = object.text("kind");
        if (kind == "form") {
            form_files_.push_back(file);
            continue;
        }
        if (kind == "assistant") {
            assistant_files_.push_back(file);
            continue;
        }
        if (kind == "calendar") {
            calendar_files_.push_back(file);
            continue;
        }
        if (kind == "card") {
            if (card_) object.refuse("duplicate-name", "kind", kind);
            card_ = file;
            continue;
        }
        if (kind == "register") {
            if (register_) object.refuse("duplicate-name", "kind", kind);
            register_ = file;
            continue;
        }
        if (kind == "territory") {
            territory_files_.push_back(file);
            continue;
        }
        if (kind == "lists") {
            library_.add_lists(object);
        } else if (kind == "blocks") {
            library_.add_blocks(object);
        } else if (kind == "notices") {
            library_.add_notices(object);
        } else {
            object.refuse("unknown-kind", "kind", kind);
        }
        object.finish();
    }
}

void PackReader::read_forms() {
    for (const File& file : form_files_) {
        StrictObject object(*file.json, file.place, problems_);
        Form form = read_form(object);
        object.finish();
        if (find_form(pack_, form.id) != nullptr) object.refuse("duplicate-name", "id", form.id);
        pack_.forms.push_back(std::move(form));
    }
    std::vector<std::string> places;
    for (const File& file : form_files_) places.push_back(file.place);
    definition::join_replies(pack_.forms, places, problems_);
}

/// After the forms and calendars: a territory offers them. What none offers was never meant to be shipped.
void PackReader::read_territories() {
    if (territory_files_.empty()) problems_.report("missing-file", "", "territory");
    for (const File& file : territory_files_) {
        StrictObject object(*file.json, file.place, problems_);
        Territory territory = definition::read_territory(object, pack_, library_, problems_);
        object.finish();
        if (find_territory(pack_, territory.id) != nullptr) object.refuse("duplicate-name", "id", territory.id);
        pack_.territories.push_back(std::move(territory));
    }
    for (std::size_t n = 0; n < pack_.forms.size(); ++n)
        if (territory_for(pack_, pack_.forms[n].id, nullptr) == nullptr)
            problems_.report("unused", form_files_[n].place, pack_.forms[n].id);
    for (std::size_t n = 0; n < pack_.calendars.size(); ++n) {
        const std::string& id = pack_.calendars[n].id;
        const bool used = std::any_of(pack_.territories.begin(), pack_.territories.end(),
                                      [&](const Territory& territory) { return territory.calendar == id; });
        if (!used) problems_.report("unused", calendar_files_[n].place, id);
    }
}

/// Before the territories, each of which may have one.
void PackReader::read_calendars() {
    for (const File& file : calendar_files_) {
        StrictObject object(*file.json, file.place, problems_);
        Calendar calendar = definition::read_calendar(object, library_, problems_);
        object.finish();
        if (find_calendar(pack_, calendar.id) != nullptr) object.refuse("duplicate-name", "id", calendar.id);
        pack_.calendars.push_back(std::move(calendar));
    }
}

/// Before the forms, which take it over.
void PackReader::read_card() {
    if (!card_) return;
    StrictObject object(*card_->json, card_->place, problems_);
    pack_.card = definition::read_card_fields(object, library_, problems_);
    object.finish();
}

/// After the forms, which it fills in, and before the territories, which choose among its tools.
void PackReader::read_register() {
    if (!register_) return;
    StrictObject object(*register_->json, register_->place, problems_);
    object.text("kind");
    pack_.register_wording = definition::read_register_wording(object, problems_);
    definition::read_register_forms(object, pack_, problems_, pack_.register_wording);
    object.finish();
}

/// After the forms, which assistants lead to.
void PackReader::read_assistants() {
    for (const File& file : assistant_files_) {
        StrictObject object(*file.json, file.place, problems_);
        Assistant assistant = definition::read_assistant(object, pack_, library_, problems_);
        object.finish();
        const bool known = std::any_of(pack_.assistants.begin(), pack_.assistants.end(),
                                       [&](const Assistant& other) { return other.id == assistant.id; });
        if (known) object.refuse("duplicate-name", "id", assistant.id);
        pack_.assistants.push_back(std::move(assistant));
    }
}

Form PackReader::read_form(StrictObject& object) {
    Form form;
    ItemReader items(library_, problems_);
    object.text("kind");
    form.id = object.name("id");
    form.version = object.integer("version");
    if (form.version < 1) object.refuse("bad-value", "version", std::to_string(form.version));
    form.title = object.text("title");
    form.short_title = object.text("short_title");
    form.summary = object.text("summary");
    form.source = object.text("source");
    form.banner = object.text("banner", Need::Optional);
    read_steps(object, form, items);
    definition::read_sender(object, items.known(), problems_, form);
    form.own = definition::read_own_blocks(object, form, pack_.card ? &*pack_.card : nullptr, problems_);
    read_rules(object, form, items);
    read_recap(object, form, items);
    form.reply = definition::read_reply(object, items.known(), problems_);
    form.deadlines = definition::read_deadlines(object, items.known(), definition::DeadlinesOf::Document, problems_);
    const std::string transmission = object.name("transmission");
    if (const NoticeText* notice = library_.notice(transmission)) {
        form.transmission = notice->paragraphs;
    } else {
        object.refuse("unknown-notice", "transmission", transmission);
    }
    return form;
}

void PackReader::read_steps(StrictObject& object, Form& form, ItemReader& items) {
    const Json* steps = object.array("steps");
    if (steps == nullptr) return;
    std::set<std::string> ids;
    for (const Json& json : *steps) {
        const std::string place = pointer_to(object.place_of("steps"), form.steps.size());
        Step step = read_step(json, place, items);
        if (!ids.insert(step.id).second) problems_.report("duplicate-name", pointer_to(place, "id"), step.id);
        form.steps.push_back(std::move(step));
    }
}

Step PackReader::read_step(const Json& json, const std::string& place, ItemReader& items) {
    StrictObject object(json, place, problems_);
    Step step;
    step.id = object.name("id");
    step.title = object.text("title");
    step.stage = stage_named(object.text("stage"), object);
    step.print_heading = object.text("print_heading", Need::Optional);
    const std::string under = object.name("under", Need::Optional, true);
    if (const Json* list = object.array("items")) step.items = items.read(*list, object.place_of("items"), under);
    object.finish();
    return step;
}

void PackReader::read_rules(StrictObject& object, Form& form, const ItemReader& items) {
    const Json* rules = object.array("rules", Need::Optional);
    if (rules == nullptr) return;
    for (const Json& rule : *rules)
        form.rules.push_back(
            read_rule(rule, pointer_to(object.place_of("rules"), form.rules.size()), items, problems_));
}

void PackReader::read_recap(StrictObject& object, Form& form, const ItemReader& items) {
    const Json* json = object.object("recap", Need::Optional);
    if (json == nullptr) return;
    StrictObject recap(*json, object.place_of("recap"), problems_);
    form.recap_title = recap.text("title");
    const Json* paths = recap.array("of");
    recap.finish();
    if (paths == nullptr) return;
    for (const Json& path : *paths) {
        const auto* text = path.get_ptr<const std::string*>();
        const auto found = text != nullptr ? items.known().find(*text) : items.known().end();
        if (text == nullptr) {
            recap.refuse("wrong-type", "of", "of");
        } else if (found == items.known().end()) {
            recap.refuse(why_unknown(items.known(), *text), "of", *text);
        } else if (!is_ticked_by(found->second.control) || found->second.capture_only) {
            recap.refuse("bad-value", "of", *text);
        } else {
            form.recap.push_back(*text);
        }
    }
}

} // namespace

Result<Pack> load_pack(std::string_view bundle) {
    const Result<Json> json = parse_json(bundle);
    if (!json) return json.error();
    return PackReader().read(json.value());
}

std::vector<Error> check_pack(std::string_view bundle) {
    const Result<Json> json = parse_json(bundle);
    if (!json) return {json.error()};
    PackReader reader;
    const Result<Pack> pack = reader.read(json.value());
    return reader.problems();
}

Result<std::string> canonical_pack(std::string_view bundle) {
    const Result<Json> json = parse_json(bundle);
    if (!json) return json.error();
    return canonical_json(json.value());
}

} // namespace pli
