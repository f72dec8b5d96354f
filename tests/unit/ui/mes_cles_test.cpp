// One's own keys: a key counts once its backup was tried; locked, it hides what is on the screen.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const json words = {"abaisser", "abandon", "abdiquer", "abeille", "abolir", "aborder", "aboutir", "aboyer"};
const std::string joined = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";

/// `file` tells one sealed file of the keys from another.
json facts(const std::string& name, bool signing = false, const std::string& file = "1") {
    const auto recipient = [&](const std::string& text, const std::string& type) {
        return json{{"recipient", text + name}, {"type", type}, {"fingerprint", std::string(64, 'a')}};
    };
    return {{"recipients", {recipient("age1", "x25519"), recipient("age1pq", "hybrid")}},
            {"verifyingKey", signing ? "RW" + name : ""},
            {"files", {{"key", file}, {"signature", signing ? file : ""}}}};
}

Visitor who_begins() {
    Visitor visitor("#/mes-cles");
    visitor.click("cle-creer");
    return visitor;
}

void note_passphrase(Visitor& visitor) {
    visitor.click("phrase-produire");
    visitor.shell_answers("passphrase", {{"for", visitor.effect("passphrase").at("for")}, {"words", words}});
    visitor.check("phrase-notee");
}

Visitor who_made(const json& made = facts("une")) {
    Visitor visitor = who_begins();
    note_passphrase(visitor);
    visitor.click("cle-fabriquer");
    visitor.shell_answers("keys-made", made);
    return visitor;
}

void unlock(Visitor& visitor, const std::string& passphrase = joined) {
    visitor.give_file("cle-fichier", "cle.age");
    visitor.write("cle-phrase", passphrase);
    visitor.click("deverrouiller");
}

Visitor who_unlocked() {
    Visitor visitor("#/mes-cles");
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une"));
    return visitor;
}

TEST(MesCles, SayWhatALostKeyMeansBeforeOneIsMade) {
    EXPECT_THAT(who_begins().text(), HasSubstr("Personne ne peut la refaire"));
}

TEST(MesCles, AreMadeUnderAPassphraseThatWasNoted) {
    Visitor visitor = who_begins();
    visitor.click("cle-fabriquer");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_EQ(visitor.asked_for("make-keys"), 0);
    visitor.click("phrase-produire");
    visitor.shell_answers("passphrase", {{"for", "keys"}, {"words", words}});
    visitor.click("cle-fabriquer");
    EXPECT_EQ(visitor.asked_for("make-keys"), 0) << "not noted";
    visitor.check("phrase-notee");
    visitor.check("cle-signer");
    visitor.click("cle-fabriquer");
    EXPECT_EQ(visitor.effect("make-keys"),
              (json{{"passphrase", joined}, {"created", "2026-11-22"}, {"hybrid", true}, {"signing", true}}));
    EXPECT_TRUE(visitor.shows("avancement"));
}

TEST(MesCles, DoNotCountBeforeTheirBackupWasTried) {
    Visitor visitor = who_made(facts("une", true));
    EXPECT_THAT(visitor.text(), HasSubstr("ne sert pas encore"));
    EXPECT_THAT(visitor.text(), Not(HasSubstr("abandon"))) << "the passphrase is not shown any more";
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), true);
    visitor.click("enregistrer-cle");
    EXPECT_EQ(visitor.effect("save-keys"), (json{{"what", "key"}}));
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), false);
    visitor.click("enregistrer-signature");
    visitor.give_file("cle-signature", "signature.age");
    unlock(visitor);
    EXPECT_EQ(visitor.effect("unlock"),
              (json{{"keyFile", "cle-fichier"}, {"signatureFile", "cle-signature"}, {"passphrase", joined}}));
    visitor.shell_answers("unlocked", facts("une", true));
    EXPECT_THAT(visitor.status(), HasSubstr("prête et déverrouillée"));
    EXPECT_THAT(visitor.text(), HasSubstr("RWune"));
    EXPECT_EQ(visitor.focused(), "titre/mes-cles");
}

const std::string rescue_key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/// The shipped pack, in which the Pas-de-Calais has a key of rescue.
std::string pack_with_rescue() {
    json pack = json::parse(shipped_pack());
    pack["pas-de-calais.json"]["secours"] = {{"recipient", rescue_key}, {"holder", "la direction d’exemple"}};
    return pack.dump();
}

