// Drafts: begun with the form, handed over as it changes, listed at home, taken up again, and gone with the form.
#include "unit/ui/drafting.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::EndsWith;
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
using drafts_test::unlock;

TEST(Drafts, BeginWithTheFormAndShowTheirCode) {
    Visitor visitor;
    EXPECT_EQ(visitor.asked_for("begin-draft"), 0);
    visitor.start_fiche();
    EXPECT_EQ(visitor.effect("begin-draft").at("recipient"), "");
    EXPECT_EQ(visitor.effect("begin-draft").at("code"), "") << "a new one";
    EXPECT_THAT(visitor.label("brouillon-code"), HasSubstr("en préparation"));
    EXPECT_TRUE(visitor.flag("brouillon-enregistrer", "disabled")) << "it would have no code yet";
    begin(visitor);
    EXPECT_EQ(visitor.label("brouillon-code"), code);
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("29/11/2026"));
    EXPECT_EQ(visitor.asked_for("begin-draft"), 1);
}

TEST(Drafts, ShowTheirCodeAgainAtEveryStep) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    visitor.fill_agents();
    visitor.click("suivant");
    EXPECT_THAT(visitor.text(), Not(HasSubstr(code)));
    visitor.click("brouillon-montrer");
    EXPECT_EQ(visitor.label("brouillon-code-rappel"), code);
    visitor.click("brouillon-montrer");
    EXPECT_THAT(visitor.text(), Not(HasSubstr(code)));
}

TEST(Drafts, AreKeptFromTheFirstAnswerOnAndNotBefore) {
    Visitor visitor;
    visitor.click("fiche-liaison-ag-tacite");
    begin(visitor);
    EXPECT_EQ(visitor.asked_for("draft-changed"), 0);
    visitor.type("agent-ft.nom", "E");
    EXPECT_EQ(visitor.asked_for("draft-changed"), 1);
    visitor.type("agent-ft.nom", "Ex");
    EXPECT_EQ(visitor.asked_for("draft-changed"), 1) << "the shell knows already";
    EXPECT_EQ(handed(visitor).at("reponses").at("agent-ft.nom"), "Ex") << "as it is when it is asked for";
    EXPECT_EQ(visitor.effect("keep-draft").at("form"), "liaison-ag-tacite");
    EXPECT_EQ(visitor.effect("keep-draft").at("day"), "2026-11-22");
    EXPECT_EQ(visitor.effect("keep-draft").at("expires"), "2026-11-29");
    EXPECT_EQ(visitor.asked_for("draft-changed"), 1) << "nothing changed since";
    visitor.type("agent-ft.nom", "Exe");
    EXPECT_EQ(visitor.asked_for("draft-changed"), 2);
}

TEST(Drafts, HoldWhatWasTypedBeforeTheShellWasReady) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.type("agent-ft.nom", "Exemple");
    EXPECT_EQ(visitor.asked_for("draft-changed"), 0);
    begin(visitor);
    EXPECT_EQ(handed(visitor).at("reponses").at("agent-ft.nom"), "Exemple");
}

TEST(Drafts, HoldTheRoleAndTheStep) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    visitor.fill_agents();
    visitor.click("suivant");
    const json draft = handed(visitor);
    EXPECT_EQ(draft.at("role"), "conseiller-france-travail");
    EXPECT_EQ(draft.at("etape"), 2);
}

TEST(Drafts, AreSealedToTheUsersOwnKeyWhenItIsKnown) {
    Visitor visitor;
    unlock(visitor);
    visitor.start_fiche();
    EXPECT_EQ(visitor.effect("begin-draft").at("recipient"), "age1classique");
    visitor.shell_answers(
        "draft-begun",
        {{"number", visitor.effect("begin-draft").at("number")}, {"id", id}, {"code", ""}, {"kept", true}});
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("pour votre clé"));
    EXPECT_FALSE(visitor.shows("brouillon-code"));
    EXPECT_FALSE(visitor.shows("brouillon-montrer"));
}

