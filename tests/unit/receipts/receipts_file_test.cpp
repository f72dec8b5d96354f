// The receipts' files: one text for each value, and every fault by its place.
#include "core/receipts/rules.hpp"
#include "unit/receipts/sample.hpp"

#include <functional>

using namespace pli;
using namespace pli::receipts_test;

namespace {

std::string after(const std::function<void(Json&)>& change) {
    Json json = must(parse_json(must(write_receipts(sample()))));
    change(json);
    return told(read_receipts(must(canonical_json(json))).faults);
}

/// What is said of the sample's text with another value there.
std::string with(const std::string& pointer, const Json& value) {
    return after([&](Json& json) { json[Json::json_pointer("/recus" + pointer)] = value; });
}

std::string without(const std::string& pointer) {
    const Json::json_pointer place("/recus" + pointer);
    return after([&](Json& json) { json[place.parent_pointer()].erase(place.back()); });
}

/// What is said of the sample itself once its first receipt was changed: of values that no text can hold.
std::string after_change(const std::function<void(Receipt&)>& change) {
    Receipts receipts = sample();
    change(receipts.all[0]);
    return told(check_receipts(receipts));
}

} // namespace

TEST(ReceiptsFile, IsWrittenAsItAlwaysWas) {
    expect_golden("recus.json", must(write_receipts(sample())));
    const ReceiptsReading reading = read_receipts(golden_text("recus/recus.json"));
    EXPECT_EQ(told(reading.faults), "accepted");
    EXPECT_EQ(reading.content, sample());
}

TEST(ReceiptsFile, HoldsOneAsItIsKept) {
    for (const Receipt& receipt : sample().all) {
        const ReceiptsReading reading = read_receipts(must(write_receipt(receipt)));
        EXPECT_EQ(told(reading.faults), "accepted");
        EXPECT_EQ(reading.content.all, std::vector<Receipt>{receipt});
    }
}

TEST(ReceiptsFile, MayBeEmpty) {
    const ReceiptsReading reading = read_receipts(must(write_receipts({})));
    EXPECT_EQ(told(reading.faults), "accepted");
    EXPECT_TRUE(reading.content.all.empty());
}

TEST(ReceiptsFile, HoldsNothingAboutThePersonNorTheSalt) {
    const std::string text = must(write_receipts(sample()));
    for (const std::string said : {"\"sel\"", "\"reponses\"", "\"emetteur\"", "\"demandeur\""})
        EXPECT_EQ(text.find(said), std::string::npos) << said;
    const Answers answers =
        must(answers_from_json(form_named("liaison-ag-bilaterale"), golden_json("liaison-ag-bilaterale/answers.json")));
    int compared = 0;
    for (const auto& [path, value] : answers.all()) {
        const auto* typed = std::get_if<std::string>(&value);
        if (typed == nullptr || typed->size() < 5) continue; // "oui" and the like are in many words
        EXPECT_EQ(text.find(*typed), std::string::npos) << path;
        ++compared;
    }
    EXPECT_GT(compared, 10);
}

TEST(ReceiptsFile, TellsOtherFilesAndVersions) {
    EXPECT_EQ(told(read_receipts("{}").faults), "receipts.format ");
    EXPECT_EQ(told(read_receipts("[]").faults), "receipts.format ");
    EXPECT_EQ(told(read_receipts("{").faults), "json.syntax byte 2");
    EXPECT_EQ(told(read_receipts(R"({"format":"pli/recus/2"})").faults), "receipts.other-version ");
    EXPECT_EQ(told(read_receipts(R"({"format":"pli/recus/0"})").faults), "receipts.other-version ");
    EXPECT_EQ(told(read_receipts(R"({"format":"pli/recu/2"})").faults), "receipts.other-version ");
    EXPECT_EQ(told(read_receipts(R"({"format":"pli/annuaire/1"})").faults), "receipts.format ");
}

TEST(ReceiptsFile, IsRefusedWhenTruncatedOversizedOrRewritten) {
    const std::string text = must(write_receipts(sample()));
    EXPECT_EQ(read_receipts(text.substr(0, text.size() / 2)).faults.front().code, "json.syntax");
    EXPECT_EQ(read_receipts("").faults.front().code, "json.syntax");
    EXPECT_EQ(told(read_receipts(text + "\n").faults), "receipts.not-canonical ");
    EXPECT_EQ(told(read_receipts(must(write_receipt(sample().all[0])) + " ").faults), "receipts.not-canonical ");
    EXPECT_EQ(read_receipts(std::string(receipt_limits::bytes + 1, ' ')).faults.front().code, "json.too-large");
}

TEST(ReceiptsFile, WritesFlagsOnlyWhenTheyAreSo) {
    EXPECT_EQ(with("/0/echeances/1/reponse", false), "receipts.not-canonical ");
}

