// The register in its file: sealed, saved, opened again, merged, and what the browser remembers of it.
#include "unit/ui/keeper.hpp"

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(RegistreVersions, IsSealedAndThenUnchanged) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.visit("#/registre");
    EXPECT_THAT(keeper.label("registre-enregistre"), HasSubstr("pas encore scellés"));
    const std::string text = keeper.seal(hash_a);
    EXPECT_THAT(read_register(text).faults, IsEmpty());
    EXPECT_THAT(keeper.label("registre-enregistre"), HasSubstr("pas encore enregistré"));
    keeper.enlist("PETIT", 2);
    const RegisterReading second = read_register(keeper.seal(hash_b));
    EXPECT_EQ(second.content.version, 2);
    EXPECT_EQ(second.content.ancestors, std::vector<std::string>{hash_a});
}

TEST(RegistreVersions, ClosesUnaskedOnlyWhenNothingChanged) {
    Keeper keeper;
    keeper.begin();
    keeper.click("registre-fermer");
    EXPECT_EQ(keeper.focused(), "question-garder");
    keeper.click("question-garder");
    keeper.seal(hash_a);
    EXPECT_THAT(keeper.label("registre-enregistre"), HasSubstr("pas encore enregistré"));
    keeper.click("registre-fermer");
    EXPECT_EQ(keeper.focused(), "question-garder") << "the sealed file was not saved";
    keeper.click("question-garder");
    keeper.visit("#/registre/sceller");
    keeper.click("telecharger");
    keeper.click("registre-revenir");
    keeper.click("registre-fermer");
    EXPECT_TRUE(keeper.shows("registre-commencer"));
}

TEST(RegistreVersions, IsNotLostWhenAFicheIsErased) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.visit("#/");
    keeper.start_fiche();
    keeper.click("abandonner");
    keeper.click("question-oui");
    EXPECT_THAT(keeper.status(), HasSubstr("reste ouvert"));
    keeper.visit("#/registre");
    EXPECT_TRUE(keeper.shows("personne-" + id_of(1)));
}

TEST(RegistreVersions, WarnsOfAnOlderVersion) {
    Keeper keeper;
    keeper.begin();
    const std::string first = keeper.seal(hash_a);
    keeper.enlist("DURAND", 1);
    keeper.seal(hash_b);
    keeper.open(first, hash_a);
    EXPECT_EQ(keeper.title(), "Deux versions du registre");
    EXPECT_THAT(keeper.text(), HasSubstr("plus ancienne"));
    EXPECT_FALSE(keeper.shows("reunir"));
    keeper.click("reunir-garder");
    EXPECT_TRUE(keeper.shows("personne-" + id_of(1)));
}

TEST(RegistreVersions, MergesWhatTwoColleaguesSaved) {
    Keeper colleague;
    colleague.begin();
    colleague.enlist("DURAND", 1);
    const std::string common = colleague.seal(hash_a);
    colleague.visit("#/registre/personne/" + id_of(1));
    colleague.write("registre-champ-region", "Normandie");
    colleague.click("personne-enregistrer");
    const std::string theirs = colleague.seal(hash_b);

    Keeper keeper;
    keeper.open(common, hash_a);
    EXPECT_EQ(keeper.route(), "#/registre");
    keeper.visit("#/registre/personne/" + id_of(1));
    keeper.write("registre-champ-region", "Bretagne");
    keeper.click("personne-enregistrer");
    keeper.seal(std::string(64, 'c'));
    keeper.open(theirs, hash_b);
    EXPECT_THAT(keeper.text(), HasSubstr("chacun de leur côté"));
    EXPECT_THAT(keeper.text(), HasSubstr("Version ouverte : Bretagne"));
    keeper.pick("reunir-1", "autre");
    keeper.click("reunir");
    EXPECT_EQ(keeper.route(), "#/registre");
    const RegisterReading merged = read_register(keeper.seal(std::string(64, 'd')));
    EXPECT_EQ(merged.content.persons.at(0).identity.region, "Normandie");
    EXPECT_EQ(merged.content.version, 3);
}

TEST(RegistreVersions, NamesEveryFaultOfADamagedRegister) {
    Keeper author;
    author.begin();
    author.enlist("DURAND", 1);
    std::string text = author.seal(hash_a);
    for (const auto& [good, bad] : {std::pair<std::string, std::string>{"1985-03-07", "1985-02-30"},
                                    {"\"safir\":\"62011\"", "\"safir\":\"6201\""},
                                    {"\"manager\":false", "\"manager\":0"}})
        text.replace(text.find(good), good.size(), bad);
    Keeper keeper;
    keeper.begin();
    keeper.enlist("PETIT", 2);
    keeper.open(text, hash_b);
    EXPECT_EQ(keeper.title(), "Ouvrir un pli");
    EXPECT_EQ(keeper.focused(), "bilan");
    EXPECT_THAT(keeper.label("bilan-titre"), HasSubstr("3 éléments"));
    EXPECT_THAT(keeper.text(), HasSubstr("Personne 1, colonne « Date de naissance »"));
    EXPECT_THAT(keeper.text(), HasSubstr("« safir »"));
    EXPECT_THAT(keeper.text(), HasSubstr("rien de ce qui est ouvert n’est perdu"));
    keeper.give_file("ouvrir-fichier", "autre.age");
    EXPECT_FALSE(keeper.shows("bilan"));
    keeper.visit("#/registre");
    EXPECT_TRUE(keeper.shows("personne-" + id_of(2)));
}

