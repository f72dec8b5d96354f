// The 7-Zip archive beside a fiche: wanted, given a passphrase, saved, and opened again.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const json words = {"abaisser", "abandon", "abdiquer", "abeille", "abolir", "aborder", "aboutir", "aboyer"};
const std::string joined = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";

void note_passphrase(Visitor& visitor, const std::string& what) {
    visitor.click("phrase-produire");
    EXPECT_EQ(visitor.effect("passphrase").at("for"), what);
    visitor.shell_answers("passphrase", {{"for", what}, {"words", words}});
    visitor.check("phrase-notee");
}

json sealed_message(const std::string& seven_zip) {
    return {{"name", "pli_2026-11-22_0a1b2c3d.age"},
            {"size", 66000},
            {"sha256", std::string(64, 'a')},
            {"armorName", ""},
            {"sevenZipName", seven_zip},
            {"documentId", std::string(32, '1')}};
}

TEST(SeptZip, IsNotMadeUnlessItIsWanted) {
    Visitor visitor;
    visitor.seal_with_key();
    EXPECT_EQ(visitor.effect("seal").at("sevenZip"), "");
    EXPECT_FALSE(visitor.shows("telecharger-7z"));
}

TEST(SeptZip, OfAFicheSealedToKeysHasAPassphraseOfItsOwn) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.check("sept-zip");
    EXPECT_THAT(visitor.property("sept-zip", "hint"), HasSubstr("n’authentifie rien"));
    visitor.click("sceller");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_EQ(visitor.asked_for("seal"), 0) << "no passphrase";
    note_passphrase(visitor, "seven-zip");
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("sevenZip"), joined);
    EXPECT_EQ(visitor.effect("seal").at("passphrase"), "") << "the fiche itself is sealed to the key";
    visitor.shell_answers("progress", {{"stage", "sevenZip"}, {"percent", nullptr}});
    EXPECT_THAT(visitor.text(), HasSubstr("Archive 7-Zip"));
    visitor.shell_answers("sealed", sealed_message("pli_2026-11-22_0a1b2c3d.7z"));
    EXPECT_THAT(visitor.text(), HasSubstr("par un autre canal"));
    EXPECT_THAT(visitor.text(), HasSubstr("il est le plus sûr"));
    EXPECT_THAT(visitor.text(), Not(HasSubstr("abandon")));
    visitor.click("telecharger-7z");
    EXPECT_EQ(visitor.effect("download"), (json{{"what", "sevenZip"}}));
}

TEST(SeptZip, OfAFicheSealedByAPassphraseSharesIt) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.pick("ouverture", "phrase");
    visitor.check("phrase-roles-slai");
    note_passphrase(visitor, "document");
    visitor.check("sept-zip");
    EXPECT_THAT(visitor.text(), HasSubstr("La même phrase de passe"));
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("sevenZip"), joined);
    EXPECT_EQ(visitor.effect("seal").at("passphrase"), joined);
}

TEST(SeptZip, ThatIsNotWantedAnyMoreForgetsItsPassphrase) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.check("sept-zip");
    note_passphrase(visitor, "seven-zip");
    visitor.check("sept-zip", false);
    EXPECT_FALSE(visitor.shows("phrase"));
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("sevenZip"), "");
}

TEST(SeptZip, IsOpenedWithAPassphraseAlone) {
    Visitor visitor("#/ouvrir");
    visitor.give_file("ouvrir-fichier", "pli.7z");
    visitor.shell_answers("inspected", {{"locks", "passphrase"}, {"recipients", 0}, {"sevenZip", true}});
    EXPECT_THAT(visitor.status(), HasSubstr("archive 7-Zip"));
    visitor.write("ouvrir-phrase", "Abaisser abandon abdiquer abeille abolir aborder aboutir aboyer");
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("open").at("sevenZip"), true);
    EXPECT_EQ(visitor.effect("open").at("passphrase"), joined);
    visitor.shell_fails("open", "sevenzip.wrong-passphrase");
    EXPECT_THAT(visitor.effect("open").at("passphrase"), HasSubstr("Abaisser")) << "once more as it was typed";
    visitor.shell_fails("open", "sevenzip.wrong-passphrase");
    EXPECT_EQ(visitor.asked_for("open"), 2);
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("n’ouvre pas cette archive 7-Zip"));
}

} // namespace
} // namespace pli::ui
