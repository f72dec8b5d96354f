// A form as a pack defines it: immutable, built once by load_pack (definition/pack.hpp).
// The language of packs is explained in shared/packs/README.md.
#pragma once

#include "core/base/date.hpp"
#include "core/base/json.hpp"
#include "core/definition/register_wording.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// How an item is captured and what its answer is made of.
enum class Control : std::uint8_t {
    Group,     ///< a titled set of items (fieldset); no answer of its own
    Composite, ///< several fields that the act prints under one label ("Nom et prénom"); no answer of its own
    Rows,      ///< a list: its items once for each row, of which the user adds between `min` and `max` (rows.hpp)
    Text,      ///< one line of text; `kind` names its alphabet (identifiers/kind.hpp)
    Date,      ///< a day typed JJ/MM/AAAA; `kind` is "date", "birth-date" or "far-date"
    Count,     ///< a whole number between `min` and `max`
    Choice,    ///< exactly one of `options` (radio buttons)
    YesNo,     ///< `options` are the values "oui" and "non"
    Tick,      ///< a single box; a required tick must be ticked
    Multi,     ///< any number of `options` (tick boxes)
    Signature, ///< drawn strokes, or by hand on the printed copy
    Notice,    ///< printed text of the pack; no answer
};

/// When a step is shown: while typing, while reading the document back, when signing.
enum class Stage : std::uint8_t { Saisie, Relecture, Signature };

/// One value of a list. The last four are for a Multi alone; what they allow: state/options.hpp.
struct Option {
    std::string value;                 ///< stable, goes into the file
    std::string label;                 ///< as the act prints it
    std::string group = std::string(); ///< heading that it shares with its neighbours; else empty
    std::string needs = std::string(); ///< value of an earlier option, without which it is not ticked; else empty
    bool locked = false;               ///< goes with whatever else is ticked
    bool unavailable = false;          ///< shown, never ticked
};

/// What a drawn signature may be, in the pad's own units.
struct SignatureLimits {
    static constexpr int width = 1000;
    static constexpr int height = 300;
    static constexpr std::size_t max_strokes = 500;
    static constexpr std::size_t max_points = 5000; ///< of one stroke
    static constexpr std::size_t min_points = 4;    ///< of the longest stroke: less is a slip of the hand
};

/// No list of a form has more rows: a hostile file must not cost without bound.
inline constexpr std::int64_t max_rows = 500;

/// A condition on answers: {"field": p, "is": v} | {"field": p, "has": v} | {"ticked": p} |
/// {"answered": p} | {"all": [...]} | {"any": [...]} | {"not": c}. The default one always holds.
struct Condition {
    enum class Op : std::uint8_t { Always, Is, Has, Ticked, Answered, All, Any, Not };
    Op op = Op::Always;
    std::string path;
    std::string value;
    std::vector<Condition> parts;
};

struct Item {
    std::string name; ///< "nom": last segment of the path
    std::string path; ///< "demandeur.nom": unique in the form; key of the answer. In a list: see rows.hpp
    Control control = Control::Text;
    std::string kind; ///< for Text and Date: the declared kind of its value
    std::string label;
    std::string print_label; ///< as the act prints it when the screen label differs; else empty
    std::string hint;
    std::string example;    ///< a correct, synthetic value, different from the hint's
    std::string none_label; ///< optional Choice: wording of the "no answer" option; else empty
    std::string search;     ///< Choice whose options are searched: the value offered whatever is sought; else empty
    bool required = true;
    bool capture_only = false;  ///< marked ◇: on screen only, never in the file nor in print
    bool receiver_only = false; ///< filled by the receiver alone
    bool today = false;         ///< Date: the day on which the form is started, unless answered
    std::int64_t min = 0;
    std::int64_t max = 0;
    std::int64_t digits = 1; ///< Count: printed with at least so many, zeros before
    Condition visible_when;
    std::vector<Option> options;
    std::vector<Item> children;
    std::string row_label;               ///< Rows: what one row is called, before its number
    std::vector<std::string> paragraphs; ///< Notice: its text
    std::string separator = " ";         ///< part of a Composite: what print puts before it
};

