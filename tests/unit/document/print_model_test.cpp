#include "core/document/print_model.hpp"

#include "unit/document/samples.hpp"

#include <functional>

using namespace pli;
using test::complete_answers;
using test::liaison;

namespace {

Json printed(const Answers& answers) { return print_model_to_json(print_model(liaison(), answers)); }

/// The value printed in the row with this label after the heading with this text; "no row" if there is none.
std::string row(const Answers& answers, const std::string& heading, const std::string& label) {
    bool below = false;
    for (const PrintBlock& block : print_model(liaison(), answers).blocks) {
        if (block.type == PrintBlock::Type::Heading) below = block.text.find(heading) != std::string::npos;
        if (below && block.type == PrintBlock::Type::Row && block.label == label) return block.value;
    }
    return "no row";
}

/// Labels of the boxes with a cross under this label.
std::vector<std::string> crosses(const Answers& answers, const std::string& label) {
    std::vector<std::string> ticked;
    for (const PrintBlock& block : print_model(liaison(), answers).blocks)
        if (block.type == PrintBlock::Type::Ticks && block.label == label)
            for (const Option& tick : block.ticks)
                if (!tick.value.empty()) ticked.push_back(tick.label);
    return ticked;
}

TEST(PrintModel, ShowsValuesAsTheyArePrinted) {
    const Answers answers = complete_answers();
    EXPECT_EQ(row(answers, "identification", "Nom et prénom"), "Lefèvre-Dupré Éloïse");
    EXPECT_EQ(row(answers, "identification", "Date de naissance"), "07/03/1985");
    EXPECT_EQ(row(answers, "identification", "Adresse postale"),
              "12 bis, rue de l’Église, Bâtiment B, 2e étage, 62000 Arras");
    EXPECT_EQ(row(answers, "SLAI", "Téléphone"), "03 53 01 67 89");
    EXPECT_EQ(crosses(answers, "Situation de famille"), std::vector<std::string>{"Seul(e)"});
    EXPECT_EQ(crosses(answers, "BRSA"), std::vector<std::string>{"Oui"});
    EXPECT_EQ(crosses(answers, "RQTH"), std::vector<std::string>{"Non"});
    EXPECT_EQ(crosses(answers, "Freins périphériques à l’emploi").size(), 2U);
}

TEST(PrintModel, SkipsThePartsThatAreMissing) {
    Answers answers = complete_answers();
    answers.set("demandeur.adresse.complement", "");
    EXPECT_EQ(row(answers, "identification", "Adresse postale"), "12 bis, rue de l’Église, 62000 Arras");
    answers.set("demandeur.adresse.ligne", "");
    EXPECT_EQ(row(answers, "identification", "Adresse postale"), "62000 Arras");
}

TEST(PrintModel, HasEmptyRowsForWhatIsNotAnsweredYet) {
    EXPECT_EQ(row({}, "identification", "Date de naissance"), "");
    EXPECT_EQ(row({}, "identification", "Nom et prénom"), "");
    EXPECT_TRUE(crosses({}, "BRSA").empty());
}

TEST(PrintModel, ShowsWhatIsNotValidYetAsTyped) {
    Answers answers;
    answers.set("demandeur.naissance", " 30/02  1985");
    answers.set("agent-cd.telephone", "06 39  98");
    answers.set("demandeur.enfants", "deux");
    EXPECT_EQ(row(answers, "identification", "Date de naissance"), "30/02 1985");
    EXPECT_EQ(row(answers, "SLAI", "Téléphone"), "06 39 98");
    EXPECT_EQ(row(answers, "vie personnelle", "Nombre d’enfant(s) à charge"), "deux");
}

TEST(PrintModel, HoldsNothingHidden) {
    Answers answers = complete_answers();
    EXPECT_EQ(answers.text("suivi.referent-cd.nom"), "Jamais-Transmis");
    EXPECT_EQ(printed(answers).dump().find("Jamais-Transmis"), std::string::npos);
    EXPECT_NE(printed(answers).dump().find("D’Hondt"), std::string::npos);
    answers.set("suivi.choix", "");
    EXPECT_EQ(printed(answers).dump().find("D’Hondt"), std::string::npos);
    EXPECT_EQ(row(answers, "identification", "@mail"), "eloise@courriel.exemple.fr");
    answers.set("demandeur.mail-accord", false);
    EXPECT_EQ(row(answers, "identification", "@mail"), "no row") << "without the consent";
}

TEST(PrintModel, HoldsNothingForTheScreenOnly) {
    const std::string text = printed(complete_answers()).dump();
    int for_the_screen = 0;
    for_each_item(liaison(), [&](const Item& item) {
        if (!item.capture_only) return;
        ++for_the_screen;
        EXPECT_EQ(text.find(item.label), std::string::npos) << item.path;
    });
    EXPECT_EQ(for_the_screen, 2);
}

TEST(PrintModel, PrintsAHeadingOnceForStepsThatShareIt) {
    int headings = 0;
    for (const PrintBlock& block : print_model(liaison(), complete_answers()).blocks)
        if (block.type == PrintBlock::Type::Heading && block.text == "DEMANDEUR D’EMPLOI") ++headings;
    EXPECT_EQ(headings, 1);
}

TEST(PrintModelJson, ComesBackWhateverTheAnswers) {
    test::RandomAnswers random(20261122);
    for (int round = 0; round < 100; ++round) {
        const Json json = printed(round == 0 ? Answers() : random.draw());
        const auto model = print_model_from_json(json);
        ASSERT_TRUE(model.ok()) << model.error().place;
        EXPECT_EQ(print_model_to_json(model.value()), json);
    }
}

TEST(PrintModelJson, SaysWhichBlockIsWrong) {
    const auto place_of = [](const Json& block) {
        const Json good = {{"type", "paragraph"}, {"text", "a"}};
        const auto model = print_model_from_json({{"title", "t"}, {"blocks", {good, block}}});
        return model.ok() ? "accepted" : model.error().code + " " + model.error().place;
    };
    EXPECT_EQ(place_of({{"type", "row"}, {"label", "a"}, {"value", "b"}}), "accepted");
    for (const Json& block :
         {Json("text"), Json(nullptr), Json::array(), Json::object(), Json{{"type", "table"}},
          Json{{"type", "heading"}, {"level", 1}, {"text", "a"}},
          Json{{"type", "heading"}, {"level", 5}, {"text", "a"}}, Json{{"type", "ticks"}},
          Json{{"type", "table"}, {"level", 3}, {"columns", {"a"}}},
          Json{{"type", "table"}, {"level", 3}, {"columns", {"a"}}, {"rows", Json::array({Json::array({"b", "c"})})}},
          Json{{"type", "table"}, {"level", 3}, {"columns", {"a"}}, {"rows", {{7}}}},
          Json{{"type", "table"}, {"level", 1}, {"columns", {"a"}}, {"rows", Json::array()}},
          Json{{"type", "ticks"}, {"options", "a"}}, Json{{"type", "signature"}, {"mode", "image"}},
          Json{{"type", "signature"}, {"mode", "dessin"}},
          Json{{"type", "signature"}, {"mode", "dessin"}, {"strokes", {{1}}}}})
        EXPECT_EQ(place_of(block), "print.format /blocks/1") << block;
    EXPECT_EQ(print_model_from_json({{"title", "t"}}).error(), (Error{"print.format", "/blocks", {}}));
    EXPECT_EQ(print_model_from_json(Json::array()).error(), (Error{"print.format", "/blocks", {}}));
}

/// The blocks of a form that is one question with these options.
Json printed_boxes(std::vector<Option> options, const std::vector<std::string>& ticked) {
    Item item;
    item.name = item.path = "outils";
    item.label = "Outils";
    item.control = Control::Multi;
    item.options = std::move(options);
    Step step;
    step.items.push_back(std::move(item));
    Form form;
    form.steps.push_back(std::move(step));
    Answers answers;
    answers.set("outils", ticked);
    return print_model_to_json(print_model(form, answers)).at("blocks");
}

TEST(PrintModel, PrintsOptionsInTheirGroups) {
    const auto boxes = [](const char* label, const char* option, bool ticked) {
        return Json{{"type", "ticks"}, {"label", label}, {"options", {{{"label", option}, {"ticked", ticked}}}}};
    };
    const Json blocks = printed_boxes(
        {{"base", "Base", "Socle"}, {"carte", "Carte", "Parcours"}, {"essai", "Essai", "Essais", "", false, true}},
        {"carte"});
    EXPECT_EQ(blocks, (Json{{{"type", "heading"}, {"level", 2}, {"text", "Outils"}},
                            boxes("Socle", "Base", false),
                            boxes("Parcours", "Carte", true)}))
        << "without what cannot be had";
    EXPECT_EQ(printed_boxes({{"base", "Base"}}, {"base"}), Json::array({boxes("Outils", "Base", true)}));
}

} // namespace