TEST(MesCles, WhereThereIsAKeyOfRescueACopyIsMadeForIt) {
    Visitor visitor(pack_with_rescue(), "#/mes-cles", "pas-de-calais");
    visitor.click("cle-creer");
    EXPECT_THAT(visitor.text(), HasSubstr("sans la copie de secours"));
    EXPECT_THAT(visitor.text(), HasSubstr("la direction d’exemple"));
    visitor.check("cle-signer");
    note_passphrase(visitor);
    visitor.click("cle-fabriquer");
    EXPECT_EQ(visitor.effect("make-keys").at("rescue"), rescue_key);
    visitor.shell_answers("keys-made", facts("une", true));
    EXPECT_THAT(visitor.text(), HasSubstr("la direction d’exemple"));
    visitor.click("enregistrer-cle-secours");
    EXPECT_EQ(visitor.effect("save-keys"), (json{{"what", "rescue-key"}}));
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), true) << "cle.age itself is not saved yet";
    visitor.click("enregistrer-signature-secours");
    EXPECT_EQ(visitor.effect("save-keys"), (json{{"what", "rescue-signature"}}));
}

TEST(MesCles, WithoutATerritoryTheOneWithAKeyOfRescueIsToBeChosenFirst) {
    Visitor visitor(pack_with_rescue(), "#/mes-cles", "");
    visitor.click("cle-creer");
    EXPECT_THAT(visitor.text(), HasSubstr("Choisissez d’abord votre territoire"));
    Visitor elsewhere(pack_with_rescue(), "#/mes-cles", "nord");
    elsewhere.click("cle-creer");
    EXPECT_THAT(elsewhere.text(), HasSubstr("Personne ne peut la refaire"));
    EXPECT_FALSE(elsewhere.shows("cle-secours"));
}

TEST(MesCles, WhatIsComputedCanBeStopped) {
    Visitor visitor = who_begins();
    note_passphrase(visitor);
    visitor.click("cle-fabriquer");
    visitor.click("annuler");
    EXPECT_EQ(visitor.asked_for("cancel-keys"), 1);
    visitor.shell_answers("keys-cancelled", json::object());
    EXPECT_THAT(visitor.status(), HasSubstr("Le calcul est annulé"));
    EXPECT_EQ(visitor.focused(), "fabriquer");
    EXPECT_TRUE(visitor.shows("cle-fabriquer"));
    visitor.shell_answers("keys-made", facts("une"));
    EXPECT_FALSE(visitor.shows("pas-encore")) << "what comes too late does not count";

    Visitor unlocking("#/mes-cles");
    unlock(unlocking);
    unlocking.click("annuler");
    unlocking.shell_answers("keys-cancelled", json::object());
    EXPECT_EQ(unlocking.focused(), "cle-fichier");
    EXPECT_EQ(unlocking.property("cle-phrase", "value"), joined);
}

TEST(MesCles, ABackupOfOtherKeysIsRefused) {
    Visitor visitor = who_made();
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("autre"));
    EXPECT_EQ(visitor.asked_for("lock"), 1);
    EXPECT_THAT(visitor.text(), HasSubstr("ne sont pas ceux de la clé qui vient d’être faite"));
    EXPECT_TRUE(visitor.shows("pas-encore"));
}

TEST(MesCles, CanBeGivenUpBeforeTheyCount) {
    Visitor visitor = who_made();
    visitor.click("cle-renoncer");
    EXPECT_TRUE(visitor.shows("cle-creer"));
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), false);
}

TEST(MesCles, WhatIsMissingToUnlockIsSaid) {
    Visitor visitor("#/mes-cles");
    visitor.click("deverrouiller");
    EXPECT_EQ(visitor.asked_for("unlock"), 0);
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.property("cle-fichier", "error"), HasSubstr("cle.age"));
    EXPECT_THAT(visitor.property("cle-phrase", "error"), HasSubstr("8 mots"));
}