TEST(Drafts, GoOnWhileTheScreenIsLocked) {
    Visitor visitor;
    unlock(visitor);
    visitor.start_fiche();
    begin(visitor);
    visitor.type("agent-ft.nom", "Exemple");
    const json number = visitor.effect("draft-changed").at("number");
    visitor.shell_answers("locked", json::object());
    EXPECT_FALSE(visitor.shows("reponse-agent-ft.nom"));
    visitor.shell_answers("draft-wanted", {{"number", number}});
    EXPECT_THAT(visitor.effect("keep-draft").at("content").get<std::string>(), HasSubstr("Exemple"));
    visitor.click("verrou-effacer");
    visitor.click("verrou-effacer-oui");
    EXPECT_EQ(visitor.asked_for("erase"), 1);
    EXPECT_EQ(visitor.asked_for("drop-draft"), 0) << "it is somebody's who may come back";
}

TEST(Drafts, ThatCannotBeKeptSaySoAtOnceAndOfferAFile) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    visitor.type("agent-ft.nom", "Exemple");
    handed(visitor);
    const json number = visitor.effect("keep-draft").at("number");
    const json error = {{"code", "storage.full"}, {"place", ""}, {"params", json::object()}};
    visitor.shell_answers("draft-failed", {{"number", number}, {"error", error}});
    EXPECT_THAT(visitor.status(), HasSubstr("ne sont pas gardées"));
    EXPECT_THAT(visitor.label("brouillon-raison"), HasSubstr("plus de place"));
    visitor.click("brouillon-enregistrer");
    EXPECT_THAT(visitor.effect("save-draft").at("content").get<std::string>(), HasSubstr("Exemple"));
    EXPECT_EQ(visitor.effect("save-draft").at("code"), code);
    EXPECT_EQ(visitor.label("brouillon-code-rappel"), code) << "it opens the file";
    visitor.shell_answers("draft-saved", json::object());
    EXPECT_THAT(visitor.status(), HasSubstr("n’est pas transmis"));
    visitor.shell_answers("draft-kept", {{"number", number}});
    EXPECT_FALSE(visitor.shows("brouillon-echec"));
}

TEST(Drafts, ThatCannotBeginMayBeTriedAgain) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.type("agent-ft.nom", "Exemple");
    visitor.shell_fails("begin-draft", "seal.no-memory");
    EXPECT_THAT(visitor.status(), HasSubstr("ne sont pas gardées"));
    visitor.click("brouillon-recommencer");
    EXPECT_EQ(visitor.asked_for("begin-draft"), 2);
    EXPECT_EQ(visitor.asked_for("drop-draft"), 0);
    begin(visitor);
    EXPECT_EQ(handed(visitor).at("reponses").at("agent-ft.nom"), "Exemple");
    EXPECT_FALSE(visitor.shows("brouillon-echec"));
}

TEST(Drafts, AreFilesOnlyWhereNothingIsStored) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor, false);
    visitor.type("agent-ft.nom", "Exemple");
    EXPECT_EQ(visitor.asked_for("draft-changed"), 0);
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("Rien n’est gardé"));
    visitor.click("brouillon-enregistrer");
    EXPECT_EQ(visitor.effect("save-draft").at("code"), code);
    EXPECT_EQ(visitor.label("brouillon-code-rappel"), code);
}

TEST(Drafts, GoWithTheForm) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    const json number = visitor.effect("begin-draft").at("number");
    visitor.click("abandonner");
    visitor.click("question-oui");
    EXPECT_EQ(visitor.effect("drop-draft").at("number"), number);
    EXPECT_EQ(visitor.asked_for("erase"), 1);
    visitor.start_fiche();
    EXPECT_EQ(visitor.asked_for("begin-draft"), 2);
    EXPECT_NE(visitor.effect("begin-draft").at("number"), number);
}

