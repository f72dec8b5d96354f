// The territory: asked first, never guessed, remembered by its id alone.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;

constexpr const char* first_form = "fiche-liaison-ag-tacite";

TEST(Territoire, IsAskedBeforeAnyFormIsOffered) {
    Visitor visitor("#/", "");
    EXPECT_FALSE(visitor.checked("territoire-nord"));
    EXPECT_FALSE(visitor.checked("territoire-pas-de-calais"));
    EXPECT_FALSE(visitor.shows(first_form));
    EXPECT_TRUE(visitor.shows("ouvrir")) << "a received file needs no territory";

    visitor.choose_territory("pas-de-calais");
    EXPECT_TRUE(visitor.shows(first_form));
    EXPECT_EQ(visitor.effect("remember"), (nlohmann::json{{"territory", "pas-de-calais"}}));
}

TEST(Territoire, IsRememberedFromAnEarlierVisit) {
    Visitor visitor("#/", "pas-de-calais");
    EXPECT_TRUE(visitor.checked("territoire-pas-de-calais"));
    EXPECT_TRUE(visitor.shows(first_form));
    EXPECT_EQ(visitor.asked_for("remember"), 0);
}

TEST(Territoire, ThatIsNoLongerShippedIsAskedAgain) {
    for (const nlohmann::json& kept : {nlohmann::json("autre"), nlohmann::json(7), nlohmann::json()}) {
        Visitor visitor("#/", "");
        visitor.shell_answers("remembered", {{"territory", kept}});
        EXPECT_FALSE(visitor.shows(first_form)) << kept;
    }
}

TEST(Territoire, CanBeChangedAndLeavesAFormInProgressAlone) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.visit("#/");
    visitor.choose_territory("nord");
    EXPECT_EQ(visitor.effect("remember").at("territory"), "nord");
    visitor.click("reprendre");
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("territory"), "pas-de-calais") << "under whose rules it was begun";
}

TEST(Territoire, AWaitingQuestionIsDroppedWithTheFormThatItMeant) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.fill_agents();
    visitor.visit("#/");
    visitor.click(first_form);
    ASSERT_TRUE(visitor.shows("question"));
    visitor.choose_territory("nord");
    EXPECT_FALSE(visitor.shows("question"));
}

TEST(Territoire, OffersItsFormsInFamilies) {
    Visitor visitor;
    EXPECT_EQ(visitor.label("famille-1-titre"), "Fiches de liaison");
    visitor.visit("#/a-propos");
    EXPECT_THAT(visitor.property("pack-pas-de-calais", "value"), HasSubstr("Pas-de-Calais, version"));
    EXPECT_THAT(visitor.property("pack-nord", "value"), HasSubstr("Nord, version"));
}

} // namespace
} // namespace pli::ui