TEST(RegistreVersions, ComparesTheSavedFileWithTheSealedOne) {
    Keeper keeper;
    keeper.begin();
    keeper.seal(hash_a);
    keeper.visit("#/registre/sceller");
    keeper.give_file("verifier", "ancien.age");
    EXPECT_EQ(keeper.effect("verify").at("file"), "verifier");
    keeper.shell_answers("verified", {{"same", false}});
    EXPECT_THAT(keeper.property("verifier", "error"), HasSubstr("n’est pas celui"));
    EXPECT_EQ(keeper.effect("ask-before-leaving").at("asks"), true);
    keeper.give_file("verifier", "pli.age");
    keeper.shell_answers("verified", {{"same", true}});
    EXPECT_EQ(keeper.property("verifier", "error"), "");
    EXPECT_THAT(keeper.status(), HasSubstr("bien celui"));
    EXPECT_EQ(keeper.effect("ask-before-leaving").at("asks"), false) << "it is in a file that was saved";
}

TEST(RegistreVersions, WarnsOfAnOlderVersionInALaterVisit) {
    Keeper first;
    first.shell_answers("known-registers", {{"content", ""}});
    first.begin();
    const std::string one = first.seal(hash_a);
    first.enlist("DURAND", 1);
    const std::string two = first.seal(hash_b);
    const std::string kept = first.effect("keep-registers").at("content");

    Keeper later;
    later.shell_answers("known-registers", {{"content", kept}});
    later.open(one, hash_a);
    EXPECT_THAT(later.label("registre-perime"), HasSubstr("sa version 2"));
    later.visit("#/donnees-personnelles");
    later.click("oublier-registres");
    EXPECT_EQ(later.effect("keep-registers").at("content"), "");

    Keeper same;
    same.shell_answers("known-registers", {{"content", kept}});
    same.open(two, hash_b);
    EXPECT_FALSE(same.shows("registre-perime"));

    Keeper parallel;
    parallel.shell_answers("known-registers", {{"content", kept}});
    parallel.open(two, std::string(64, 'c'));
    EXPECT_THAT(parallel.label("registre-perime"), HasSubstr("ne contient pas la version 2"));
}

TEST(RegistreVersions, KeepsNothingWhereTheBrowserMayNot) {
    Keeper keeper;
    keeper.begin();
    keeper.seal(hash_a);
    EXPECT_EQ(keeper.asked_for("keep-registers"), 0);
    Keeper damaged;
    damaged.shell_answers("known-registers", {{"content", R"({"registres":[{"id":"x","version":-1}, 3]})"}});
    damaged.visit("#/donnees-personnelles");
    EXPECT_FALSE(damaged.shows("oublier-registres"));
}

TEST(RegistreVersions, AsksBeforeThePageIsLeftWhileSomethingWouldBeLost) {
    Keeper keeper;
    EXPECT_EQ(keeper.asked_for("ask-before-leaving"), 0);
    keeper.begin();
    EXPECT_EQ(keeper.effect("ask-before-leaving").at("asks"), true);
    keeper.seal(hash_a);
    EXPECT_EQ(keeper.asked_for("ask-before-leaving"), 1) << "the sealed file is not saved";
    keeper.visit("#/registre/sceller");
    keeper.click("telecharger");
    EXPECT_EQ(keeper.effect("ask-before-leaving").at("asks"), false);
    keeper.visit("#/");
    keeper.start_fiche();
    EXPECT_EQ(keeper.effect("ask-before-leaving").at("asks"), false) << "nothing is answered yet";
    keeper.fill_agents();
    EXPECT_EQ(keeper.effect("ask-before-leaving").at("asks"), true);
}

TEST(RegistreVersions, RefusesADamagedRegister) {
    Keeper keeper;
    keeper.open(R"({"format":"pli/registre/2"})", hash_a);
    EXPECT_THAT(keeper.text(), HasSubstr("version plus récente de Pli"));
    EXPECT_EQ(keeper.title(), "Ouvrir un pli");
}

TEST(RegistreVersions, OffersNoSealedFileOnceSomethingChanged) {
    Keeper keeper;
    keeper.begin();
    keeper.seal(hash_a);
    keeper.visit("#/registre/sceller");
    EXPECT_TRUE(keeper.shows("telecharger"));
    keeper.visit("#/registre");
    keeper.enlist("DURAND", 1);
    keeper.visit("#/registre/sceller");
    EXPECT_FALSE(keeper.shows("telecharger"));
}

} // namespace
} // namespace pli::ui