TEST(MesCles, ThatSignAreTriedWithBothTheirFiles) {
    Visitor visitor = who_made(facts("une", true));
    EXPECT_TRUE(visitor.flag("cle-signature", "required"));
    unlock(visitor);
    EXPECT_EQ(visitor.asked_for("unlock"), 0);
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.property("cle-signature", "error"), HasSubstr("Choisissez aussi signature.age"));
    visitor.give_file("cle-signature", "signature.age");
    visitor.click("deverrouiller");
    EXPECT_EQ(visitor.effect("unlock").at("signatureFile"), "cle-signature");
    Visitor other = who_made();
    EXPECT_FALSE(other.flag("cle-signature", "required"));
    unlock(other);
    EXPECT_EQ(other.asked_for("unlock"), 1);
}

TEST(MesCles, LeftTheirPassphraseIsForgotten) {
    Visitor visitor = who_begins();
    note_passphrase(visitor);
    EXPECT_THAT(visitor.text(), HasSubstr(joined));
    visitor.visit("#/");
    visitor.visit("#/mes-cles");
    EXPECT_THAT(visitor.text(), Not(HasSubstr("abandon")));
    visitor.click("cle-fabriquer");
    EXPECT_EQ(visitor.asked_for("make-keys"), 0) << "another one is needed";
    note_passphrase(visitor);
    visitor.click("cle-fabriquer");
    EXPECT_EQ(visitor.asked_for("make-keys"), 1);
    visitor.visit("#/");
    visitor.shell_answers("keys-made", facts("une"));
    visitor.visit("#/mes-cles");
    EXPECT_TRUE(visitor.shows("pas-encore")) << "what is computed goes on";

    visitor.write("cle-phrase", joined);
    visitor.visit("#/");
    visitor.visit("#/mes-cles");
    EXPECT_EQ(visitor.property("cle-phrase", "value"), "");
}

TEST(MesCles, APassphraseOfAnotherToolIsTriedAsTyped) {
    Visitor visitor("#/mes-cles");
    unlock(visitor, "Abaisser Abandon Abdiquer Abeille Abolir Aborder Aboutir Aboyer");
    EXPECT_EQ(visitor.effect("unlock").at("passphrase"), joined);
    visitor.shell_fails("unlock", "seal.wrong-passphrase");
    EXPECT_EQ(visitor.asked_for("unlock"), 2);
    EXPECT_THAT(visitor.effect("unlock").at("passphrase").get<std::string>(), HasSubstr("Abaisser Abandon"));
    visitor.shell_answers(
        "failed", {{"during", "unlock"}, {"error", {{"code", "seal.wrong-passphrase"}, {"place", "key-file"}}}});
    EXPECT_EQ(visitor.asked_for("unlock"), 2);
    EXPECT_THAT(visitor.text(), HasSubstr("n’ouvre pas votre fichier de clé"));
    EXPECT_FALSE(visitor.shows("avancement"));
}

TEST(MesCles, UnlockedTheyOpenWhatIsReceived) {
    Visitor visitor = who_unlocked();
    visitor.visit("#/ouvrir");
    visitor.give_file("ouvrir-fichier", "pli.age");
    visitor.shell_answers("inspected", {{"locks", "keys"}, {"recipients", 1}});
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("open").at("vault"), true);
    EXPECT_EQ(visitor.effect("open").at("keyFile"), "");
}

TEST(MesCles, AnotherKeyFileIsTakenInsteadOfTheUnlockedOne) {
    Visitor visitor = who_unlocked();
    visitor.visit("#/ouvrir");
    visitor.give_file("ouvrir-fichier", "pli.age");
    visitor.shell_answers("inspected", {{"locks", "keys"}, {"recipients", 1}});
    visitor.give_file("ouvrir-cle", "autre.txt");
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("open").at("vault"), false);
    EXPECT_EQ(visitor.effect("open").at("keyFile"), "ouvrir-cle");
}

TEST(MesCles, ThePublicHalvesAreSavedAsFilesThatTheRecipientsScreenTakes) {
    Visitor visitor = who_unlocked();
    visitor.click("cle-classique-enregistrer");
    EXPECT_EQ(visitor.effect("save").at("name"), "pli_cle-publique.txt");
    EXPECT_THAT(visitor.effect("save").at("content").get<std::string>(),
                testing::MatchesRegex("# [^\n]+22/11/2026\n# [^\n]+aaaa aaaa[^\n]+\nage1une\n"));
    visitor.click("cle-hybride-enregistrer");
    EXPECT_EQ(visitor.effect("save").at("name"), "pli_cle-publique-hybride.txt");
}