TEST(Drafts, StayUntilTheSealedFormIsErased) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    visitor.fill_steps();
    visitor.tick("information.lecture");
    visitor.tick("information.accord");
    visitor.click("suivant");
    visitor.answer("signature.lieu", "Arras");
    visitor.choose("signature.signature", "papier");
    visitor.click("suivant");
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    visitor.shell_answers("sealed", {{"name", "pli.age"}, {"size", 1}, {"sha256", "a"}, {"documentId", "1"}});
    EXPECT_EQ(visitor.asked_for("drop-draft"), 0);
    visitor.click("remis");
    visitor.click("question-oui");
    EXPECT_EQ(visitor.asked_for("drop-draft"), 1);
}

TEST(Drafts, StayTheSameWhenTheFormChanges) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    visitor.type("agent-ft.nom", "Exemple");
    handed(visitor);
    visitor.visit("#/assistant");
    for (const auto& [question, option] : {std::pair{"inscrit", "oui"}, std::pair{"freins-sociaux", "non-bloquants"},
                                           std::pair{"volontaire", "oui"}, std::pair{"detection", "autre"}})
        visitor.choose(question, option);
    visitor.click("conclure");
    visitor.click("conclusion-changer");
    EXPECT_EQ(visitor.asked_for("begin-draft"), 1);
    EXPECT_EQ(visitor.asked_for("drop-draft"), 0);
    EXPECT_EQ(handed(visitor).at("formulaire").at("id"), "liaison-ag-bilaterale");
}

TEST(Drafts, AnswersAboutAnotherDraftAreIgnored) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.shell_answers("draft-begun", {{"number", 99}, {"id", id}, {"code", code}, {"kept", true}});
    EXPECT_THAT(visitor.label("brouillon-code"), HasSubstr("en préparation"));
    visitor.shell_answers("draft-wanted", {{"number", 99}});
    EXPECT_EQ(visitor.asked_for("keep-draft"), 0);
}

TEST(KeptDrafts, AreListedWithoutPersonalData) {
    Visitor visitor;
    tell_kept(visitor, json::array({kept()}));
    EXPECT_THAT(visitor.label("brouillon-" + id + "-dates"), HasSubstr("20/11/2026"));
    EXPECT_THAT(visitor.label("brouillon-" + id + "-dates"), HasSubstr("29/11/2026"));
    visitor.click("brouillon-" + id + "-reprendre");
    EXPECT_EQ(visitor.title(), "Reprendre un brouillon");
    EXPECT_EQ(visitor.route(), "#/brouillons/" + id);
}

TEST(KeptDrafts, AreDeletedOnceTheirTimeIsOver) {
    Visitor visitor;
    tell_kept(visitor, json::array({kept("c", "2026-11-21"), kept("d", "2026-11-22")}));
    EXPECT_FALSE(visitor.shows("brouillon-c-titre"));
    EXPECT_TRUE(visitor.shows("brouillon-d-titre")) << "its last day";
    EXPECT_EQ(visitor.asked_for("delete-draft"), 1);
    EXPECT_EQ(visitor.effect("delete-draft").at("id"), "c");
    EXPECT_EQ(visitor.effect("delete-draft").at("quiet"), true);
}

TEST(KeptDrafts, AreDeletedByHandAfterAQuestion) {
    Visitor visitor;
    tell_kept(visitor, json::array({kept()}));
    visitor.click("brouillon-" + id + "-supprimer");
    EXPECT_EQ(visitor.asked_for("delete-draft"), 0);
    visitor.click("question-oui");
    EXPECT_EQ(visitor.effect("delete-draft").at("id"), id);
    tell_kept(visitor, json::array());
    EXPECT_FALSE(visitor.shows("brouillon-" + id + "-titre"));
    EXPECT_THAT(visitor.status(), HasSubstr("supprimé"));
}

