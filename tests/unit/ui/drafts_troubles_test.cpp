// Drafts when something goes otherwise than foreseen: nothing typed is lost, and nothing is said that is not so.
#include "unit/ui/drafting.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

using drafts_test::ask_for_it;
using drafts_test::begin;
using drafts_test::code;
using drafts_test::handed;
using drafts_test::id;
using drafts_test::kept;
using drafts_test::sample_content;
using drafts_test::shell_opens;
using drafts_test::tell_kept;

TEST(DraftOpenedTooLate, ReplacesNoAnswerAndIsLetGo) {
    const std::string content = sample_content();
    Visitor visitor;
    ask_for_it(visitor);
    const json number = visitor.effect("resume-draft").at("number");
    visitor.visit("#/");
    visitor.start_fiche();
    begin(visitor);
    visitor.type("agent-ft.nom", "Autre");
    shell_opens(visitor, content);
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Autre");
    EXPECT_EQ(visitor.effect("leave-draft").at("number"), number);
    EXPECT_THAT(visitor.status(), HasSubstr("trop tard"));
    EXPECT_EQ(visitor.asked_for("drop-draft"), 0) << "what is kept stays";
    EXPECT_EQ(handed(visitor).at("reponses").at("agent-ft.nom"), "Autre");
    EXPECT_EQ(visitor.effect("keep-draft").at("number"), visitor.effect("begin-draft").at("number"));
}

TEST(DraftOpenedTooLate, LeavesWhoWentElsewhereWhereTheyAre) {
    const std::string content = sample_content();
    for (const std::string route : {"#/aide", "#/brouillons", "#/brouillons/c"}) {
        Visitor visitor;
        ask_for_it(visitor);
        visitor.visit(route);
        shell_opens(visitor, content);
        EXPECT_EQ(visitor.route(), route);
        EXPECT_EQ(visitor.asked_for("leave-draft"), 1) << route;
        EXPECT_THAT(visitor.status(), HasSubstr("trop tard")) << route;
        EXPECT_EQ(visitor.asked_for("begin-draft"), 0) << route;
    }
}

TEST(DraftOpenedTooLate, IsNotToldWhenItCouldNotBeOpened) {
    Visitor visitor;
    ask_for_it(visitor, "Abaisser abandon abdiquer abeille abolir aborder aboutir aboyer");
    visitor.visit("#/aide");
    visitor.shell_fails("resume-draft", "seal.wrong-passphrase");
    EXPECT_EQ(visitor.asked_for("resume-draft"), 1) << "nor tried again";
    EXPECT_FALSE(visitor.shows("bilan"));
    visitor.visit("#/brouillons/" + id);
    EXPECT_TRUE(visitor.shows("ouvrir"));
}

TEST(DraftBeingOpened, IsStillAwaitedByWhoComesBack) {
    Visitor visitor;
    ask_for_it(visitor);
    visitor.visit("#/aide");
    visitor.visit("#/brouillons/" + id);
    EXPECT_TRUE(visitor.shows("avancement"));
    shell_opens(visitor, sample_content());
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    EXPECT_EQ(visitor.label("brouillon-code"), code);
}

TEST(DraftOpening, IsBegunAnewForAnotherDraft) {
    Visitor visitor;
    tell_kept(visitor, json::array({kept(), kept("c")}));
    visitor.visit("#/brouillons/" + id);
    visitor.click("ouvrir");
    EXPECT_TRUE(visitor.shows("bilan"));
    visitor.write("brouillon-code-tape", code);
    visitor.visit("#/brouillons/c");
    EXPECT_FALSE(visitor.shows("bilan")) << "nothing was asked for yet";
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.asked_for("resume-draft"), 0) << "the code was for the other one";
}

TEST(DraftOpening, ForgetsTheCodeElsewhere) {
    Visitor visitor;
    tell_kept(visitor, json::array({kept()}));
    visitor.visit("#/brouillons/" + id);
    visitor.click("ouvrir");
    visitor.write("brouillon-code-tape", code);
    visitor.visit("#/aide");
    visitor.visit("#/brouillons/" + id);
    EXPECT_FALSE(visitor.shows("bilan"));
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.asked_for("resume-draft"), 0);
}

TEST(DraftNotice, SaysThatNothingIsKeptUntilItIs) {
    Visitor visitor;
    visitor.start_fiche();
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("Rien n’est encore gardé"));
    begin(visitor);
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("sont gardées sur ce poste"));
    const json number = visitor.effect("begin-draft").at("number");
    const json error = {{"code", "storage.full"}, {"place", ""}, {"params", json::object()}};
    visitor.shell_answers("draft-failed", {{"number", number}, {"error", error}});
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("ne sont pas gardées"));
    EXPECT_EQ(visitor.label("brouillon-code"), code) << "it opens the versions before";
}

