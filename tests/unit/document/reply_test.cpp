// An answer and what it answers: bound to each other, read together.
#include "core/document/reply.hpp"

#include "unit/document/samples.hpp"

#include <functional>

namespace pli {
namespace {

using test::golden_json;
using test::shipped_pack;
using test::today;

const Form& bilateral() { return *find_form(shipped_pack(), "liaison-ag-bilaterale"); }
const Form& reply_form() { return *find_form(shipped_pack(), "reponse-ag-bilaterale"); }
const Form& designation() { return *find_form(shipped_pack(), "rgc-designation"); }

Answers golden_answers(const Form& form, const std::string& name) {
    return test::must(answers_from_json(form, golden_json(name + "/answers.json")));
}

const std::string request_sha256(64, 'c');

class Reply : public testing::Test {
  protected:
    std::string request_text = test::written(golden_answers(bilateral(), "liaison-ag-bilaterale"),
                                             test::sample_envelope(bilateral()), bilateral());
    Fiche request = test::must(read_fiche(shipped_pack(), request_text, today));
    Answers answers = golden_answers(reply_form(), "reponse-ag-bilaterale");
    Envelope envelope = reply_envelope();

    Envelope reply_envelope() {
        Envelope made = test::sample_envelope(reply_form());
        made.answered_id = request.envelope.document_id;
        made.answered_sha256 = request_sha256;
        return made;
    }

    std::string verdict() {
        const Status status = check_reply(reply_form(), envelope, request, request_sha256);
        return status ? "accepted" : status.error().code;
    }