struct Step {
    std::string id;
    std::string title;
    Stage stage = Stage::Saisie;
    std::string print_heading; ///< as the act heads this part; empty: none. Equal ones in a row print once
    std::vector<Item> items;
};

/// A cross rule over answers: when `when` holds, a fault `code` at `path`.
struct Rule {
    std::string code;
    std::string path;
    bool warning = false;
    Condition when;
};

/// What an act gives a time for. Computed by validation/deadlines.hpp.
struct DeadlineRule {
    enum class Span : std::uint8_t { Hours, Days, Months, Window, WorkedFriday };
    struct DayOfYear {
        int month = 1;
        int day = 1;
    };

    std::string id;
    std::string label; ///< what is due
    std::string rule;  ///< the sentence that sets it, with its article
    std::string from;  ///< path of the date that it counts from; empty: the day on which the document is made
    std::string time;  ///< Hours: path of the time of that day, in French legal time
    Span span = Span::Days;
    int amount = 0;          ///< of hours, days or months; WorkedFriday: which one of the month, from 1
    int days_after = 0;      ///< WorkedFriday: so many days after it
    std::optional<int> hour; ///< WorkedFriday: by this hour of the day, in French legal time
    DayOfYear opens, closes; ///< Window: first and last day of each year
    bool begins = false;     ///< the day is the first one on which something can be done, not the last
    bool late = false;       ///< worth a warning when the document is made after it
    bool answer = false;     ///< by then the receiver answers the document
    Condition when;
};

/// The block in which whoever has this role writes about themselves. A role may have several, of which the form
/// shows one.
struct OwnBlock {
    std::string role;
    std::map<std::string, std::string> answers; ///< path of the own card's answer -> path of the form's
    std::string none; ///< why this role has no such block: `answers` is empty then; else empty
};

struct Form {
    std::string id;
    std::int64_t version = 1;
    std::string title;
    std::string short_title;
    std::string summary;                   ///< one sentence for the list of forms
    std::string source;                    ///< the act it comes from
    std::string banner;                    ///< e.g. cofinancing by the European Union; may be empty
    std::vector<std::string> sender_roles; ///< of those who may fill it in; a territory gives their labels
    std::map<std::string, std::string> sender_structures; ///< role -> path of the answer that names its structure
    std::vector<Step> steps;
    std::vector<Rule> rules;
    std::vector<DeadlineRule> deadlines;
    std::vector<OwnBlock> own;
    std::vector<std::string> transmission; ///< what is left to do after sealing, in order
    std::string recap_title;               ///< of the list of what was ticked at `recap`; empty: none
    std::vector<std::string> recap;        ///< paths of Choices, Multis and Ticks
};

/// What an assistant concludes.
struct Outcome {
    Condition when;      ///< on the answers to its questions
    std::string form;    ///< id of the form that is right; empty: none is
    std::string reason;  ///< why, in whole sentences
    std::string article; ///< of the act that says so
};

/// Questions that lead to the right form, or say that there is none.
struct Assistant {
    std::string id;
    std::string title;
    std::string source; ///< the act
    std::string intro;
    Form questions;                             ///< a single step; never a document
    std::vector<Outcome> outcomes;              ///< the first that holds counts; the last always holds
    std::map<std::string, std::string> carried; ///< path of a question -> path of the form's answer that it gives
};

/// What users may keep of themselves, to be taken over into their block of each form.
struct Card {
    std::string title;
    std::string intro;
    Form fields;                                     ///< a single step of texts; never a document
    std::map<std::string, std::string> autocomplete; ///< path -> token of the HTML attribute
};

/// Which of a calendar's questions ask about a breach of personal data, so that a screen of its own can.
struct BreachQuestions {
    std::map<std::string, std::string> given; ///< path of a choice -> its option that means a breach
    std::string day;                          ///< path of the day on which it was discovered
    std::string time;                         ///< path of the time of that day
};

/// What becomes due without a document: every month or year, or some time after an event that the user tells.
struct Calendar {
    std::string id;
    std::string intro;
    Form fields; ///< a single step of questions about the event, and the deadlines; never a document
    std::optional<BreachQuestions> breach = {};
};