TEST(DraftNotice, SaysSoWhenItCannotBegin) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.shell_fails("begin-draft", "seal.no-memory");
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("ne sont pas gardées"));
    EXPECT_FALSE(visitor.shows("brouillon-code"));
}

TEST(DraftNotice, SaysSoWhileTheRestOfThePageIsMissing) {
    Visitor visitor = Visitor::who_waits_for_texts("#/");
    visitor.click("fiche-liaison-ag-tacite");
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("Rien n’est encore gardé"));
}

TEST(DraftFile, IsAskedForItsCodeOnlyOnceThatLocksIt) {
    Visitor visitor("#/brouillons");
    EXPECT_THAT(visitor.label("brouillon-code-tape"), HasSubstr("optionnel"));
    visitor.give_file("brouillon-fichier", "pli_brouillon_2026-11-20_0a1b2c3d.age");
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.asked_for("resume-draft"), 1) << "perhaps it is one's own key that opens it";
    visitor.shell_fails("resume-draft", "draft.needs-key");
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("déverrouillez-la"));
}

/// Who opened a draft from a file with that code.
Visitor who_opened_a_file(const std::string& typed, bool refused_once = false) {
    Visitor visitor("#/brouillons");
    visitor.give_file("brouillon-fichier", "pli_brouillon_2026-11-20_0a1b2c3d.age");
    visitor.write("brouillon-code-tape", typed);
    visitor.click("ouvrir");
    if (refused_once) visitor.shell_fails("resume-draft", "seal.wrong-passphrase");
    shell_opens(visitor, sample_content(), "");
    return visitor;
}

TEST(DraftFile, OpenedWithAPhraseThatSomebodyMadeUpGetsACodeOfItsOwn) {
    for (const auto& [typed, refused_once] :
         {std::pair{"une phrase", false},
          std::pair{"Abaisser abandon abdiquer abeille abolir aborder aboutir aboyer", true}}) {
        Visitor visitor = who_opened_a_file(typed, refused_once);
        EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
        EXPECT_EQ(visitor.effect("begin-draft").at("code"), "") << typed;
        EXPECT_THAT(visitor.status(), HasSubstr("un autre code de reprise")) << typed;
        begin(visitor);
        EXPECT_EQ(visitor.label("brouillon-code-rappel"), code) << typed;
    }
    EXPECT_EQ(who_opened_a_file(code).effect("begin-draft").at("code"), code) << "chance made it";
}

TEST(KeptDrafts, ThatAreGoneWithTheirTimeAreTold) {
    Visitor visitor;
    const json other = kept();
    tell_kept(visitor, json::array({kept("c", "2026-11-20"), kept("d", "2026-11-21"), other}));
    EXPECT_EQ(visitor.asked_for("delete-draft"), 2);
    EXPECT_EQ(visitor.status(), "") << "they are still there";
    tell_kept(visitor, json::array({kept("d", "2026-11-21"), other}));
    EXPECT_THAT(visitor.status(), HasSubstr("Un brouillon dont le délai était passé"));
    tell_kept(visitor, json::array({other}));
    EXPECT_THAT(visitor.status(), HasSubstr("2 brouillons dont le délai était passé"));
}

TEST(KeptDrafts, WithoutALastDayOrWithALateOneAreKeptSevenDays) {
    for (const std::string expires : {"bientôt", "", "2026-02-30", "2026-11-30", "9999-12-31"}) {
        Visitor visitor;
        tell_kept(visitor, json::array({kept(id, expires)}));
        EXPECT_THAT(visitor.label("brouillon-" + id + "-dates"), HasSubstr("29/11/2026")) << expires;
        EXPECT_EQ(visitor.effect("shorten-draft"), (json{{"id", id}, {"days", 7}})) << expires;
        EXPECT_EQ(visitor.asked_for("delete-draft"), 0) << expires;
    }
    Visitor visitor;
    tell_kept(visitor, json::array({kept(id, "2026-11-29"), kept("c", "", "code", "")}));
    EXPECT_EQ(visitor.asked_for("shorten-draft"), 0) << "neither the last possible day nor what cannot be read";
}

TEST(KeptDrafts, ThatCouldNotBeDeletedAreTold) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    visitor.type("agent-ft.nom", "Exemple");
    visitor.click("abandonner");
    visitor.click("question-oui");
    EXPECT_EQ(visitor.asked_for("erase"), 1);
    tell_kept(visitor, json::array({kept()}));
    visitor.shell_fails("delete-draft", "storage.failed");
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("encore sur ce poste"));
    EXPECT_TRUE(visitor.shows("brouillon-" + id + "-supprimer")) << "it can be asked for again";
    EXPECT_THAT(visitor.text(), Not(HasSubstr("Enregistrez un fichier scellé")));
}

} // namespace
} // namespace pli::ui
