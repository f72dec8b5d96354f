// Lists of rows: how a pack writes them, and what the paths of their answers mean.
#include "core/definition/rows.hpp"
#include "unit/definition/packs.hpp"
#include "unit/team.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using test::team;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNull;
using testing::NotNull;

TEST(Rows, ItemsAreWrittenOnceForAllRows) {
    const Item* list = find_item(team(), "membres");
    ASSERT_THAT(list, NotNull());
    EXPECT_EQ(list->control, Control::Rows);
    EXPECT_TRUE(list->required) << "at least one row";
    EXPECT_EQ(list->children.front().path, "membres.#.nom");
    EXPECT_EQ(find_item(team(), "membres.2.nom"), &list->children.front());
    EXPECT_EQ(chain_to(team(), "membres.2.bureau.ville").size(), 3U);
    EXPECT_EQ(row_title(*list, 0), "Membre 1");
}

TEST(Rows, EachRowHasPathsAndConditionsOfItsOwn) {
    const std::vector<Item> second = row_items(*find_item(team(), "membres"), 1);
    EXPECT_EQ(second[0].path, "membres.1.nom");
    EXPECT_EQ(second[2].visible_when.path, "membres.1.present");
    EXPECT_EQ(second[4].children.front().path, "membres.1.bureau.ville");
    EXPECT_EQ(item_at(team(), "membres.7.depart")->visible_when.path, "membres.7.present");
    EXPECT_EQ(item_at(team(), "relu")->visible_when.path, "membres");
}

TEST(Rows, ARowIsNumberedInOneWayOnly) {
    EXPECT_EQ(row_of("membres", "membres.0.nom"), 0U);
    EXPECT_EQ(row_of("membres", "membres.499"), 499U);
    for (const char* path : {"membres", "membres.", "membres.00.nom", "membres.01.nom", "membres.-1.nom",
                             "membres.+1.nom", "membres.1a.nom", "membres.500.nom", "membres.99999999999999999999.nom",
                             "membres.#.nom", "membress.1.nom", "membres1.nom", "membres. 1.nom"})
        EXPECT_EQ(row_of("membres", path), std::nullopt) << path;
    EXPECT_THAT(find_item(team(), "membres.01.nom"), IsNull());
    EXPECT_THAT(find_item(team(), "membres.0.autre"), IsNull());
    EXPECT_THAT(find_item(team(), "membres.0"), IsNull());
}

TEST(Rows, PathsBelowARemovedRowMoveUp) {
    EXPECT_EQ(path_without_row("membres", 1, "membres.0.nom"), "membres.0.nom");
    EXPECT_EQ(path_without_row("membres", 1, "membres.1.nom"), std::nullopt);
    EXPECT_EQ(path_without_row("membres", 1, "membres.10.bureau.ville"), "membres.9.bureau.ville");
    EXPECT_EQ(path_without_row("membres", 1, "structure"), "structure");
}

std::string reading_with(const std::string& pointer, const Json& value) {
    Json pack = test::team_bundle();
    pack[Json::json_pointer(pointer)] = value;
    return test::pack_reading(pack);
}

const std::string list_pointer = "/equipe.json/steps/0/items/1";
const std::string list_place = "equipe.json#/steps/0/items/1";

TEST(Rows, NothingOutsideNamesAnAnswerInARow) {
    const Json is_there = {{"field", "membres.#.present"}, {"is", "oui"}};
    EXPECT_EQ(reading_with("/equipe.json/steps/0/items/2/visible_when", is_there),
              "pack.repeated-field equipe.json#/steps/0/items/2/visible_when/field (membres.#.present)");
    EXPECT_EQ(reading_with("/equipe.json/steps/0/items/2/visible_when", {{"answered", "membres.0.nom"}}),
              "pack.repeated-field equipe.json#/steps/0/items/2/visible_when/answered (membres.0.nom)");
    EXPECT_EQ(reading_with("/equipe.json/sender/structure", "membres.0.nom"),
              "pack.repeated-field equipe.json#/sender/structure (membres.0.nom)");
    const Json rule = {{"code", "nom.none"}, {"field", "membres.#.nom"}, {"when", {{"answered", "structure"}}}};
    EXPECT_EQ(reading_with("/equipe.json/rules", Json::array({rule})),
              "pack.repeated-field equipe.json#/rules/0/field (membres.#.nom)");
    EXPECT_EQ(reading_with("/equipe.json/sender/structure", "membres"),
              "pack.bad-value equipe.json#/sender/structure (membres)");
}

