#include "semantics/ui.hpp"

#include "dom_model.hpp"

#include <functional>
#include <gtest/gtest.h>

namespace pli::semantics {
namespace {

/// Runs a screen as the bridge does: events first, then what must be shown.
class UiTest : public testing::Test {
  protected:
    Ui ui;
    DomModel dom;
    std::function<void()> screen;

    std::string frame(std::vector<Event> events = {}) {
        for (Event& event : events) ui.push(std::move(event));
        if (ui.pending()) {
            ui.begin_consume();
            screen();
            ui.end_consume();
        }
        ui.begin_emit();
        screen();
        const std::string patch = ui.end_emit();
        dom.apply(patch);
        return patch;
    }

    const nlohmann::json& properties(const std::string& key) const { return dom.elements.at(key).properties; }
};

TEST_F(UiTest, ATypedTextReachesTheStateAndIsNotEchoed) {
    std::string name;
    int edits = 0;
    screen = [&] { edits += ui.text_field("nom", "Nom", name) ? 1 : 0; };
    frame();
    EXPECT_EQ(frame({{EventType::Value, "nom", "Él"}, {EventType::Value, "nom", "Élo"}}), "");
    EXPECT_EQ(name, "Élo");
    EXPECT_EQ(edits, 1);
}

TEST_F(UiTest, AFieldDeclaresWhatAssistiveToolsNeed) {
    std::string value;
    screen = [&] {
        Field field;
        field.hint = "10 chiffres";
        field.error = "Il manque un chiffre";
        field.required = true;
        field.inputmode = "tel";
        ui.text_field("tel", "Téléphone", value, field);
    };
    frame();
    EXPECT_EQ(dom.elements.at("tel").role, "field");
    EXPECT_EQ(properties("tel"), nlohmann::json::parse(R"({"label":"Téléphone","hint":"10 chiffres",
        "error":"Il manque un chiffre","inputmode":"tel","required":true})"));
}

TEST_F(UiTest, AChoiceMadeInThisPassShowsInTheSamePatch) {
    std::string choice;
    std::string mail;
    screen = [&] {
        ui.radio_group("accord", "Accord", choice, {{"oui", "Oui"}, {"non", "Non"}});
        if (choice == "oui") ui.text_field("mail", "Courriel", mail);
    };
    frame();
    EXPECT_EQ(dom.elements.count("mail"), 0U);
    frame({{EventType::Check, "accord-oui", "1"}});
    EXPECT_EQ(choice, "oui");
    EXPECT_EQ(dom.elements.count("mail"), 1U);
    EXPECT_EQ(dom.elements.at("accord-oui").parent, "accord");
}

TEST_F(UiTest, ATickIsTakenBothWays) {
    bool informed = false;
    screen = [&] { ui.checkbox("informee", "La personne a été informée", informed); };
    frame();
    frame({{EventType::Check, "informee", "1"}});
    EXPECT_TRUE(informed);
    frame({{EventType::Check, "informee", ""}});
    EXPECT_FALSE(informed);
}

TEST_F(UiTest, ADisabledControlTakesNothingAndShowsItsStateAgain) {
    std::string value = "fixe";
    bool clicked = false;
    screen = [&] {
        Field field;
        field.disabled = true;
        EXPECT_FALSE(ui.text_field("champ", "Champ", value, field));
        clicked = ui.button("suite", "Suite", ButtonStyle::Primary, true) || clicked;
    };
    frame();
    EXPECT_EQ(frame({{EventType::Value, "champ", "forcé"}, {EventType::Click, "suite", ""}}),
              R"([["=","champ",{"value":"fixe"}]])");
    EXPECT_FALSE(clicked);
}

TEST_F(UiTest, AClickIsConsumedOnceEvenIfTheButtonIsDeclaredTwice) {
    int clicks = 0;
    screen = [&] { clicks += ui.button("suite", "Suite") ? 1 : 0; };
    frame();
    frame({{EventType::Click, "suite", ""}});
    frame();
    EXPECT_EQ(clicks, 1);
}

TEST_F(UiTest, EventsThatNobodyClaimsAreDropped) {
    bool visible = false;
    int clicks = 0;
    screen = [&] {
        if (visible) clicks += ui.button("suite", "Suite") ? 1 : 0;
    };
    frame({{EventType::Click, "suite", ""}});
    visible = true;
    frame();
    EXPECT_FALSE(ui.pending());
    EXPECT_EQ(clicks, 0);
}

TEST_F(UiTest, ALinkToANodeMovesTheFocusThere) {
    std::string name;
    screen = [&] {
        ui.begin_alert("fautes");
        ui.link("lien", "Donnez un nom", "#nom");
        ui.end_alert();
        ui.text_field("nom", "Nom", name);
    };
    frame();
    frame({{EventType::Click, "lien", ""}});
    EXPECT_EQ(dom.focused, "nom");
}

TEST_F(UiTest, EveryStrokeOfAPassIsKept) {
    std::vector<std::vector<int>> strokes;
    screen = [&] { ui.pad("signature", "Signature", strokes); };
    frame();
    frame({{EventType::Stroke, "signature", "1,2 3,4"},
           {EventType::Stroke, "signature", "5,6 2000,-7"},
           {EventType::Stroke, "signature", "5,x"}});
    EXPECT_EQ(strokes, (std::vector<std::vector<int>>{{1, 2, 3, 4}, {5, 6, 1000, 0}}));
    EXPECT_EQ(properties("signature").at("value"), "1,2 3,4;5,6 1000,0");
}

TEST_F(UiTest, AFileIsKnownByItsNameAndCanBeCleared) {
    std::string name;
    screen = [&] { ui.file("pli", "Fichier", name, ".age"); };
    frame();
    EXPECT_EQ(frame({{EventType::File, "pli", "pli_2026.age"}}), R"([["=","pli",{"value":"pli_2026.age"}]])");
    EXPECT_EQ(name, "pli_2026.age");
    name.clear();
    EXPECT_EQ(frame(), R"([["=","pli",{"value":""}]])");
}

TEST_F(UiTest, AnswersOfTheShellAreTakenOneByOneInOrder) {
    std::vector<std::string> stages;
    screen = [&] {
        std::string payload;
        while (ui.message("progress", payload)) stages.push_back(payload);
    };
    frame({{EventType::Message, "progress", "1"},
           {EventType::Message, "sealed", "x"},
           {EventType::Message, "progress", "2"}});
    EXPECT_EQ(stages, (std::vector<std::string>{"1", "2"}));
}

TEST_F(UiTest, OfSeveralAddressesTheLatestCounts) {
    std::string route;
    screen = [&] { ui.route(route); };
    frame({{EventType::Route, "", "#/saisie"}, {EventType::Route, "", "#/ouvrir"}});
    EXPECT_EQ(route, "#/ouvrir");
}

TEST_F(UiTest, LeavingAFieldIsSeenInTheConsumingPassOnly) {
    int left = 0;
    std::string name;
    screen = [&] {
        ui.text_field("nom", "Nom", name);
        if (ui.blurred("nom")) ++left;
    };
    frame();
    frame({{EventType::Blur, "nom", ""}});
    frame();
    EXPECT_EQ(left, 1);
}

TEST_F(UiTest, AStepperMarksTheCurrentStep) {
    screen = [&] { ui.stepper("etapes", "Étapes", {"Identité", "Suivi"}, 1); };
    frame();
    EXPECT_EQ(dom.elements.at("etapes").children, (std::vector<std::string>{"etapes-0", "etapes-1"}));
    EXPECT_EQ(properties("etapes-1").at("current"), true);
}

TEST_F(UiTest, AnUnknownProgressHasNoValue) {
    std::optional<int> percent;
    screen = [&] { ui.progress("avance", "Scellement", percent); };
    frame();
    EXPECT_FALSE(properties("avance").contains("value"));
    percent = 140;
    frame();
    EXPECT_EQ(properties("avance").at("value"), "100");
}

TEST_F(UiTest, AFrameIsDescribedForTheCanvasAndPlacedByItsAnswer) {
    std::string name;
    screen = [&] {
        ui.begin_group("groupe", "Personne");
        ui.text_field("nom", "Nom", name);
        ui.end_group();
        ui.begin_list("vide");
        ui.end_list();
    };
    ui.push({EventType::Focus, "nom", ""});
    ui.push({EventType::Hover, "nom", ""});
    ui.begin_emit();
    screen();
    auto scene = read_scene(ui.scene());
    ASSERT_TRUE(scene);
    EXPECT_EQ(scene->focused, 1);
    EXPECT_EQ(scene->hovered, 1);
    ASSERT_EQ(scene->nodes.size(), 3U);
    EXPECT_TRUE(scene->nodes[0].holds);
    EXPECT_FALSE(scene->nodes[1].holds);
    EXPECT_TRUE(scene->nodes[2].holds);
    EXPECT_EQ(scene->nodes[1].parent, 0);

    scene->nodes[0].rects[2] = {0, 20, 10, 10};
    scene->nodes[1].rects[0] = {0, 0, 10, 10};
    const auto places = read_places(write_places(scene->nodes, 120));
    ASSERT_TRUE(places);
    dom.apply(ui.end_emit(&*places));
    EXPECT_EQ(dom.elements.at("groupe").rects.at(2), (std::vector<double>{0, 20, 10, 10}));
    EXPECT_EQ(dom.elements.at("nom").rects.at(0), (std::vector<double>{0, 0, 10, 10}));
    EXPECT_EQ(dom.height, 120);
}

TEST_F(UiTest, PlacesOfAnotherFrameAreNotTaken) {
    screen = [&] { ui.text("texte", "Bonjour"); };
    const Places others{{{}, {}}, 120};
    ui.begin_emit();
    screen();
    dom.apply(ui.end_emit(&others));
    EXPECT_EQ(dom.elements.count("texte"), 1U);
    EXPECT_EQ(dom.height, 0);
}

TEST_F(UiTest, AFrameThatNeverEndedLeavesNothingBehind) {
    screen = [&] { ui.text("texte", "Bonjour"); };
    ui.begin_emit();
    screen();
    frame();
    EXPECT_EQ(dom.elements.size(), 2U);
}

} // namespace
} // namespace pli::semantics
