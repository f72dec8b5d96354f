// A key that others may know: what to do, by when, and what it concerns.
#include "core/receipts/receipts_file.hpp"
#include "unit/receipts/sample.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using receipts_test::hash_of;
using receipts_test::id_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string address = "#/cle-compromise";

Visitor who_tells(const std::string& what, const std::string& territory = "pas-de-calais") {
    Visitor visitor(address, territory);
    json contents = json::array();
    for (const Receipt& receipt : receipts_test::sample().all) contents.push_back(test::must(write_receipt(receipt)));
    visitor.shell_answers("kept-receipts", {{"kept", true}, {"contents", contents}});
    visitor.pick("compromis-quoi", what);
    return visitor;
}

void tell_time(Visitor& visitor) {
    visitor.answer("constate-le", "20/11/2026");
    visitor.answer("constate-a", "14:30");
    visitor.click("compromis-calculer");
}

TEST(Compromise, IsReachedFromKeysAndHelp) {
    Visitor visitor("#/mes-cles");
    EXPECT_EQ(visitor.property("cle-compromise", "value"), address);
    visitor.visit("#/aide");
    EXPECT_EQ(visitor.property("cle-compromise", "value"), address);
    visitor.visit(address);
    EXPECT_EQ(visitor.title(), "Ma clé est peut-être connue d’un autre");
    EXPECT_FALSE(visitor.shows("compromis-revoquer")) << "first what happened";
}

TEST(Compromise, SaysWhatToDoInOrder) {
    Visitor visitor = who_tells("cle-et-phrase");
    int number = 0;
    for (const std::string step : {"cesser", "revoquer", "prevenir", "plis", "nouvelle"})
        EXPECT_THAT(visitor.label("compromis-" + step + "-titre"), HasSubstr(std::to_string(++number) + ". "));
    EXPECT_THAT(visitor.label("compromis-sens"), HasSubstr("ouvrir tous les plis"));
    EXPECT_TRUE(visitor.shows("compromis-ancienne"));
    EXPECT_FALSE(visitor.shows("compromis-ancienne-signature"));
    visitor.pick("compromis-quoi", "cle-de-signature");
    EXPECT_THAT(visitor.label("compromis-sens"), HasSubstr("signer"));
    EXPECT_FALSE(visitor.shows("compromis-ancienne"));
    EXPECT_TRUE(visitor.shows("compromis-ancienne-signature"));
    EXPECT_EQ(visitor.property("compromis-mes-cles", "value"), "#/mes-cles");
}

TEST(Compromise, ComputesTheLimitsOfTheTerritorysActs) {
    Visitor visitor = who_tells("poste");
    visitor.click("compromis-calculer");
    EXPECT_EQ(visitor.focused(), "bilan") << "day and time are needed";
    tell_time(visitor);
    EXPECT_EQ(visitor.focused(), "compromis-delais-titre");
    EXPECT_THAT(visitor.label("echeance-information-plateforme"),
                AllOf(HasSubstr("22/11/2026 à 2\u00a0h\u00a030"), HasSubstr("36 heures")));
    EXPECT_THAT(visitor.label("echeance-information-outils"), HasSubstr("22/11/2026 à 14\u00a0h\u00a030"));
    EXPECT_THAT(visitor.label("echeance-notification-cnil"),
                AllOf(HasSubstr("23/11/2026 à 14\u00a0h\u00a030"), HasSubstr("article 33")));
    EXPECT_FALSE(visitor.shows("echeance-stock-cgpe")) << "it has nothing to do with it";
    visitor.answer("constate-a", "15:00");
    EXPECT_FALSE(visitor.shows("compromis-delais")) << "another time";
}

TEST(Compromise, HasTheFiguresOfTheOtherTerritory) {
    Visitor visitor = who_tells("poste", "nord");
    tell_time(visitor);
    EXPECT_TRUE(visitor.shows("echeance-information-ouiform"));
    EXPECT_FALSE(visitor.shows("echeance-information-plateforme"));
    EXPECT_THAT(visitor.text(), HasSubstr("dpd@lenord.fr"));
}