TEST(ReceiptsFile, NeedsEachMember) {
    for (const std::string name : {"document", "scelle", "formulaire", "territoire", "fichier", "fiche", "verrou"})
        EXPECT_EQ(without("/0/" + name), "receipts.missing-member /recus/0") << name;
    for (const std::string name : {"id", "version"})
        EXPECT_EQ(without("/0/formulaire/" + name), "receipts.missing-member /recus/0/formulaire") << name;
    for (const std::string name : {"nom", "sha256"})
        EXPECT_EQ(without("/0/fichier/" + name), "receipts.missing-member /recus/0/fichier") << name;
    for (const std::string name : {"id", "libelle", "regle", "jour"})
        EXPECT_EQ(without("/0/echeances/0/" + name), "receipts.missing-member /recus/0/echeances/0") << name;
    for (const std::string name : {"id", "regle"})
        EXPECT_EQ(without("/0/destructions/0/" + name), "receipts.missing-member /recus/0/destructions/0") << name;
    EXPECT_EQ(without("/1/repondu/jour"), "receipts.missing-member /recus/1/repondu");
    EXPECT_EQ(after([](Json& json) { json.erase("recus"); }), "receipts.missing-member ");
}

TEST(ReceiptsFile, KnowsNoOtherMember) {
    EXPECT_EQ(after([](Json& json) { json["x"] = 1; }), "receipts.unknown-member /x");
    for (const std::string place : {"/0/x", "/0/formulaire/x", "/0/fichier/x", "/0/destinataires/0/x",
                                    "/0/echeances/0/x", "/0/destructions/0/x", "/1/repondu/x"})
        EXPECT_EQ(with(place, 1), "receipts.unknown-member /recus" + place);
    EXPECT_EQ(with("/0/reponses", Json::object()), "receipts.unknown-member /recus/0/reponses") << "no answers";
    EXPECT_EQ(with("/0/sel", id_of('1')), "receipts.unknown-member /recus/0/sel") << "no salt";
}

TEST(ReceiptsFile, NeedsEachMemberInItsTypeAndFilled) {
    EXPECT_EQ(after([](Json& json) { json["recus"] = 1; }), "receipts.wrong-type /recus");
    EXPECT_EQ(with("/0", 1), "receipts.wrong-type /recus/0");
    EXPECT_EQ(with("/0/formulaire/version", "1"), "receipts.wrong-type /recus/0/formulaire/version");
    EXPECT_EQ(with("/0/consignes/0", 1), "receipts.wrong-type /recus/0/consignes/0");
    EXPECT_EQ(with("/0/echeances", Json::array()), "receipts.empty /recus/0/echeances");
    EXPECT_EQ(with("/0/remis", ""), "receipts.empty /recus/0/remis");
    EXPECT_EQ(with("/0/echeances/0/reponse", "oui"), "receipts.wrong-type /recus/0/echeances/0/reponse");
}

TEST(ReceiptsFile, RefusesEachValueThatCannotBe) {
    const std::pair<std::string, Json> values[] = {
        {"/0/document", std::string(31, '0')},
        {"/0/remplace", id_of('1')}, // itself
        {"/0/formulaire/id", "Autre"},
        {"/0/formulaire/version", 0},
        {"/0/formulaire/version", receipt_limits::version + 1},
        {"/0/territoire", "Pas de Calais"},
        {"/0/fichier/nom", "../pli.age"},
        {"/0/fichier/nom", "pli\n.age"},
        {"/0/fichier/sha256", id_of('1')},
        {"/0/fiche", "A" + std::string(63, '0')},
        {"/0/signataire", "RWcourt"},
        {"/0/destinataires/0/role", "Le SLAI"},
        {"/0/destinataires/0/empreinte", id_of('1')},
        {"/1/destinataires/0/empreinte", hash_of('1')}, // of a passphrase
        {"/0/destinataires/0/nom", std::string(201, 'a')},
        {"/0/consignes/0", "deux\nlignes"},
        {"/0/consignes/0", std::string(2001, 'a')},
        {"/0/echeances/0/id", "Un Deux"},
        {"/0/echeances/0/libelle", std::string(201, 'a')},
        {"/0/echeances/0/regle", "a\tb"},
        {"/0/echeances/0/debut", "2030-01-01"}, // after its day
        {"/0/destructions/0/regle", std::string(2001, 'a')},
        {"/1/remis", "2026-11-21"}, // before it was sealed
        {"/1/repondu/jour", "2026-11-21"},
        {"/1/repondu/document", id_of('2')}, // itself
        {"/0/remplace-par", "3"},
    };
    for (const auto& [pointer, value] : values)
        EXPECT_EQ(with(pointer, value), "receipts.bad-value /recus" + pointer + " (value)") << value;
    EXPECT_EQ(with("/0/verrou", "cadenas"), "receipts.bad-value /recus/0/verrou (choice.unknown)");
    EXPECT_EQ(with("/0/scelle", "2026-02-30"), "receipts.bad-value /recus/0/scelle (date.not-real)");
    EXPECT_EQ(with("/0/destructions/0/jour", "demain"),
              "receipts.bad-value /recus/0/destructions/0/jour (date.format)");
    EXPECT_EQ(with("/0/destinataires/0/nom", "1 85 07 33 063 999 71"),
              "receipts.bad-value /recus/0/destinataires/0/nom (guard.nir)");
    EXPECT_EQ(without("/0/destinataires"), "receipts.bad-value /recus/0/destinataires (value)")
        << "keys are somebody's";
}