TEST(MesCles, ArePrintedOnACardWithoutAnySecret) {
    Visitor visitor = who_unlocked();
    visitor.click("cle-carte");
    const json card = visitor.effect("key-card");
    EXPECT_EQ(card.at("content"), "age1une");
    EXPECT_EQ(card.at("created"), "2026-11-22");
    EXPECT_THAT(card.at("model").dump(), HasSubstr("age1une"));
    EXPECT_THAT(card.at("model").dump(), HasSubstr("aaaa aaaa"));
}

TEST(MesCles, SignWhatIsSealedUnlessThatIsNotWanted) {
    Visitor visitor("#/mes-cles");
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une", true));
    visitor.visit("#/");
    visitor.fill_to_recipients();
    EXPECT_TRUE(visitor.checked("signer"));
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("signer"), "RWune");
}

TEST(MesCles, WithoutASigningKeyNothingIsSigned) {
    Visitor visitor = who_unlocked();
    visitor.visit("#/");
    visitor.fill_to_recipients();
    EXPECT_FALSE(visitor.shows("signer"));
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("signer"), "");
}

TEST(MesCles, AnotherPassphraseIsTriedLikeANewKey) {
    Visitor visitor = who_unlocked();
    visitor.click("cle-autre-phrase");
    note_passphrase(visitor);
    visitor.click("cle-fabriquer");
    EXPECT_EQ(visitor.effect("reseal-keys"), (json{{"passphrase", joined}, {"created", "2026-11-22"}}));
    visitor.shell_answers("keys-made", facts("une", false, "2"));
    EXPECT_THAT(visitor.label("pas-encore"), HasSubstr("gardez l’ancien"));
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une", false, "1"));
    EXPECT_TRUE(visitor.shows("pas-encore")) << "the old file opens with the old passphrase";
    EXPECT_THAT(visitor.text(), HasSubstr("ce n’est pas celui qui vient d’être fait"));
    EXPECT_EQ(visitor.asked_for("lock"), 0);
    EXPECT_EQ(visitor.property("cle-fichier", "value"), "") << "it is to be chosen again";
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une", false, "2"));
    EXPECT_TRUE(visitor.shows("verrouiller"));
}

TEST(MesCles, BeingMadeAreNotTriedByUnlockingTheScreen) {
    Visitor visitor = who_unlocked();
    visitor.click("cle-autre-phrase");
    note_passphrase(visitor);
    visitor.click("cle-fabriquer");
    visitor.shell_answers("keys-made", facts("une", false, "2"));
    visitor.shell_answers("locked", json::object());
    EXPECT_EQ(visitor.label("deverrouiller"), "Déverrouiller");
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une", false, "1"));
    EXPECT_TRUE(visitor.shows("pas-encore"));
    EXPECT_THAT(visitor.status(), HasSubstr("est déverrouillée"));
}

TEST(MesCles, AKeyFileOfAnExcessiveComputationIsRefused) {
    Visitor visitor("#/mes-cles");
    unlock(visitor);
    visitor.shell_answers(
        "failed", {{"during", "unlock"}, {"error", {{"code", "seal.work-factor-confirm"}, {"place", "key-file"}}}});
    EXPECT_THAT(visitor.text(), HasSubstr("calcul plus long que ceux de Pli"));
}

TEST(Lock, HidesTheScreenAndComesBackToIt) {
    Visitor visitor = who_unlocked();
    visitor.visit("#/");
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "ESSAI");
    visitor.shell_answers("locked", json::object());
    EXPECT_EQ(visitor.title(), "Pli est verrouillé");
    EXPECT_EQ(visitor.tab(), "Pli est verrouillé – Pli");
    EXPECT_EQ(visitor.focused(), "titre-verrou");
    EXPECT_THAT(visitor.text(), Not(HasSubstr("ESSAI")));
    visitor.visit("#/registre");
    EXPECT_EQ(visitor.title(), "Pli est verrouillé");
    visitor.visit("#/saisie/1");
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une"));
    EXPECT_TRUE(visitor.asks("agent-ft.nom"));
    EXPECT_EQ(visitor.value("agent-ft.nom"), "ESSAI");
}

