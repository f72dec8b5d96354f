#include "core/state/answers.hpp"

#include "unit/liaison.hpp"

using namespace pli;
using test::complete_answers;
using test::liaison;

namespace {

using List = std::vector<std::string>;

std::string reading(const Json& json) {
    const auto answers = answers_from_json(liaison(), json);
    return answers.ok() ? "accepted" : answers.error().code + " " + answers.error().place;
}

std::string signature_reading(const Json& json) {
    const auto signature = signature_from_json(json);
    return signature.ok() ? "accepted" : signature.error().code + " " + signature.error().place;
}

const Item& item_at(std::string_view path) { return *find_item(liaison(), path); }

TEST(Answers, AreOfThreeTypes) {
    Answers answers;
    answers.set("demandeur.nom", "Exemple");
    answers.set("information.lecture", true);
    answers.set("freins", List{"sante", "logement"});
    EXPECT_EQ(answers.text("demandeur.nom"), "Exemple");
    EXPECT_TRUE(answers.ticked("information.lecture"));
    EXPECT_EQ(answers.list("freins"), (List{"sante", "logement"})) << "in the order of ticking";
    EXPECT_EQ(answers.text("freins"), "") << "of another type";
    EXPECT_FALSE(answers.ticked("demandeur.nom"));
    EXPECT_TRUE(answers.list("information.lecture").empty());
    EXPECT_EQ(answers.text("inconnu"), "");
}

TEST(Answers, AreRemovedBySettingNothing) {
    Answers answers;
    answers.set("demandeur.nom", "Exemple");
    answers.set("information.lecture", true);
    answers.set("freins", List{"sante"});
    EXPECT_EQ(answers.all().size(), 3U);
    answers.set("demandeur.nom", "");
    answers.set("information.lecture", false);
    answers.set("freins", List{});
    answers.set("demandeur.prenom", "");
    EXPECT_TRUE(answers.empty());
    EXPECT_EQ(answers, Answers());
    answers.signature.mode = Signature::Mode::Paper;
    EXPECT_FALSE(answers.empty());
}

TEST(Answers, ABlankTextIsThereButDoesNotAnswer) {
    Answers answers;
    answers.set("demandeur.nom", " \u00a0");
    EXPECT_TRUE(answers.has("demandeur.nom")) << "as typed so far";
    EXPECT_FALSE(is_answered(answers, item_at("demandeur.nom")));
    answers.set("demandeur.nom", " E");
    EXPECT_TRUE(is_answered(answers, item_at("demandeur.nom")));
}

TEST(Answers, ASignatureAnswersByItsMode) {
    Answers answers;
    EXPECT_FALSE(is_answered(answers, item_at("signature.signature")));
    answers.signature.mode = Signature::Mode::Paper;
    EXPECT_TRUE(is_answered(answers, item_at("signature.signature")));
    answers.signature.mode = Signature::Mode::Drawn;
    EXPECT_TRUE(is_answered(answers, item_at("signature.signature"))) << "whether it is a slip is not judged here";
}

TEST(VisibleAnswers, AreThoseOfShownItems) {
    const Answers answers = complete_answers();
    const Answers visible = visible_answers(liaison(), answers);
    EXPECT_TRUE(answers.has("suivi.referent-cd.nom"));
    EXPECT_FALSE(visible.has("suivi.referent-cd.nom"));
    EXPECT_TRUE(visible.has("suivi.referent-mandate.nom"));
    EXPECT_EQ(visible.signature, answers.signature);
    EXPECT_EQ(visible.all().size() + 1, answers.all().size());
    EXPECT_EQ(visible_answers(liaison(), visible), visible);
}

TEST(VisibleAnswers, HoldNoBlankText) {
    Answers answers = complete_answers();
    answers.set("demandeur.telephone", "  ");
    EXPECT_FALSE(visible_answers(liaison(), answers).has("demandeur.telephone"));
}

TEST(VisibleAnswers, DropWholeBranches) {
    Answers answers = complete_answers();
    answers.set("suivi.choix", "");
    const Answers visible = visible_answers(liaison(), answers);
    for (const auto& [path, answer] : visible.all()) EXPECT_FALSE(path.starts_with("suivi")) << path;
    answers.set("demandeur.mail-accord", false);
    EXPECT_FALSE(visible_answers(liaison(), answers).has("demandeur.mail"));
}

TEST(AnswersJson, ComesBack) {
    const Answers answers = complete_answers();
    EXPECT_EQ(test::must(answers_from_json(liaison(), answers_to_json(answers))), answers);
    EXPECT_EQ(answers_to_json({}), Json::object());
    EXPECT_EQ(test::must(answers_from_json(liaison(), Json::object())), Answers());
    Answers on_paper;
    on_paper.signature.mode = Signature::Mode::Paper;
    EXPECT_EQ(answers_to_json(on_paper), (Json{{"signature", {{"mode", "papier"}}}}));
    EXPECT_EQ(test::must(answers_from_json(liaison(), answers_to_json(on_paper))), on_paper);
}

TEST(AnswersJson, IsAnObject) {
    for (const Json& json : {Json(nullptr), Json(1), Json("a"), Json::array()})
        EXPECT_EQ(reading(json), "answers.syntax ") << json;
}

TEST(AnswersJson, NamesAnswersOfTheForm) {
    EXPECT_EQ(reading({{"demandeur.nir", "x"}}), "answers.unknown-path demandeur.nir");
    EXPECT_EQ(reading({{"demandeur", "x"}}), "answers.unknown-path demandeur") << "not an item";
    EXPECT_EQ(reading({{"agent-ft", "x"}}), "answers.unknown-path agent-ft") << "a group";
    EXPECT_EQ(reading({{"demandeur.adresse", "x"}}), "answers.unknown-path demandeur.adresse") << "a composite";
    EXPECT_EQ(reading({{"information.donnees", "x"}}), "answers.unknown-path information.donnees") << "a notice";
    EXPECT_EQ(reading({{"signature.signature", "x"}}), "answers.unknown-path signature.signature")
        << "a signature has its own member";
    EXPECT_EQ(reading({{"", "x"}}), "answers.unknown-path ");
}

TEST(AnswersJson, HasTheTypeOfEachControl) {
    for (const std::string path :
         {"demandeur.nom", "demandeur.naissance", "demandeur.enfants", "demandeur.famille", "demandeur.brsa"}) {
        EXPECT_EQ(reading({{path, "x"}}), "accepted") << "values are judged later";
        for (const Json& value : {Json(1), Json(true), Json(nullptr), Json::array()})
            EXPECT_EQ(reading({{path, value}}), "answers.wrong-type " + path) << value;
    }
    EXPECT_EQ(reading({{"information.lecture", true}}), "accepted");
    EXPECT_EQ(reading({{"information.lecture", "oui"}}), "answers.wrong-type information.lecture");
    EXPECT_EQ(reading({{"freins", {"sante"}}}), "accepted");
    EXPECT_EQ(reading({{"freins", "sante"}}), "answers.wrong-type freins");
    EXPECT_EQ(reading({{"freins", {"sante", 1}}}), "answers.wrong-type freins");
    EXPECT_EQ(reading({{"signature", "x"}}), "answers.wrong-type signature");
}

TEST(SignatureJson, ComesBack) {
    const Signature drawn{Signature::Mode::Drawn, {{0, 0, 1000, 300}, {5, 6}}};
    EXPECT_EQ(signature_to_json(drawn), (Json{{"mode", "dessin"}, {"traits", {{0, 0, 1000, 300}, {5, 6}}}}));
    EXPECT_EQ(test::must(signature_from_json(signature_to_json(drawn))), drawn);
    const Signature paper{Signature::Mode::Paper, {}};
    EXPECT_EQ(test::must(signature_from_json(signature_to_json(paper))), paper);
}

TEST(SignatureJson, IsOfOneOfTwoShapes) {
    const Json strokes = {{1, 2}};
    for (const Json& json :
         {Json(nullptr), Json("papier"), Json::object(), Json{{"mode", "image"}}, Json{{"mode", 1}},
          Json{{"mode", "papier"}, {"traits", strokes}}, Json{{"mode", "papier"}, {"x", 1}}, Json{{"mode", "dessin"}},
          Json{{"mode", "dessin"}, {"traits", strokes}, {"x", 1}}, Json{{"mode", "dessin"}, {"x", strokes}},
          Json{{"mode", "dessin"}, {"traits", "1,2"}}, Json{{"mode", "dessin"}, {"traits", Json::object()}}})
        EXPECT_EQ(signature_reading(json), "answers.wrong-type signature") << json;
}

TEST(SignatureJson, HasWholePointsOfSmallNumbers) {
    const auto reading_of = [](const Json& stroke) {
        return signature_reading({{"mode", "dessin"}, {"traits", Json::array({stroke})}});
    };
    EXPECT_EQ(reading_of({0, 32767}), "accepted") << "the pad's bounds are judged later";
    EXPECT_EQ(reading_of(Json::array()), "accepted");
    for (const Json& stroke : {Json{1}, Json{1, 2, 3}, Json{-1, 0}, Json{32768, 0}, Json{1.5, 2}, Json{"1", 2},
                               Json{1, nullptr}, Json{18446744073709551615U, 1}, Json("12")})
        EXPECT_EQ(reading_of(stroke), "answers.wrong-type signature") << stroke;
}

} // namespace
