#include "unit/document/samples.hpp"

using namespace pli;
using test::complete_answers;
using test::liaison;
using test::pas_de_calais;
using test::sample_envelope;

namespace {

std::string refusal(const Answers& answers, const Envelope& envelope) {
    const auto fiche = build_fiche(pas_de_calais(), liaison(), answers, envelope);
    if (fiche.ok()) return "accepted";
    const auto code = fiche.error().params.find("code");
    return fiche.error().code + " " + fiche.error().place +
           (code != fiche.error().params.end() ? " (" + code->second + ")" : "");
}

std::string refusal_after(void change(Envelope&)) {
    Envelope envelope = sample_envelope();
    change(envelope);
    return refusal(complete_answers(), envelope);
}

Json written_json(const Answers& answers) { return test::must(parse_json(test::written(answers))); }

TEST(BuildFiche, WritesCanonicalJson) {
    const std::string text = test::written(complete_answers());
    EXPECT_EQ(test::must(canonical_json(test::must(parse_json(text)))), text);
}

TEST(BuildFiche, NamesTheTerritoryThatOffersTheForm) {
    EXPECT_EQ(written_json(complete_answers()).at("pack").at("id"), "pas-de-calais");
    const Territory elsewhere{"ailleurs", "1.0.0", "Ailleurs", {{"Fiches", {"autre-fiche"}}}, {}, {}, {}};
    EXPECT_EQ(build_fiche(elsewhere, liaison(), complete_answers(), sample_envelope()).error(),
              (Error{"document.territory", "", {{"name", "ailleurs"}}}));
}

TEST(BuildFiche, NamesTheStructureOfWhoeverSends) {
    const auto sender = [](const std::string& role, const std::string& to, const Answers& answers) {
        Envelope envelope = sample_envelope();
        envelope.sender_role = role;
        envelope.addressees[0].role = to;
        return test::must(parse_json(test::written(answers, envelope))).at("emetteur");
    };
    EXPECT_EQ(sender("conseiller-france-travail", "slai", complete_answers()).at("structure"), "Arras Centre");
    EXPECT_EQ(sender("slai", "conseiller-france-travail", complete_answers()), (Json{{"role", "slai"}}))
        << "not the agency of the adviser";
    const Json mandated = sender("referent-social", "slai", complete_answers());
    EXPECT_EQ(mandated.at("structure"), complete_answers().text("suivi.referent-mandate.structure"));
    Answers without = complete_answers();
    without.set("suivi.choix", "");
    EXPECT_EQ(sender("referent-social", "slai", without), (Json{{"role", "referent-social"}})) << "hidden";
}

TEST(BuildFiche, NamesTheKeyOfWhoSigns) {
    Envelope envelope = sample_envelope();
    EXPECT_FALSE(test::must(parse_json(test::written(complete_answers(), envelope))).at("emetteur").contains("cle"));
    envelope.signing_key = "RW" + std::string(54, 'Q');
    EXPECT_EQ(test::must(parse_json(test::written(complete_answers(), envelope))).at("emetteur").at("cle"),
              envelope.signing_key);
    for (const std::string& none : {std::string("RWQ"), "RX" + std::string(54, 'Q'), "RW" + std::string(54, '=')}) {
        envelope.signing_key = none;
        EXPECT_EQ(refusal(complete_answers(), envelope), "document.envelope signing_key") << none;
    }
}

TEST(BuildFiche, WritesCanonicalValues) {
    const Json reponses = written_json(complete_answers()).at("reponses");
    EXPECT_EQ(reponses.at("date"), "2026-11-22");
    EXPECT_EQ(reponses.at("demandeur").at("naissance"), "1985-03-07");
    EXPECT_EQ(reponses.at("demandeur").at("telephone"), "+33639985678");
    EXPECT_EQ(reponses.at("demandeur").at("adresse").at("ligne"), "12 bis, rue de l’Église");
    EXPECT_EQ(reponses.at("demandeur").at("enfants"), 2);
    EXPECT_EQ(reponses.at("demandeur").at("brsa"), true);
    EXPECT_EQ(reponses.at("demandeur").at("rqth"), false);
    EXPECT_EQ(reponses.at("freins"), (Json{"logement", "transport"})) << "in the order of the act";
}

TEST(BuildFiche, LeavesOutHiddenBranches) {
    Answers answers = complete_answers();
    answers.set("suivi.referent-cd.prenom", "Jamais-Transmis-Non-Plus");
    EXPECT_EQ(test::written(answers).find("Jamais-Transmis"), std::string::npos);
    answers.set("suivi.choix", "");
    EXPECT_FALSE(written_json(answers).at("reponses").contains("suivi")) << "no referent was named";
}

TEST(BuildFiche, LeavesOutWhatIsForTheScreenOnly) {
    const Json reponses = written_json(complete_answers()).at("reponses");
    EXPECT_EQ(reponses.at("information"), (Json{{"lecture", true}}));
    EXPECT_FALSE(reponses.at("demandeur").contains("mail-accord"));
}

TEST(BuildFiche, HasAMailOnlyWithTheConsent) {
    Answers answers = complete_answers();
    EXPECT_TRUE(written_json(answers).at("reponses").at("demandeur").contains("mail"));
    answers.set("demandeur.mail-accord", false);
    EXPECT_FALSE(written_json(answers).at("reponses").at("demandeur").contains("mail"));
}

TEST(BuildFiche, LeavesOutBlankAnswers) {
    Answers answers = complete_answers();
    answers.set("demandeur.telephone", " \u00a0 ");
    EXPECT_FALSE(written_json(answers).at("reponses").at("demandeur").contains("telephone"));
}

TEST(BuildFiche, NamesTheDocumentThatItReplaces) {
    EXPECT_FALSE(written_json(complete_answers()).contains("remplace"));
    Envelope envelope = sample_envelope();
    envelope.replaces = std::string(32, 'e');
    EXPECT_EQ(test::must(parse_json(test::written(complete_answers(), envelope))).at("remplace"), envelope.replaces);
}

TEST(BuildFiche, SaysThatASevenZipArchiveGoesWithIt) {
    EXPECT_FALSE(written_json(complete_answers()).contains("copie"));
    Envelope envelope = sample_envelope();
    envelope.has_seven_zip = true;
    EXPECT_EQ(test::must(parse_json(test::written(complete_answers(), envelope))).at("copie"), "7z");
}

TEST(BuildFiche, NamesRolesAloneForAPassphrase) {
    Envelope envelope = sample_envelope();
    envelope.addressees = {{"", "", "slai"}, {"", "", "referent-social"}};
    EXPECT_EQ(test::must(parse_json(test::written(complete_answers(), envelope))).at("destinataires"),
              (Json{{{"role", "slai"}}, {{"role", "referent-social"}}}));
    envelope.addressees.push_back(sample_envelope().addressees[0]);
    EXPECT_EQ(refusal(complete_answers(), envelope), "document.envelope addressees") << "keys and a passphrase";
}

TEST(BuildFiche, FollowsTheRoutesOfTheTerritory) {
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.addressees[0].role = "referent-social"; }),
              "document.routing addressees (route.missing)");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.addressees[0].role = "rgc"; }),
              "document.routing addressees (route.forbidden)");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.addressees[0].role.clear(); }),
              "document.routing addressees (route.role)");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.sender_role = "rgc"; }),
              "document.routing sender_role (route.sender)");
}