/// Forms that stand together on the home screen.
struct Family {
    std::string title;
    std::vector<std::string> forms; ///< ids, in the order in which they are offered
};

/// To whom those with one role may address some forms.
struct Route {
    std::vector<std::string> forms;
    std::string from;
    std::vector<std::string> to;       ///< roles that may receive them: no other may
    std::vector<std::string> required; ///< of `to`: each must be among the recipients
    std::string rule;                  ///< the sentence that says so, with its article
};

/// Whose directory of correspondents a territory believes.
struct DirectoryAnchor {
    std::vector<std::string> keys;         ///< minisign's public keys (56 characters) that sign it: at least one
    std::vector<std::string> revoked = {}; ///< keys that signed it once and must not be trusted any more
    std::int64_t minimum_version = 1;      ///< no older one is believed
};

/// By when an act has documents destroyed: so many months after its convention ends, at the latest.
struct DestructionRule {
    std::string id;
    std::vector<std::string> forms;
    int months = 0;
    std::optional<Date> convention_ends; ///< as the act says; nothing where it does not
    std::string rule;                    ///< the sentence that says so, with its article
};

/// A département and what is agreed there: the forms that are offered, and who may address them to whom.
struct Territory {
    std::string id;
    std::string version;
    std::string title;
    std::vector<Family> families;
    std::vector<Option> roles;
    std::vector<Route> routes;           ///< at most one for a form and a role
    std::vector<std::string> tools = {}; ///< of the register's catalogue, those that are granted there; empty: all
    std::string calendar = {};           ///< id of its calendar; empty: none
    std::optional<DirectoryAnchor> directory = {};
    std::vector<DestructionRule> destruction = {};
};

/// Everything that a bundle holds. A reader knows all its forms, whatever territory is chosen.
struct Pack {
    std::vector<Form> forms;
    std::vector<Territory> territories;
    std::vector<Assistant> assistants;
    std::vector<Calendar> calendars;
    std::optional<Card> card;
    RegisterWording register_wording; ///< empty when the bundle has no file of kind "register"
};

/// How the register reads in a territory (nullptr: unknown): its tools are those that are granted there.
RegisterWording register_wording_of(const Pack& pack, const Territory* territory);

/// The assistant that may conclude that this form is right, or nullptr.
const Assistant* find_assistant(const Pack& pack, std::string_view form_id);

/// The form, territory or calendar with this id, or nullptr.
const Form* find_form(const Pack& pack, std::string_view id);
const Territory* find_territory(const Pack& pack, std::string_view id);
const Calendar* find_calendar(const Pack& pack, std::string_view id);

/// Whether the form with this id is one of those that the territory offers.
bool offers(const Territory& territory, std::string_view form);

/// The first territory that offers the form, or nullptr; `wanted` comes first if it does.
const Territory* territory_for(const Pack& pack, std::string_view form, const Territory* wanted);

/// The item with this path (groups, composites and lists included), or nullptr. The path may be that of one row
/// ("utilisateurs.3.nom"): the item is then the one of all rows ("utilisateurs.#.nom").
const Item* find_item(const Form& form, std::string_view path);

/// The item whose answer names the structure of a sender with this role, or nullptr. It may be hidden: then the
/// sender gives no structure.
const Item* structure_of(const Form& form, std::string_view role);

/// True for the controls that have an answer of their own: all but Group, Composite, Rows and Notice.
bool is_answer(Control control);

/// The item with this path preceded by all that it lies in, outermost first; empty when there is none. A path of
/// one row is understood as find_item does.
std::vector<const Item*> chain_to(const Form& form, std::string_view path);

/// Calls visit(item) for every item of the form, parents before children, in the form's order. The items of a list
/// come once, whatever its rows: state/rows.hpp has them by row.
void for_each_item(const Form& form, const auto& visit) {
    const auto walk = [&visit](const auto& self, const std::vector<Item>& items) -> void {
        for (const Item& item : items) {
            visit(item);
            self(self, item.children);
        }
    };
    for (const Step& step : form.steps) walk(walk, step.items);
}

} // namespace pli