TEST(KeptDrafts, ThatCannotBeReadCanOnlyBeDeleted) {
    Visitor visitor;
    json unreadable = kept(id, "", "code", "");
    unreadable["day"] = "";
    tell_kept(visitor, json::array({unreadable}));
    EXPECT_THAT(visitor.label("brouillon-" + id + "-titre"), HasSubstr("pas lisible"));
    EXPECT_THAT(visitor.label("brouillon-" + id + "-supprimer"), EndsWith("lisible ici"));
    EXPECT_FALSE(visitor.shows("brouillon-" + id + "-reprendre"));
    EXPECT_TRUE(visitor.shows("brouillon-" + id + "-supprimer"));
}

TEST(KeptDrafts, DoNotListTheOneInProgress) {
    Visitor visitor;
    visitor.start_fiche();
    begin(visitor);
    tell_kept(visitor, json::array({kept()}));
    visitor.visit("#/");
    EXPECT_FALSE(visitor.shows("brouillon-" + id + "-titre"));
}

TEST(ResumedDraft, IsAsItWasTypedAndGoesOnUnderItsCode) {
    Visitor visitor;
    ask_for_it(visitor, "ABAISSER abandon abdiquer abeille abolir aborder aboutir aboyer");
    EXPECT_EQ(visitor.effect("resume-draft").at("code"), code);
    EXPECT_EQ(visitor.effect("resume-draft").at("id"), id);
    EXPECT_EQ(visitor.effect("resume-draft").at("file"), "");
    shell_opens(visitor, sample_content());
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    EXPECT_EQ(visitor.value("agent-ft.telephone"), "03 5");
    EXPECT_THAT(visitor.status(), HasSubstr("repris"));
    EXPECT_EQ(visitor.asked_for("begin-draft"), 0) << "it is the same draft";
    EXPECT_EQ(visitor.asked_for("draft-changed"), 0) << "nothing changed";
    EXPECT_EQ(visitor.label("brouillon-code"), code);
    visitor.type("agent-ft.nom", "Exemple-Dupré");
    EXPECT_EQ(visitor.effect("draft-changed").at("number"), visitor.effect("resume-draft").at("number"));
    EXPECT_EQ(handed(visitor).at("reponses").at("agent-ft.nom"), "Exemple-Dupré");
    visitor.click("abandonner");
    visitor.click("question-oui");
    EXPECT_EQ(visitor.effect("drop-draft").at("number"), visitor.effect("resume-draft").at("number"));
}

TEST(ResumedDraft, NeedsItsCode) {
    Visitor visitor;
    tell_kept(visitor, json::array({kept()}));
    visitor.visit("#/brouillons/" + id);
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_EQ(visitor.asked_for("resume-draft"), 0);
    visitor.write("brouillon-code-tape", "un autre code");
    visitor.click("ouvrir");
    visitor.shell_fails("resume-draft", "seal.wrong-passphrase");
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("Ce code n’ouvre pas"));
    EXPECT_TRUE(visitor.shows("ouvrir"));
}

TEST(ResumedDraft, TriesACodeAsItWasTypedBeforeRefusingIt) {
    Visitor visitor;
    ask_for_it(visitor, "Abaisser abandon abdiquer abeille abolir aborder aboutir aboyer");
    visitor.shell_fails("resume-draft", "seal.wrong-passphrase");
    EXPECT_EQ(visitor.asked_for("resume-draft"), 2);
    EXPECT_THAT(visitor.effect("resume-draft").at("code").get<std::string>(), HasSubstr("Abaisser"));
    visitor.shell_fails("resume-draft", "seal.wrong-passphrase");
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("Ce code n’ouvre pas"));
}