TEST(BuildFiche, HoldsItsDeadlines) {
    const Json deadlines = written_json(complete_answers()).at("echeances");
    ASSERT_EQ(deadlines.size(), 4U);
    EXPECT_EQ(deadlines[0], (Json{{"id", "entree"}, {"jour", "2026-12-13"}}));
}

TEST(BuildFiche, RefusesAnswersWithAFault) {
    Answers answers = complete_answers();
    answers.set("demandeur.nom", "");
    EXPECT_EQ(refusal(answers, sample_envelope()), "document.invalid demandeur.nom (required)");
    answers.set("agent-ft.nom", "M4rtin");
    EXPECT_EQ(refusal(answers, sample_envelope()), "document.invalid agent-ft.nom (person-name.digit)")
        << "the first in the form's order";
}

TEST(BuildFiche, AcceptsAnswersWithAWarning) {
    Answers answers = complete_answers();
    answers.set("freins", std::vector<std::string>{});
    EXPECT_EQ(refusal(answers, sample_envelope()), "accepted");
}

TEST(BuildFiche, RefusesAnEnvelopeThatIsNotAsItShouldBe) {
    EXPECT_EQ(refusal_after([](Envelope&) {}), "accepted");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.document_id.pop_back(); }),
              "document.envelope document_id");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.document_id[0] = 'D'; }),
              "document.envelope document_id");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.salt += "0"; }), "document.envelope salt");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.created = {2026, 2, 30}; }), "document.envelope created");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.pack_sha256 = ""; }), "document.envelope pack_sha256");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.replaces = "x"; }), "document.envelope replaces");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.addressees[0].recipient = "AGE-SECRET-KEY-1QQ"; }),
              "document.envelope addressees");
    EXPECT_EQ(refusal_after([](Envelope& envelope) { envelope.addressees[0].fingerprint = "ff"; }),
              "document.envelope addressees");
}

} // namespace
