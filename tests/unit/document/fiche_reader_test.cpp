// fiche.json as untrusted input: what is written is read back, and nothing else is accepted.
#include "unit/document/untrusted.hpp"

#include <set>

using namespace pli;
using namespace std::string_literals;
using test::complete_answers;
using test::reading;
using test::reading_after;
using test::reading_with;
using test::reading_without;
using test::sample_fiche;

namespace {

std::string canonical_text(const Json& json) { return test::must(canonical_json(json)); }

/// Pointers of all answers of the sample.
std::vector<std::string> answer_pointers() {
    std::set<std::string> pointers;
    for_each_item(test::liaison(), [&](const Item& item) {
        std::string pointer = "/reponses/" + item.path;
        std::replace(pointer.begin(), pointer.end(), '.', '/');
        if (is_answer(item.control) && item.control != Control::Signature &&
            sample_fiche().contains(Json::json_pointer(pointer)))
            pointers.insert(pointer);
    });
    EXPECT_EQ(pointers.size(), 38U);
    return {pointers.begin(), pointers.end()};
}

TEST(ReadFiche, ReadsWhatWasWritten) {
    Envelope envelope = test::sample_envelope();
    envelope.replaces = std::string(32, 'e');
    envelope.has_seven_zip = true;
    const auto fiche = test::must(read_fiche(test::shipped_pack(), canonical_text(sample_fiche()), test::today));
    EXPECT_EQ(fiche.form, &test::liaison());
    EXPECT_EQ(fiche.envelope.sender_role, "conseiller-france-travail");
    EXPECT_EQ(fiche.sender_structure, "Arras Centre");
    EXPECT_EQ(fiche.pack_version, "1.0.0");
    EXPECT_EQ(fiche.envelope.document_id, envelope.document_id);
    EXPECT_EQ(fiche.envelope.salt, envelope.salt);
    EXPECT_EQ(fiche.envelope.created, envelope.created);
    EXPECT_EQ(fiche.envelope.pack_sha256, envelope.pack_sha256);
    EXPECT_EQ(fiche.envelope.replaces, envelope.replaces);
    EXPECT_TRUE(fiche.envelope.has_seven_zip);
    ASSERT_EQ(fiche.envelope.addressees.size(), 1U);
    EXPECT_EQ(fiche.envelope.addressees[0].recipient, envelope.addressees[0].recipient);
    EXPECT_EQ(fiche.envelope.addressees[0].fingerprint, envelope.addressees[0].fingerprint);
    EXPECT_EQ(test::written(fiche.answers, fiche.envelope), canonical_text(sample_fiche()));
}

TEST(ReadFiche, GivesAnswersAsAPersonTypesThem) {
    const auto fiche = test::must(read_fiche(test::shipped_pack(), canonical_text(sample_fiche()), test::today));
    EXPECT_EQ(fiche.answers.text("demandeur.naissance"), "07/03/1985");
    EXPECT_EQ(fiche.answers.text("demandeur.telephone"), "06 39 98 56 78");
    EXPECT_EQ(fiche.answers.text("demandeur.enfants"), "2");
    EXPECT_EQ(fiche.answers.text("demandeur.brsa"), "oui");
    EXPECT_TRUE(fiche.answers.ticked("information.accord")) << "required, though it is not in the file";
    EXPECT_TRUE(fiche.answers.ticked("demandeur.mail-accord")) << "there is a mail";
}

TEST(ReadFiche, TakesTheStructureOfTheSendersRoleAlone) {
    const auto from_slai = [](Json& fiche) {
        fiche["emetteur"] = {{"role", "slai"}};
        fiche["destinataires"][0]["role"] = "conseiller-france-travail";
    };
    EXPECT_EQ(reading_after(from_slai), "accepted");
    EXPECT_EQ(reading_after([&](Json& fiche) {
                  from_slai(fiche);
                  fiche["emetteur"]["structure"] = "Arras Centre";
              }),
              "fiche.unknown-member /emetteur/structure");
    EXPECT_EQ(reading_without("/emetteur/structure"), "fiche.missing-member /emetteur");
}

TEST(ReadFiche, EachMemberIsNeeded) {
    EXPECT_EQ(reading_after([](Json&) {}), "accepted");
    EXPECT_EQ(reading_without("/format"), "fiche.format ");
    for (const std::string name : {"formulaire", "pack", "document", "destinataires", "reponses", "emetteur"})
        EXPECT_EQ(reading_without("/" + name), "fiche.missing-member ") << name;
    EXPECT_EQ(reading_without("/signature"), "fiche.missing-member /signature");
    EXPECT_EQ(reading_without("/remplace"), "accepted") << "only when it replaces one";
    EXPECT_EQ(reading_without("/copie"), "accepted") << "only when an archive was made";
    const auto missing = read_fiche(test::shipped_pack(), R"({"format":"pli/fiche/1"})", test::today);
    EXPECT_EQ(missing.error(), (Error{"fiche.missing-member", "", {{"name", "formulaire"}}}));
}

TEST(ReadFiche, EachMemberOfAMemberIsNeeded) {
    for (const std::string parent : {"/formulaire", "/pack", "/document", "/emetteur", "/destinataires/0"}) {
        const Json object = sample_fiche().at(Json::json_pointer(parent));
        for (const auto& [name, value] : object.items())
            EXPECT_EQ(reading_without(parent + "/" + name), name == "role" && parent == "/destinataires/0"
                                                                ? "fiche.value /destinataires/0/role (route.role)"
                                                                : "fiche.missing-member " + parent)
                << name;
    }
}

TEST(ReadFiche, NoMemberIsAddedAnywhere) {
    for (const std::string parent : {"", "/formulaire", "/pack", "/document", "/emetteur", "/destinataires/0",
                                     "/reponses", "/reponses/demandeur", "/reponses/demandeur/adresse"})
        EXPECT_EQ(reading_with(parent + "/x", "y"), "fiche.unknown-member " + parent + "/x");
    EXPECT_EQ(reading_with("/signature/x", 1), "fiche.wrong-type /signature");
    EXPECT_EQ(reading_with("/a~1b", 1), "fiche.unknown-member /a~1b");
    EXPECT_EQ(reading_with("/reponses/demandeur.nom", "Exemple"), "fiche.unknown-member /reponses/demandeur.nom");
}

TEST(ReadFiche, ARenamedMemberIsRefused) {
    const Json fiche = sample_fiche();
    for (const auto& [name, value] : fiche.items()) {
        const std::string renamed = reading_after([&, &key = name](Json& json) {
            json[key + "s"] = json.at(key);
            json.erase(key);
        });
        EXPECT_TRUE(renamed == "fiche.missing-member " || renamed == "fiche.format " ||
                    renamed == "fiche.unknown-member /" + name + "s")
            << renamed;
    }
}

TEST(ReadFiche, EachMemberHasItsType) {
    const Json fiche = sample_fiche();
    for (const auto& [name, value] : fiche.items()) {
        const std::string expected = name == "format" ? "fiche.format " : "fiche.wrong-type /" + name;
        for (const Json& other : {Json(7), Json(nullptr), Json(true), Json(1.5)})
            EXPECT_EQ(reading_with("/" + name, other), expected) << other;
    }
    for (const std::string parent : {"/formulaire", "/pack", "/document", "/emetteur", "/destinataires/0"}) {
        const Json object = sample_fiche().at(Json::json_pointer(parent));
        for (const auto& [name, value] : object.items())
            EXPECT_EQ(reading_with(parent + "/" + name, Json::array()), "fiche.wrong-type " + parent + "/" + name);
    }
    EXPECT_EQ(reading_with("/destinataires/0", "age1"), "fiche.wrong-type /destinataires/0");
    EXPECT_EQ(reading_with("/reponses", Json::array()), "fiche.wrong-type /reponses");
}

TEST(ReadFiche, NothingIsEmpty) {
    for (const std::string name : {"formulaire", "pack", "document", "emetteur", "reponses"})
        EXPECT_EQ(reading_with("/" + name, Json::object()), "fiche.empty /" + name);
    EXPECT_EQ(reading_with("/echeances", Json::array()), "fiche.empty /echeances");
    EXPECT_EQ(reading_with("/reponses/demandeur/adresse", Json::object()), "fiche.empty /reponses/demandeur/adresse");
    EXPECT_EQ(reading_with("/reponses/demandeur/nom", ""), "fiche.empty /reponses/demandeur/nom");
    EXPECT_EQ(reading_with("/reponses/demandeur/nom", "  "), "fiche.empty /reponses/demandeur/nom");
    EXPECT_EQ(reading_with("/reponses/freins", Json::array()), "fiche.empty /reponses/freins");
}

TEST(ReadFiche, ItsRolesAreOnesThatATerritoryPermits) {
    EXPECT_EQ(reading_with("/destinataires", Json{{{"role", "slai"}}}), "accepted") << "given a passphrase";
    EXPECT_EQ(reading_with("/destinataires", Json::array()), "fiche.value /destinataires (route.missing)");
    EXPECT_EQ(reading_with("/destinataires/0/role", "rgc"), "fiche.value /destinataires/0/role (route.forbidden)");
    EXPECT_EQ(reading_with("/destinataires/0/role", "inconnu"), "fiche.value /destinataires/0/role (route.role)");
    EXPECT_EQ(reading_with("/emetteur/role", "rgc"), "fiche.value /emetteur/role (route.sender)");
    EXPECT_EQ(reading_with("/pack/id", "autre-territoire"), "accepted") << "some territory here permits it";
    EXPECT_EQ(reading_after([](Json& json) {
                  json["pack"]["id"] = "autre-territoire";
                  json["emetteur"]["role"] = "departement";
              }),
              "fiche.value /emetteur/role (route.sender)")
        << "none here does";
    EXPECT_EQ(reading_after([](Json& json) {
                  json["destinataires"].push_back({{"role", "slai"}});
              }),
              "fiche.value /destinataires (value)")
        << "keys and a passphrase";
}

TEST(ReadFiche, ItsDeadlinesFollowFromItsAnswers) {
    EXPECT_EQ(reading_with("/echeances/0/jour", "2026-12-14"), "fiche.value /echeances (value)");
    EXPECT_EQ(reading_with("/echeances/0/id", "autre"), "fiche.value /echeances (value)");
    EXPECT_EQ(reading_after([](Json& json) { json["echeances"].erase(1); }), "fiche.value /echeances (value)");
    EXPECT_EQ(reading_after([](Json& json) { json.erase("echeances"); }), "fiche.missing-member ");
}

TEST(ReadFiche, IsOfThisFormatAndOfAFormOfThePack) {
    EXPECT_EQ(reading_with("/format", "pli/fiche/2"), "fiche.newer /format");
    EXPECT_EQ(reading_with("/format", "pli/reponse/2"), "fiche.newer /format");
    EXPECT_EQ(reading_with("/format", "pli/registre/1"), "fiche.format ");
    EXPECT_EQ(reading("[]"), "fiche.format ");
    EXPECT_EQ(reading("{}"), "fiche.format ");
    EXPECT_EQ(reading("\"pli/fiche/1\""), "fiche.format ");
    EXPECT_EQ(reading_with("/formulaire/id", "autre-fiche"), "fiche.unknown-form /formulaire/id");
    EXPECT_EQ(reading_with("/formulaire/version", 0), "fiche.form-version /formulaire/version");
    Json json = sample_fiche();
    json["formulaire"]["version"] = 2;
    EXPECT_EQ(read_fiche(test::shipped_pack(), canonical_text(json), test::today).error(),
              (Error{"fiche.form-version", "/formulaire/version", {{"version", "2"}, {"known", "1"}}}));
}

TEST(ReadFiche, TheEnvelopeIsWellFormed) {
    const auto refused = [](const std::string& pointer) { return "fiche.value " + pointer + " (value)"; };
    EXPECT_EQ(reading_with("/pack/id", "Pas de Calais"), refused("/pack/id"));
    EXPECT_EQ(reading_with("/pack/version", "1.0"), refused("/pack/version"));
    EXPECT_EQ(reading_with("/pack/sha256", std::string(64, 'A')), refused("/pack/sha256"));
    EXPECT_EQ(reading_with("/document/id", std::string(31, 'd')), refused("/document/id"));
    EXPECT_EQ(reading_with("/document/sel", std::string(33, '5')), refused("/document/sel"));
    EXPECT_EQ(reading_with("/document/cree", "2026-02-30"), "fiche.value /document/cree (date.not-real)");
    EXPECT_EQ(reading_with("/document/cree", "22/11/2026"), "fiche.value /document/cree (date.format)");
    EXPECT_EQ(reading_with("/destinataires/0/cle", "age1QQ"), refused("/destinataires/0/cle"));
    EXPECT_EQ(reading_with("/destinataires/0/empreinte", "ff"), refused("/destinataires/0/empreinte"));
    EXPECT_EQ(reading_with("/remplace", "zz"), refused("/remplace"));
    EXPECT_EQ(reading_with("/remplace", ""), "fiche.empty /remplace");
    EXPECT_EQ(reading_with("/copie", "zip"), refused("/copie"));
    EXPECT_EQ(reading_with("/copie", true), "fiche.wrong-type /copie");
}

TEST(ReadFiche, AKeyOfWhoSignsLooksLikeOne) {
    EXPECT_EQ(reading_with("/emetteur/cle", "RW" + std::string(54, 'Q')), "accepted");
    EXPECT_EQ(reading_with("/emetteur/cle", "RW" + std::string(53, 'Q')), "fiche.value /emetteur/cle (value)");
    EXPECT_EQ(reading_with("/emetteur/cle", ""), "fiche.empty /emetteur/cle");
    EXPECT_EQ(reading_with("/emetteur/cle", 3), "fiche.wrong-type /emetteur/cle");
}

TEST(ReadFiche, TheSenderRepeatsTheAnswers) {
    EXPECT_EQ(reading_with("/emetteur/role", "personne"), "fiche.value /emetteur/role (route.sender)");
    EXPECT_EQ(reading_with("/emetteur", {{"role", "slai"}}), "fiche.value /destinataires/0/role (route.forbidden)");
    EXPECT_EQ(reading_with("/emetteur/role", "slai"), "fiche.unknown-member /emetteur/structure");
    EXPECT_EQ(reading_with("/emetteur/structure", "Lens Centre"), "fiche.value /emetteur/structure (value)");
    EXPECT_EQ(reading_with("/reponses/agent-ft/agence", "Lens Centre"), "fiche.value /emetteur/structure (value)");
}

TEST(ReadFiche, EachRequiredAnswerIsThere) {
    const std::map<std::string, std::string> others{
        {"/reponses/agent-ft/agence", "fiche.value /emetteur/structure (value)"},
        {"/reponses/information/lecture", "fiche.empty /reponses/information"},
        {"/reponses/suivi/choix", "fiche.unknown-member /reponses/suivi/referent-mandate/nom"},
        {"/reponses/demandeur/mail", "accepted"}, // then there was no consent
        {"/reponses/demandeur/telephone", "accepted"},
        {"/reponses/demandeur/identifiant-caf", "accepted"},
        {"/reponses/demandeur/adresse/complement", "accepted"},
        {"/reponses/freins", "accepted"}};
    for (const std::string& pointer : answer_pointers()) {
        const auto other = others.find(pointer);
        EXPECT_EQ(reading_without(pointer), other != others.end() ? other->second : "fiche.missing-member " + pointer);
    }
}

TEST(ReadFiche, EachAnswerHasItsType) {
    for (const std::string& pointer : answer_pointers())
        for (const Json& value : {Json(nullptr), Json(1.5), Json::object({{"x", 1}})})
            EXPECT_EQ(reading_with(pointer, value), "fiche.wrong-type " + pointer) << value;
    EXPECT_EQ(reading_with("/reponses/demandeur/brsa", "oui"), "fiche.wrong-type /reponses/demandeur/brsa");
    EXPECT_EQ(reading_with("/reponses/demandeur/enfants", "2"), "fiche.wrong-type /reponses/demandeur/enfants");
    EXPECT_EQ(reading_with("/reponses/freins", Json{"logement", 1}), "fiche.wrong-type /reponses/freins");
    EXPECT_EQ(reading_with("/reponses/demandeur", "Exemple"), "fiche.wrong-type /reponses/demandeur");
}

TEST(ReadFiche, EachValueIsJudgedAgain) {
    const auto refused = [](const std::string& pointer, const Json& value) {
        const std::string reason = reading_with("/reponses/" + pointer, value);
        const std::string start = "fiche.value /reponses/" + pointer + " (";
        return reason.starts_with(start) ? reason.substr(start.size(), reason.size() - start.size() - 1) : reason;
    };
    EXPECT_EQ(refused("demandeur/nom", "M4rtin"), "person-name.digit");
    EXPECT_EQ(refused("demandeur/naissance", "2026-11-23"), "birth-date.future");
    EXPECT_EQ(refused("demandeur/naissance", "1896-11-22"), "birth-date.too-old");
    EXPECT_EQ(refused("demandeur/naissance", "07/03/1985"), "date.format");
    EXPECT_EQ(refused("date", "2026-02-29"), "date.not-real");
    EXPECT_EQ(refused("demandeur/enfants", 21), "count.range");
    EXPECT_EQ(refused("demandeur/enfants", -1), "count.format");
    EXPECT_EQ(refused("demandeur/famille", "veuf"), "choice.unknown");
    EXPECT_EQ(refused("freins", Json{"paresse"}), "choice.unknown");
    EXPECT_EQ(refused("information/lecture", false), "required.tick");
    EXPECT_EQ(refused("agent-ft/fonction", "FR14 2004 1010 0505 0001 3M02 606"), "guard.iban");
    EXPECT_EQ(refused("demandeur/adresse/ligne", "voir www.exemple.fr"), "guard.url");
}

TEST(ReadFiche, EachValueIsInItsOneForm) {
    for (const auto& [pointer, value] : std::map<std::string, std::string>{{"agent-ft/telephone", "03 53 01 23 45"},
                                                                           {"agent-ft/telephone", "0353012345"},
                                                                           {"demandeur/nom", "Lefèvre  Dupré"},
                                                                           {"demandeur/nom", " Lefèvre"},
                                                                           {"demandeur/identifiant-ft", "1234567 A"},
                                                                           {"demandeur/adresse/code-postal", "62 000"}})
        EXPECT_EQ(reading_with("/reponses/" + pointer, value), "fiche.not-canonical /reponses/" + pointer) << value;
    EXPECT_EQ(reading_with("/reponses/freins", Json{"logement", "logement"}), "fiche.not-canonical /reponses/freins");
    EXPECT_EQ(reading_with("/reponses/freins", Json{"transport", "logement"}), "fiche.not-canonical /reponses/freins");
}

TEST(ReadFiche, TheWholeIsInItsOneForm) {
    const std::string text = canonical_text(sample_fiche());
    EXPECT_EQ(reading(text + "\n"), "fiche.not-canonical ");
    EXPECT_EQ(reading(" " + text), "fiche.not-canonical ");
    EXPECT_EQ(reading(sample_fiche().dump(1)), "fiche.not-canonical ");
    std::string escaped = text;
    escaped.replace(escaped.find("É"), 2, "\\u00c9");
    EXPECT_EQ(reading(escaped), "fiche.not-canonical ");
    std::string reordered = text;
    const std::string format = R"("format":"pli/fiche/1",)";
    reordered.erase(reordered.find(format), format.size());
    EXPECT_EQ(reading(reordered.insert(1, format)), "fiche.not-canonical ");
    EXPECT_EQ(reading(text.substr(0, 1) + format + text.substr(1)), "json.duplicate-key ");
}

TEST(ReadFiche, AnswersOfAHiddenBranchAreRefused) {
    EXPECT_EQ(reading_with("/reponses/suivi/referent-cd", Json{{"nom", "Exemple"}}),
              "fiche.unknown-member /reponses/suivi/referent-cd/nom");
    EXPECT_EQ(reading_with("/reponses/suivi/choix", "referent-cd"),
              "fiche.missing-member /reponses/suivi/referent-cd/nom");
}

TEST(ReadFiche, WhatIsForTheScreenOnlyIsRefused) {
    for (const std::string pointer : {"/reponses/information/accord", "/reponses/demandeur/mail-accord"})
        EXPECT_EQ(reading_with(pointer, true), "fiche.unknown-member " + pointer);
    for (const std::string pointer : {"/reponses/demandeur/identification", "/reponses/demandeur/nom-prenom",
                                      "/reponses/information/donnees", "/reponses/signature/signature"})
        EXPECT_EQ(reading_with(pointer, "x"), "fiche.unknown-member " + pointer) << "has no answer of its own";
}

TEST(ReadFiche, ASignatureIsDrawnOnThePadOrOnPaper) {
    EXPECT_EQ(reading_with("/signature", Json{{"mode", "papier"}}), "accepted");
    for (const Json& value :
         {Json{{"mode", "papier"}, {"traits", Json::array()}}, Json{{"mode", "dessin"}}, Json{{"mode", "image"}},
          Json{{"mode", "dessin"}, {"traits", {{1, 2, 3}}}}, Json{{"mode", "dessin"}, {"traits", {{-1, 2}}}}})
        EXPECT_EQ(reading_with("/signature", value), "fiche.wrong-type /signature") << value;
    EXPECT_EQ(reading_with("/signature/traits", Json::array()), "fiche.value /signature (signature.slip)");
    EXPECT_EQ(reading_with("/signature/traits/0/1", 301), "fiche.value /signature (signature.shape)");
    EXPECT_EQ(reading_with("/signature/traits/0/0", 1001), "fiche.value /signature (signature.shape)");
}

TEST(ReadFiche, DatesAreJudgedByTheDayOfTheDocument) {
    Json json = sample_fiche();
    json["reponses"]["demandeur"]["naissance"] = "2026-11-22";
    EXPECT_EQ(reading(canonical_text(json), {2027, 6, 1}), "accepted") << "born on the day it was made";
    json["document"]["cree"] = "2026-11-21";
    EXPECT_EQ(reading(canonical_text(json), {2027, 6, 1}),
              "fiche.value /reponses/demandeur/naissance (birth-date.future)");
    json["document"]["cree"] = "2030-01-01";
    EXPECT_EQ(reading(canonical_text(json), {2026, 11, 21}),
              "fiche.value /reponses/demandeur/naissance (birth-date.future)")
        << "the reader's day, if the document's lies ahead";
}

TEST(ReadFiche, IsJsonAtAll) {
    EXPECT_EQ(reading(""), "json.syntax byte 1");
    EXPECT_EQ(reading("\xEF\xBB\xBF{}"), "json.encoding byte 1");
    EXPECT_EQ(reading(std::string(100, '[')), "json.too-deep ");
}

} // namespace