TEST(ResumedDraft, ThatIsDamagedOrOpenElsewhereIsToldAndOverwritesNothing) {
    for (const auto& [failure, sentence] :
         {std::pair{"seal.payload", "abîmé"}, std::pair{"seal.hmac", "abîmé"}, std::pair{"draft.damaged", "abîmé"},
          std::pair{"seal.not-age", "abîmé"}, std::pair{"seal.no-match", "une autre clé"},
          std::pair{"draft.elsewhere", "autre onglet"}, std::pair{"draft.gone", "n’est plus sur ce poste"},
          std::pair{"storage.failed", "navigateur"}}) {
        Visitor visitor;
        ask_for_it(visitor);
        visitor.shell_fails("resume-draft", failure);
        EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr(sentence)) << failure;
        EXPECT_EQ(visitor.asked_for("drop-draft") + visitor.asked_for("delete-draft"), 0) << failure;
    }
    for (const std::string& content : {std::string(), std::string("{}"), std::string(R"({"format":"pli/brouillon/2"})"),
                                       sample_content().substr(0, 50)}) {
        Visitor visitor;
        ask_for_it(visitor);
        shell_opens(visitor, content);
        EXPECT_EQ(visitor.focused(), "bilan") << content;
        EXPECT_EQ(visitor.effect("leave-draft").at("number"), visitor.effect("resume-draft").at("number"));
        EXPECT_EQ(visitor.asked_for("drop-draft") + visitor.asked_for("delete-draft"), 0) << content;
    }
}

TEST(ResumedDraft, OfAnOlderFormSaysHowManyAnswersHaveNoPlace) {
    json content = json::parse(sample_content());
    content["formulaire"]["version"] = 0;
    content["reponses"]["agent-ft.bureau"] = "12";
    Visitor visitor;
    ask_for_it(visitor);
    shell_opens(visitor, content.dump());
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    EXPECT_THAT(visitor.status(), HasSubstr("une réponse n’y a plus de place"));
}

TEST(ResumedDraft, SealedToOnesKeyNeedsItUnlocked) {
    Visitor visitor;
    tell_kept(visitor, json::array({kept(id, "2026-11-29", "key")}));
    visitor.visit("#/brouillons/" + id);
    EXPECT_TRUE(visitor.shows("brouillon-cle"));
    EXPECT_FALSE(visitor.shows("ouvrir"));
    unlock(visitor);
    visitor.visit("#/brouillons/" + id);
    EXPECT_FALSE(visitor.shows("brouillon-code-tape"));
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("resume-draft").at("vault"), true);
    shell_opens(visitor, sample_content());
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    EXPECT_THAT(visitor.label("brouillon-dit"), HasSubstr("pour votre clé"));
}

TEST(ResumedDraft, OfAFileGoesOnInTheBrowserUnderTheSameCode) {
    Visitor visitor;
    visitor.click("brouillon-fichier-lien");
    visitor.visit("#/brouillons");
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.focused(), "bilan");
    visitor.give_file("brouillon-fichier", "pli_brouillon_2026-11-20_0a1b2c3d.age");
    visitor.write("brouillon-code-tape", code);
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("resume-draft").at("file"), "brouillon-fichier");
    shell_opens(visitor, sample_content(), "");
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    EXPECT_EQ(visitor.effect("begin-draft").at("code"), code);
    begin(visitor);
    EXPECT_EQ(handed(visitor).at("reponses").at("agent-ft.nom"), "Exemple");
}

TEST(ResumedDraft, TakesThePlaceOfNoAnswer) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.type("agent-ft.nom", "Exemple");
    tell_kept(visitor, json::array({kept("c")}));
    visitor.visit("#/brouillons/c");
    EXPECT_TRUE(visitor.shows("brouillon-fiche-en-cours"));
    EXPECT_FALSE(visitor.shows("ouvrir"));
}

TEST(EraseAll, IsAskedAndSaysWhatItCannotPromise) {
    Visitor visitor("#/donnees-personnelles");
    EXPECT_THAT(visitor.label("donnees.effacer-2"), HasSubstr("ne peut pas promettre"));
    visitor.click("tout-effacer");
    EXPECT_EQ(visitor.asked_for("erase-all"), 0);
    visitor.click("question-oui");
    EXPECT_EQ(visitor.asked_for("erase-all"), 1);
}

} // namespace
} // namespace pli::ui