    /// How a changed reponse.json reads.
    std::string reading_of(const std::function<void(Json&)>& change) {
        Json json = test::must(parse_json(test::written(answers, envelope, reply_form())));
        change(json);
        const auto read = read_fiche(shipped_pack(), test::must(canonical_json(json)), today);
        return read ? "accepted" : read.error().code + " " + read.error().place;
    }
};

TEST_F(Reply, BelongsToWhatItAnswers) { EXPECT_EQ(verdict(), "accepted"); }

TEST_F(Reply, ToAnotherDocumentIsRefused) {
    envelope.answered_id = std::string(32, 'e');
    EXPECT_EQ(verdict(), "reply.id");
}

TEST_F(Reply, ToAnAlteredDocumentIsRefused) {
    envelope.answered_sha256 = std::string(64, 'd');
    EXPECT_EQ(verdict(), "reply.altered");
}

TEST_F(Reply, OfAnotherFormIsRefused) {
    const Form& other = *find_form(shipped_pack(), "reponse-rgc-designation");
    EXPECT_EQ(check_reply(other, envelope, request, request_sha256).error().code, "reply.form");
}

TEST_F(Reply, ToWhatCallsForNoneIsRefused) {
    request.form = &designation();
    request.answers = golden_answers(designation(), "rgc-designation-revocation");
    const Form& form = *find_form(shipped_pack(), "reponse-rgc-designation");
    EXPECT_EQ(check_reply(form, envelope, request, request_sha256).error().code, "reply.form");
}

TEST_F(Reply, OfOneWhoWasNotAskedIsRefused) {
    envelope.sender_role = "conseiller-france-travail";
    EXPECT_EQ(verdict(), "reply.role") << "the request went to the SLAI";
}

TEST_F(Reply, ToAnotherThanTheSenderIsRefused) {
    for (Addressee& one : envelope.addressees) one.role = "referent-social";
    EXPECT_EQ(verdict(), "reply.recipient");
}

TEST_F(Reply, WithoutRolesIsBoundAllTheSame) {
    for (Addressee& one : request.envelope.addressees) one.role.clear();
    for (Addressee& one : envelope.addressees) one.role.clear();
    EXPECT_EQ(verdict(), "accepted") << "where nobody has a role";
    envelope.answered_id = std::string(32, 'e');
    EXPECT_EQ(verdict(), "reply.id");
}

TEST_F(Reply, IsADocumentOfItsOwnFormat) {
    const Json json = test::must(parse_json(test::written(answers, envelope, reply_form())));
    EXPECT_EQ(json.at("format"), "pli/reponse/1");
    EXPECT_EQ(json.at("repond"), (Json{{"id", request.envelope.document_id}, {"sha256", request_sha256}}));
    const auto read = test::must(read_fiche(shipped_pack(), dump_json(json), today));
    EXPECT_EQ(read.envelope.answered_id, request.envelope.document_id);
    EXPECT_EQ(read.envelope.answered_sha256, request_sha256);
}

TEST_F(Reply, IsReadStrictly) {
    EXPECT_EQ(reading_of([](Json&) {}), "accepted");
    EXPECT_EQ(reading_of([](Json& json) { json["format"] = "pli/fiche/1"; }), "fiche.format /format");
    EXPECT_EQ(reading_of([](Json& json) { json["format"] = "pli/reponse/2"; }), "fiche.newer /format");
    EXPECT_EQ(reading_of([](Json& json) { json.erase("repond"); }), "fiche.missing-member ");
    EXPECT_EQ(reading_of([](Json& json) { json["repond"].erase("sha256"); }), "fiche.missing-member /repond");
    EXPECT_EQ(reading_of([](Json& json) { json["repond"]["id"] = "d"; }), "fiche.value /repond/id");
    EXPECT_EQ(reading_of([](Json& json) { json["repond"]["sha256"] = "D"; }), "fiche.value /repond/sha256");
    EXPECT_EQ(reading_of([](Json& json) { json["repond"]["de"] = "x"; }), "fiche.unknown-member /repond/de");
    EXPECT_EQ(reading_of([](Json& json) { json["emetteur"]["retour"] = "age1qqqq"; }),
              "fiche.unknown-member /emetteur/retour")
        << "nothing answers an answer";
}

TEST_F(Reply, NeedsADecisionWithItsReferentOrItsReason) {
    EXPECT_EQ(reading_of([](Json& json) { json["reponses"]["decision"].erase("referent-mandate"); }),
              "fiche.missing-member /reponses/decision/referent-mandate/nom");
    EXPECT_EQ(reading_of([](Json& json) {
                  json["reponses"]["decision"] = {{"date", "2026-11-22"}, {"entree", false}};
              }),
              "fiche.missing-member /reponses/decision/motif");
    EXPECT_EQ(reading_of([](Json& json) {
                  json["reponses"]["decision"] = {{"date", "2026-11-22"}, {"entree", false}, {"motif", "autre"}};
              }),
              "fiche.value /reponses/decision/motif");
}

TEST_F(Reply, IsWrittenOnlyWithWhatItAnswers) {
    const auto refusal = [&](const std::string& id, const std::string& sha256) {
        envelope.answered_id = id;
        envelope.answered_sha256 = sha256;
        const auto made = build_fiche(test::territory_of(reply_form()), reply_form(), answers, envelope);
        return made ? "accepted" : made.error().code + " " + made.error().place;
    };
    EXPECT_EQ(refusal("", ""), "document.envelope answered");
    EXPECT_EQ(refusal(std::string(32, 'd'), ""), "document.envelope answered");
    EXPECT_EQ(refusal("", std::string(64, 'd')), "document.envelope answered");
    Envelope plain = test::sample_envelope();
    plain.answered_id = std::string(32, 'd');
    EXPECT_EQ(build_fiche(test::pas_de_calais(), test::liaison(), test::complete_answers(), plain).error().place,
              "answered")
        << "a fiche answers nothing";
}

TEST_F(Reply, CanBeSealedToTheKeyThatTheRequestNames) {
    Envelope with_key = test::sample_envelope(bilateral());
    with_key.reply_key = "age1" + std::string(58, 'q');
    const Answers asked = golden_answers(bilateral(), "liaison-ag-bilaterale");
    const std::string text = test::written(asked, with_key, bilateral());
    EXPECT_EQ(test::must(read_fiche(shipped_pack(), text, today)).envelope.reply_key, with_key.reply_key);
    with_key.reply_key = "RWQ";
    EXPECT_EQ(build_fiche(test::territory_of(bilateral()), bilateral(), asked, with_key).error().place, "reply_key");
    Envelope tacit = test::sample_envelope();
    tacit.reply_key = "age1" + std::string(58, 'q');
    EXPECT_EQ(build_fiche(test::pas_de_calais(), test::liaison(), test::complete_answers(), tacit).error().place,
              "reply_key")
        << "nothing answers a tacit agreement";
}

TEST_F(Reply, BeginsWithTheReferentOfTheRequest) {
    const Answers begun = reply_answers(bilateral(), request.answers, reply_form());
    EXPECT_EQ(begun.text("decision.choix"), "referent-cd");
    EXPECT_EQ(begun.text("decision.referent-cd.prenom"), "Claude");
    EXPECT_FALSE(begun.has("decision.referent-mandate.nom")) << "hidden in the request";
    EXPECT_FALSE(begun.has("decision.entree"));
}

TEST_F(Reply, SaysInPrintWhomItIsAbout) {
    const PrintModel model = reply_model(reply_form(), answers, bilateral(), request.answers);
    EXPECT_EQ(model.title, reply_form().title);
    EXPECT_EQ(model.blocks.front().text, "FICHE DE LIAISON À LAQUELLE LA DÉCISION RÉPOND");
    EXPECT_EQ(model.blocks[1].value, "22/11/2026");
    EXPECT_EQ(model.blocks[2].value, "Lefèvre-Dupré");
    const std::string print = dump_json(print_model_to_json(model));
    EXPECT_NE(print.find("DECISION SUITE AU DIAGNOSTIC"), std::string::npos);
    EXPECT_EQ(print.find("Jamais-Transmis"), std::string::npos);
}

TEST_F(Reply, IsOfferedOnlyToWhatCallsForIt) {
    EXPECT_TRUE(is_answerable(bilateral(), request.answers));
    EXPECT_FALSE(is_answerable(test::liaison(), test::complete_answers()));
    EXPECT_TRUE(is_answerable(designation(), golden_answers(designation(), "rgc-designation")));
    EXPECT_FALSE(is_answerable(designation(), golden_answers(designation(), "rgc-designation-revocation")));
}

} // namespace
} // namespace pli