TEST(ReceiptsFile, HasEachDocumentOnceInOrder) {
    EXPECT_EQ(after([](Json& json) { json["recus"][1] = json["recus"][0]; }), "receipts.repeated /recus/1/document");
    EXPECT_EQ(after([](Json& json) { std::swap(json["recus"][1], json["recus"][2]); }), "receipts.order /recus/2");
    EXPECT_EQ(with("/0/echeances/1/id", sample().all[0].deadlines[0].id), "receipts.repeated /recus/0/echeances/1/id");
    EXPECT_EQ(with("/0/destructions/1/id", sample().all[0].destructions[0].id),
              "receipts.repeated /recus/0/destructions/1/id");
}

TEST(ReceiptsFile, HasMostOfEverything) {
    const auto many = [](const Json& one, std::size_t count) { return Json(std::vector<Json>(count, one)); };
    const Json json = must(parse_json(must(write_receipts(sample()))));
    const Json first = json["recus"][0];
    EXPECT_EQ(after([&](Json& changed) { changed["recus"] = many(first, receipt_limits::receipts + 1); }),
              "receipts.too-many /recus");
    EXPECT_EQ(with("/0/destinataires", many(first["destinataires"][0], receipt_limits::recipients + 1)),
              "receipts.too-many /recus/0/destinataires");
    for (const std::string name : {"consignes", "echeances", "destructions"})
        EXPECT_EQ(with("/0/" + name, many(first[name][0], receipt_limits::list + 1)),
                  "receipts.too-many /recus/0/" + name);
}

TEST(ReceiptsFile, TellsAtMostAHundredFaults) {
    Receipts receipts;
    receipts.all.assign(200, Receipt{});
    EXPECT_EQ(check_receipts(receipts).size(), 100U);
}

TEST(ReceiptsRules, RefuseDaysThatAreInNoCalendar) {
    const Date never{2026, 11, 31};
    const std::pair<std::string, std::function<void(Receipt&)>> changes[] = {
        {"scelle", [&](Receipt& receipt) { receipt.sealed = never; }},
        {"remis", [&](Receipt& receipt) { receipt.delivered = never; }},
        {"repondu/jour",
         [&](Receipt& receipt) {
             receipt.answer = ReceivedAnswer{never, ""};
         }},
        {"echeances/0/jour", [&](Receipt& receipt) { receipt.deadlines[0].due = never; }},
        {"echeances/0/debut",
         [](Receipt& receipt) {
             receipt.deadlines[0].opens = Date{2026, 2, 30};
         }},
        {"destructions/0/jour", [&](Receipt& receipt) { receipt.destructions[0].day = never; }},
    };
    for (const auto& [place, change] : changes)
        EXPECT_EQ(after_change(change), "receipts.bad-value /recus/0/" + place + " (value)");
}

TEST(ReceiptsRules, RefuseWhatWouldNotBeWritten) {
    EXPECT_EQ(after_change([](Receipt& receipt) { receipt.deadlines[0].label.clear(); }),
              "receipts.bad-value /recus/0/echeances/0/libelle (value)");
    EXPECT_EQ(after_change([](Receipt& receipt) { receipt.advice[0].clear(); }),
              "receipts.bad-value /recus/0/consignes/0 (value)");
}

TEST(ReceiptsRules, KnowTheMostOfEverything) {
    const auto too_many = [](auto Receipt::*list, std::size_t max) {
        return after_change([&](Receipt& receipt) {
            const auto first = (receipt.*list).front();
            (receipt.*list).assign(max + 1, first);
        });
    };
    EXPECT_EQ(too_many(&Receipt::recipients, receipt_limits::recipients), "receipts.too-many /recus/0/destinataires");
    EXPECT_EQ(too_many(&Receipt::advice, receipt_limits::list), "receipts.too-many /recus/0/consignes");
    EXPECT_EQ(too_many(&Receipt::deadlines, receipt_limits::list), "receipts.too-many /recus/0/echeances");
    EXPECT_EQ(too_many(&Receipt::destructions, receipt_limits::list), "receipts.too-many /recus/0/destructions");
}