TEST(Compromise, KnowsTheLawWithoutATerritory) {
    Visitor visitor(address, "");
    visitor.pick("compromis-quoi", "poste");
    EXPECT_THAT(visitor.text(), HasSubstr("72 heures"));
    EXPECT_FALSE(visitor.shows("compromis-calculer"));
    EXPECT_TRUE(visitor.shows("compromis-territoire"));
}

TEST(Compromise, SaysWhichReceiptsAKeyConcerns) {
    Visitor visitor = who_tells("cle-et-phrase");
    EXPECT_THAT(visitor.label("compromis-plis-detail"), HasSubstr("indiquez son empreinte"));
    visitor.write("compromis-empreinte", hash_of('A'));
    EXPECT_THAT(visitor.label("compromis-plis-detail"), HasSubstr("2 reçus"));
    EXPECT_EQ(visitor.property("compromis-pli-" + id_of('3') + "-lien", "value"), "#/suivi/pli/" + id_of('3'));
    visitor.write("compromis-empreinte", "aaaa");
    EXPECT_THAT(visitor.property("compromis-empreinte", "error"), HasSubstr("64"));
    visitor.pick("compromis-quoi", "cle-de-signature");
    visitor.write("compromis-verification", receipts_test::signing_key);
    EXPECT_THAT(visitor.label("compromis-plis-detail"), HasSubstr("1 reçu"));
    EXPECT_TRUE(visitor.shows("compromis-pli-" + id_of('2') + "-lien"));
    visitor.write("compromis-verification", "RW");
    EXPECT_THAT(visitor.property("compromis-verification", "error"), HasSubstr("56"));
}

TEST(Compromise, TakesTheUnlockedKey) {
    Visitor visitor("#/mes-cles");
    visitor.give_file("cle-fichier", "cle.age");
    visitor.write("cle-phrase", "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer");
    visitor.click("deverrouiller");
    const json key = {{"recipient", "age1une"}, {"type", "x25519"}, {"fingerprint", hash_of('a')}};
    visitor.shell_answers("unlocked", {{"recipients", {key}},
                                       {"verifyingKey", receipts_test::signing_key},
                                       {"files", {{"key", "1"}, {"signature", "2"}}}});
    visitor.visit(address);
    visitor.pick("compromis-quoi", "poste");
    EXPECT_FALSE(visitor.shows("compromis-enregistrer")) << "it may be the new key that is unlocked";
    visitor.pick("compromis-laquelle", "autre");
    EXPECT_TRUE(visitor.shows("compromis-empreinte"));
    visitor.pick("compromis-laquelle", "ici");
    EXPECT_FALSE(visitor.shows("compromis-empreinte")) << "it is known";
    EXPECT_THAT(visitor.text(), HasSubstr(receipts_test::signing_key));
    visitor.click("compromis-enregistrer");
    const json file = visitor.effect("save");
    EXPECT_EQ(file.at("name"), "pli_demande-de-revocation_2026-11-22.txt");
    EXPECT_THAT(file.at("content").get<std::string>(),
                AllOf(HasSubstr("22/11/2026"), HasSubstr("aaaa aaaa"), HasSubstr(receipts_test::signing_key)));
}

TEST(Compromise, KeepsTicksInMemoryOnly) {
    Visitor visitor = who_tells("poste");
    visitor.check("compromis-revoquer-fait");
    visitor.visit("#/");
    visitor.visit(address);
    EXPECT_TRUE(visitor.checked("compromis-revoquer-fait"));
    visitor.check("compromis-revoquer-fait", false);
    visitor.visit("#/");
    visitor.visit(address);
    EXPECT_FALSE(visitor.checked("compromis-revoquer-fait"));
    EXPECT_EQ(visitor.asked_for("keep-receipts"), 0);
    visitor.click("compromis-imprimer");
    EXPECT_EQ(visitor.asked_for("print"), 1);
}

} // namespace
} // namespace pli::ui
