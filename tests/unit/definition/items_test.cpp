// The items of a form: controls, references, paths and conditions.
#include "unit/definition/packs.hpp"

using namespace pli;
using test::items_place;
using test::items_pointer;
using test::pack_reading;
using test::pack_with;
using test::pack_with_item;
using test::pack_without;
using test::small_pack;

namespace {

const std::string added = items_place + "/8"; ///< where pack_with_item puts its item

Json text_item(const std::string& name) {
    return {{"control", "text"}, {"name", name}, {"kind", "town"}, {"label", "Commune"}};
}

/// Reads the small pack with one more item under this condition.
std::string reading_when(const Json& condition) {
    Json item = text_item("ville");
    item["visible_when"] = condition;
    return pack_with_item(item);
}

/// Reads the small pack with one more block, used by one more item.
std::string reading_with_block(const Json& block) {
    Json pack = small_pack();
    pack["blocs.json"]["blocks"]["autre"] = block;
    pack["petite.json"]["steps"][0]["items"].push_back({{"use", "autre"}});
    return pack_reading(pack);
}

TEST(Items, AreAddedWithoutCode) { EXPECT_EQ(pack_with_item(text_item("ville")), "accepted"); }

TEST(Items, HaveAKnownControl) {
    EXPECT_EQ(pack_with(items_pointer + "/1/control", "textarea"),
              "pack.unknown-control " + items_place + "/1/control (textarea)");
    EXPECT_EQ(pack_without(items_pointer + "/1/control"), "pack.missing-member " + items_place + "/1 (control)");
}

TEST(Items, HaveAKnownKind) {
    EXPECT_EQ(pack_with(items_pointer + "/1/kind", "free-text"),
              "pack.unknown-kind " + items_place + "/1/kind (free-text)");
    EXPECT_EQ(pack_with(items_pointer + "/3/items/3/kind", "email"),
              "pack.unknown-kind " + items_place + "/3/items/3/kind (email)")
        << "not of a date";
    EXPECT_EQ(pack_with(items_pointer + "/1/kind", "date"), "pack.unknown-kind " + items_place + "/1/kind (date)")
        << "not of a text";
    EXPECT_EQ(pack_without(items_pointer + "/1/kind"), "pack.missing-member " + items_place + "/1 (kind)");
}

TEST(Items, ReferToKnownListsBlocksAndNotices) {
    EXPECT_EQ(pack_with(items_pointer + "/4/options", "villes"),
              "pack.unknown-list " + items_place + "/4/options (villes)");
    EXPECT_EQ(pack_with(items_pointer + "/3/items/0/use", "adresse"),
              "pack.unknown-block " + items_place + "/3/items/0/use (adresse)");
    EXPECT_EQ(pack_with(items_pointer + "/6/notice", "alerte"),
              "pack.unknown-notice " + items_place + "/6/notice (alerte)");
}

TEST(Items, HaveOnlyTheMembersOfTheirControl) {
    EXPECT_EQ(pack_with(items_pointer + "/1/min", 0), "pack.unknown-member " + items_place + "/1/min (min)");
    EXPECT_EQ(pack_with(items_pointer + "/4/kind", "town"), "pack.unknown-member " + items_place + "/4/kind (kind)");
    EXPECT_EQ(pack_with(items_pointer + "/6/label", "x"), "pack.unknown-member " + items_place + "/6/label (label)")
        << "a notice has its own title";
    EXPECT_EQ(pack_with(items_pointer + "/3/required", true),
              "pack.unknown-member " + items_place + "/3/required (required)")
        << "a group has no answer";
    EXPECT_EQ(pack_with(items_pointer + "/1/capture_only", true),
              "pack.unknown-member " + items_place + "/1/capture_only (capture_only)");
    EXPECT_EQ(pack_with(items_pointer + "/3/items/0/name", "x"),
              "pack.unknown-member " + items_place + "/3/items/0/name (name)")
        << "a block brings its names";
}

TEST(Items, OfAnOptionalChoiceSayWhatNoAnswerMeans) {
    EXPECT_EQ(pack_without(items_pointer + "/2/none_label"), "pack.missing-member " + items_place + "/2 (none_label)");
}

TEST(Items, CountBetweenTwoBounds) {
    const std::string place = items_place + "/3/items/1";
    EXPECT_EQ(pack_with(items_pointer + "/3/items/1/max", 0), "accepted");
    EXPECT_EQ(pack_with(items_pointer + "/3/items/1/min", 21), "pack.bad-value " + place + "/max (max)");
    EXPECT_EQ(pack_with(items_pointer + "/3/items/1/min", -1), "pack.bad-value " + place + "/max (max)");
    EXPECT_EQ(pack_without(items_pointer + "/3/items/1/min"), "pack.missing-member " + place + " (min)");
}

TEST(Items, OfCountsMaySayHowManyDigitsArePrinted) {
    Json item = {{"control", "count"}, {"name", "minutes"}, {"label", "Minutes"}, {"min", 0}, {"max", 59}};
    for (const auto& [digits, verdict] :
         std::vector<std::pair<Json, std::string>>{{2, "accepted"},
                                                   {1, "pack.bad-value " + added + "/digits (digits)"},
                                                   {3, "pack.bad-value " + added + "/digits (digits)"},
                                                   {-1, "pack.bad-value " + added + "/digits (digits)"},
                                                   {"deux", "pack.wrong-type " + added + "/digits (digits)"}}) {
        item["digits"] = digits;
        EXPECT_EQ(pack_with_item(item), verdict) << digits;
    }
    item = {{"control", "text"}, {"name", "heures"}, {"kind", "organisation"}, {"label", "Heures"}, {"digits", 2}};
    EXPECT_EQ(pack_with_item(item), "pack.unknown-member " + added + "/digits (digits)");
}

TEST(Items, AnswerYesOrNoInThisOrder) {
    EXPECT_EQ(pack_with("/listes.json/lists/oui-non/0/value", "ouais"),
              "pack.bad-value " + items_place + "/3/items/2/options (oui-non)");
    EXPECT_EQ(pack_with("/listes.json/lists/oui-non/2", Json{{"value", "peut-etre"}, {"label", "Peut-être"}}),
              "pack.bad-value " + items_place + "/3/items/2/options (oui-non)");
}

TEST(Items, OfDaysMaySayToday) {
    Json item = {{"control", "date"}, {"name", "le"}, {"kind", "date"}, {"label", "le"}, {"today", true}};
    EXPECT_EQ(pack_with_item(item), "accepted");
    item["today"] = "oui";
    EXPECT_EQ(pack_with_item(item), "pack.wrong-type " + added + "/today (today)");
    item["today"] = true;
    item["kind"] = "birth-date";
    EXPECT_EQ(pack_with_item(item), "pack.unknown-member " + added + "/today (today)") << "nobody is born today";
}

TEST(Items, OfACompositeAreOneValueOnOneLine) {
    const auto reading_with_part = [](const Json& part) {
        return pack_with_item({{"control", "composite"}, {"name", "ligne"}, {"label", "Ligne"}, {"items", {part}}});
    };
    EXPECT_EQ(reading_with_part(text_item("ville")), "accepted");
    EXPECT_EQ(reading_with_part({{"control", "tick"}, {"name", "a"}, {"label", "A"}}),
              "pack.bad-value " + added + "/items/0/control (tick)");
    EXPECT_EQ(reading_with_part({{"use", "nom-prenom"}}),
              "pack.bad-value blocs.json#/blocks/nom-prenom/0/control (composite)");
}

TEST(Items, HaveEachPathOnce) {
    EXPECT_EQ(pack_with_item(text_item("structure")), "pack.duplicate-name " + added + "/name (structure)");
    EXPECT_EQ(pack_with_item({{"use", "nom-prenom"}}), "accepted") << "the same names elsewhere";
}

TEST(Items, AnswerAndHoldAnswersNeverBoth) {
    // Answers are nested objects in the file: "structure" cannot be a text and hold "structure.ville".
    Json step = {{"id", "plus"},
                 {"title", "Plus"},
                 {"stage", "saisie"},
                 {"under", "structure"},
                 {"items", {text_item("ville")}}};
    EXPECT_EQ(pack_with("/petite.json/steps/1", step),
              "pack.duplicate-name petite.json#/steps/1/items/0/name (structure.ville)");
    step["under"] = "autre";
    EXPECT_EQ(pack_with("/petite.json/steps/1", step), "accepted");
    Json pack = small_pack();
    pack["petite.json"]["steps"][1] = step;
    pack["petite.json"]["steps"][2] = {
        {"id", "fin"}, {"title", "Fin"}, {"stage", "saisie"}, {"items", {text_item("autre")}}};
    EXPECT_EQ(pack_reading(pack), "pack.duplicate-name petite.json#/steps/2/items/0/name (autre)");
}

TEST(Items, SignOnce) {
    EXPECT_EQ(pack_with_item({{"control", "signature"}, {"name", "encore"}, {"label", "Signature"}}),
              "pack.duplicate-name " + added + "/name (encore)");
    EXPECT_EQ(pack_with_item(text_item("signature")), "pack.duplicate-name " + added + "/name (signature)")
        << "the name under which a signature is exchanged";
}

TEST(Blocks, DoNotUseThemselves) {
    EXPECT_EQ(reading_with_block(Json::array({text_item("ville")})), "accepted");
    EXPECT_EQ(reading_with_block({{{"use", "autre"}}}), "pack.block-cycle blocs.json#/blocks/autre/0/use (autre)");
    Json pack = small_pack();
    pack["blocs.json"]["blocks"]["un"] = {{{"use", "deux"}}};
    pack["blocs.json"]["blocks"]["deux"] = {{{"use", "un"}}};
    pack["petite.json"]["steps"][0]["items"].push_back({{"use", "un"}});
    EXPECT_EQ(pack_reading(pack), "pack.block-cycle blocs.json#/blocks/deux/0/use (un)");
}

TEST(Conditions, AreReadInAllTheirForms) {
    for (const Json& condition :
         {Json{{"field", "choix"}, {"is", "vert"}}, Json{{"field", "freins"}, {"has", "bleu"}},
          Json{{"ticked", "accord"}}, Json{{"answered", "structure"}}, Json{{"field", ".choix"}, {"is", "vert"}},
          Json{{"not", {{"answered", "mail"}}}}, Json{{"all", {{{"ticked", "accord"}}, {{"answered", "mail"}}}}},
          Json{{"any", {{{"answered", "mail"}}, {{"field", "demandeur.brsa"}, {"is", "non"}}}}}})
        EXPECT_EQ(reading_when(condition), "accepted") << condition;
}

TEST(Conditions, NameAnAnswerThatComesBefore) {
    const std::string place = added + "/visible_when";
    EXPECT_EQ(reading_when({{"answered", "inconnu"}}), "pack.unknown-field " + place + "/answered (inconnu)");
    EXPECT_EQ(reading_when({{"answered", "demandeur"}}), "pack.unknown-field " + place + "/answered (demandeur)")
        << "a group has no answer";
    EXPECT_EQ(reading_when({{"answered", "ville"}}), "pack.unknown-field " + place + "/answered (ville)") << "itself";
    EXPECT_EQ(pack_with(items_pointer + "/0/visible_when", Json{{"answered", "structure"}}),
              "pack.unknown-field " + items_place + "/0/visible_when/answered (structure)")
        << "a later one";
    EXPECT_EQ(reading_when({{"not", {{"answered", "inconnu"}}}}),
              "pack.unknown-field " + place + "/not/answered (inconnu)");
    EXPECT_EQ(reading_when({{"all", {{{"answered", "mail"}}, {{"answered", "inconnu"}}}}}),
              "pack.unknown-field " + place + "/all/1/answered (inconnu)");
    EXPECT_EQ(pack_with("/petite.json/rules/0/field", "inconnu"),
              "pack.unknown-field petite.json#/rules/0/field (inconnu)");
    EXPECT_EQ(pack_with("/petite.json/rules/0/when/not/answered", "inconnu"),
              "pack.unknown-field petite.json#/rules/0/when/not/answered (inconnu)");
}

TEST(Conditions, CompareWithAValueOfTheList) {
    const std::string place = added + "/visible_when";
    EXPECT_EQ(reading_when({{"field", "choix"}, {"is", "rouge"}}), "pack.bad-value " + place + "/is (rouge)");
    EXPECT_EQ(reading_when({{"field", "freins"}, {"has", "rouge"}}), "pack.bad-value " + place + "/has (rouge)");
    EXPECT_EQ(reading_when({{"field", "freins"}, {"is", "bleu"}}), "pack.bad-value " + place + "/is (bleu)");
    EXPECT_EQ(reading_when({{"field", "choix"}, {"has", "bleu"}}), "pack.bad-value " + place + "/has (bleu)");
    EXPECT_EQ(reading_when({{"field", "structure"}, {"is", "bleu"}}), "pack.bad-value " + place + "/is (bleu)");
    EXPECT_EQ(reading_when({{"ticked", "choix"}}), "pack.bad-value " + place + "/ticked (choix)");
}

TEST(Conditions, DemandACaptureOnlyTickPlainly) {
    // It is not in the file: the reader must be able to tell it from what is.
    const std::string place = added + "/visible_when";
    EXPECT_EQ(reading_when({{"not", {{"ticked", "accord"}}}}), "pack.bad-value " + place + "/not/ticked (accord)");
    EXPECT_EQ(reading_when({{"any", {{{"ticked", "accord"}}}}}), "pack.bad-value " + place + "/any/0/ticked (accord)");
    EXPECT_EQ(reading_when({{"answered", "accord"}}), "pack.bad-value " + place + "/answered (accord)");
}

TEST(Conditions, AreWellFormed) {
    const std::string place = added + "/visible_when";
    EXPECT_EQ(reading_when(Json::object()), "pack.empty " + place + " (visible_when)");
    EXPECT_EQ(reading_when("toujours"), "pack.wrong-type " + place + " (visible_when)");
    EXPECT_EQ(reading_when({{"field", "choix"}}), "pack.missing-member " + place + " (has)");
    EXPECT_EQ(reading_when({{"is", "vert"}}), "pack.missing-member " + place + " (field)");
    EXPECT_EQ(reading_when({{"field", "choix"}, {"is", "vert"}, {"has", "vert"}}),
              "pack.unknown-member " + place + "/has (has)");
    EXPECT_EQ(reading_when({{"all", Json::array()}}), "pack.empty " + place + "/all (all)");
    EXPECT_EQ(reading_when({{"answered", "mail"}, {"ticked", "accord"}}),
              "pack.unknown-member " + place + "/answered (answered)");
}

} // namespace