TEST(Rows, ARowNamesItsOwnAnswersOnly) {
    const std::string pointer = list_pointer + "/items/2/visible_when";
    EXPECT_EQ(reading_with(pointer, {{"answered", ".nom"}}), "accepted");
    EXPECT_EQ(reading_with(pointer, {{"answered", "structure"}}),
              "pack.unknown-field " + list_place + "/items/2/visible_when/answered (structure)");
    EXPECT_EQ(reading_with(pointer, {{"answered", ".outils"}}),
              "pack.unknown-field " + list_place + "/items/2/visible_when/answered (membres.#.outils)")
        << "it comes after";
}

TEST(Rows, BoundsAndContentAreChecked) {
    EXPECT_EQ(reading_with(list_pointer + "/max", 501), "pack.bad-value " + list_place + "/max (max)");
    EXPECT_EQ(reading_with(list_pointer + "/max", 0), "pack.bad-value " + list_place + "/max (max)");
    EXPECT_EQ(reading_with(list_pointer + "/min", 4), "pack.bad-value " + list_place + "/max (max)");
    EXPECT_EQ(reading_with(list_pointer + "/min", 0), "accepted");
    EXPECT_EQ(reading_with(list_pointer + "/row_label", ""), "pack.empty " + list_place + "/row_label (row_label)");
    EXPECT_EQ(reading_with(list_pointer + "/items/0/capture_only", true),
              "pack.unknown-member " + list_place + "/items/0/capture_only (capture_only)");
    Json items = test::team_items()[1]["items"];
    for (const std::size_t given : {0U, 1U}) items[given]["required"] = false;
    EXPECT_THAT(reading_with(list_pointer + "/items", items),
                HasSubstr("pack.bad-value " + list_place + "/items (membres)"))
        << "a row without any answer would be no row in a file";
}

TEST(Rows, NoListNoticeOrSignatureLiesInARow) {
    const Json inner = {{"control", "rows"},
                        {"name", "x"},
                        {"label", "X"},
                        {"row_label", "X"},
                        {"min", 0},
                        {"max", 2},
                        {"items", {{{"control", "count"}, {"name", "n"}, {"label", "N"}, {"min", 0}, {"max", 1}}}}};
    const Json signature = {{"control", "signature"}, {"name", "x"}, {"label", "X"}};
    const Json tick = {{"control", "tick"}, {"name", "x"}, {"label", "X"}, {"capture_only", true}};
    EXPECT_THAT(reading_with(list_pointer + "/items/3", inner),
                "pack.bad-value " + list_place + "/items/3/control (rows)");
    EXPECT_THAT(reading_with(list_pointer + "/items/3", signature),
                "pack.bad-value " + list_place + "/items/3/control (signature)");
    EXPECT_THAT(reading_with(list_pointer + "/items/3", tick),
                "pack.bad-value " + list_place + "/items/3/capture_only (membres.#.x)");
}

TEST(Rows, NoOtherAnswerLiesWhereTheRowsAre) {
    const Json group = {{"control", "group"},
                        {"name", "membres"},
                        {"label", "X"},
                        {"items", {{{"control", "count"}, {"name", "n"}, {"label", "N"}, {"min", 0}, {"max", 1}}}}};
    EXPECT_THAT(reading_with("/equipe.json/steps/0/items/2", group),
                HasSubstr("pack.duplicate-name equipe.json#/steps/0/items/2/name"));
    EXPECT_THAT(reading_with("/equipe.json/steps/0/items/0", group), HasSubstr("pack.duplicate-name"));
}

} // namespace
} // namespace pli