TEST(Lock, OfKeysThatSignOpensWithBothTheirFiles) {
    Visitor visitor("#/mes-cles");
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une", true));
    visitor.shell_answers("locked", json::object());
    unlock(visitor);
    EXPECT_EQ(visitor.asked_for("unlock"), 1) << "only before it was locked";
    EXPECT_THAT(visitor.property("cle-signature", "error"), HasSubstr("cette clé signe"));
    visitor.give_file("cle-signature", "signature.age");
    visitor.click("deverrouiller");
    visitor.shell_answers("unlocked", facts("une", true));
    EXPECT_TRUE(visitor.shows("verrouiller"));
}

TEST(Lock, SaysNothingOfTheScreenThatItHides) {
    Visitor visitor = who_unlocked();
    visitor.visit("#/ouvrir");
    visitor.give_file("ouvrir-fichier", "pli.age");
    visitor.shell_answers("inspected", {{"locks", "passphrase"}, {"recipients", 1}});
    visitor.write("ouvrir-phrase", "une phrase");
    visitor.click("ouvrir");
    visitor.shell_fails("open", "seal.payload");
    ASSERT_TRUE(visitor.shows("bilan-echec"));
    visitor.shell_answers("locked", json::object());
    EXPECT_FALSE(visitor.shows("bilan-echec"));
    EXPECT_EQ(visitor.status(), "");
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une"));
    EXPECT_EQ(visitor.property("ouvrir-phrase", "value"), "");
}

TEST(Lock, AfterAWrongBackupItSaysWhy) {
    Visitor visitor = who_unlocked();
    visitor.click("cle-autre-phrase");
    note_passphrase(visitor);
    visitor.click("cle-fabriquer");
    visitor.shell_answers("keys-made", facts("une", false, "2"));
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("autre"));
    visitor.shell_answers("locked", json::object());
    EXPECT_EQ(visitor.title(), "Pli est verrouillé");
    EXPECT_THAT(visitor.text(), HasSubstr("ne sont pas ceux de la clé qui vient d’être faite"));
}

TEST(Lock, OpensToNobodyElse) {
    Visitor visitor = who_unlocked();
    visitor.shell_answers("locked", json::object());
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("autre"));
    EXPECT_EQ(visitor.title(), "Pli est verrouillé");
    EXPECT_THAT(visitor.text(), HasSubstr("n’est pas celle qui a verrouillé l’écran"));
    EXPECT_EQ(visitor.asked_for("lock"), 1);
    visitor.click("verrou-effacer");
    visitor.click("verrou-effacer-oui");
    EXPECT_EQ(visitor.asked_for("erase"), 1);
}

TEST(Lock, IsErasedBehindOnlyWhenThatIsSaidTwice) {
    Visitor visitor = who_unlocked();
    visitor.visit("#/");
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "ESSAI");
    visitor.shell_answers("locked", json::object());
    visitor.click("verrou-effacer");
    EXPECT_EQ(visitor.asked_for("erase"), 0);
    EXPECT_EQ(visitor.focused(), "verrou-garder");
    EXPECT_THAT(visitor.label("verrou-perdu"), HasSubstr("perdu"));
    visitor.click("verrou-garder");
    EXPECT_FALSE(visitor.shows("verrou-effacer-oui"));
    visitor.click("verrou-effacer");
    unlock(visitor);
    visitor.shell_answers("unlocked", facts("une"));
    visitor.shell_answers("locked", json::object());
    EXPECT_FALSE(visitor.shows("verrou-effacer-oui")) << "that was asked at another time";
    EXPECT_EQ(visitor.asked_for("erase"), 0);
}

TEST(MesCles, CanBeLeftForOthers) {
    Visitor visitor = who_unlocked();
    visitor.click("cle-quitter");
    EXPECT_EQ(visitor.asked_for("lock"), 1);
    visitor.shell_answers("locked", json::object());
    EXPECT_EQ(visitor.title(), "Mes clés") << "nothing is hidden: nobody has to come back";
    EXPECT_TRUE(visitor.shows("cle-creer"));
}

TEST(Lock, WithoutUnlockedKeysThereIsNothingToLock) {
    Visitor visitor;
    visitor.shell_answers("locked", json::object());
    EXPECT_NE(visitor.title(), "Pli est verrouillé");
}

} // namespace
} // namespace pli::ui
