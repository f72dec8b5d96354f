// The receipt of a file that was just sealed.
#include "unit/receipts/sample.hpp"

using namespace pli;
using namespace pli::receipts_test;

namespace {

std::vector<std::string> answers_awaited(const Receipt& receipt) {
    std::vector<std::string> ids;
    for (const ReceiptDeadline& deadline : receipt.deadlines)
        if (deadline.answer) ids.push_back(deadline.id);
    return ids;
}

} // namespace

TEST(ReceiptMaking, TakesTheFactsAndWhatTheRulesSay) {
    const Receipt receipt = bilateral(facts_of('1'));
    EXPECT_EQ(receipt.document_id, id_of('1'));
    EXPECT_EQ(receipt.sealed, today);
    EXPECT_EQ(receipt.form, "liaison-ag-bilaterale");
    EXPECT_EQ(receipt.territory, "pas-de-calais");
    EXPECT_EQ(receipt.advice, form_named("liaison-ag-bilaterale").transmission);
    EXPECT_EQ(receipt.recipients.front().fingerprint, hash_of('a'));
    EXPECT_FALSE(receipt.delivered) << "only the user says so";
}

TEST(ReceiptMaking, KnowsWhichDeadlineIsTheAnswers) {
    EXPECT_EQ(answers_awaited(bilateral(facts_of('1'))), std::vector<std::string>{"reponse"});
    EXPECT_EQ(answers_awaited(designation()), std::vector<std::string>{"reponse-france-travail"});
    const Receipt tacit = make_receipt(pas_de_calais(), liaison(), complete_answers(), facts_of('1'));
    EXPECT_TRUE(answers_awaited(tacit).empty());
    EXPECT_FALSE(tacit.deadlines.empty());
}

TEST(ReceiptMaking, CountsDestructionFromTheEndOfTheConvention) {
    const Receipt receipt = bilateral(facts_of('1'));
    ASSERT_EQ(receipt.destructions.size(), 2U);
    EXPECT_EQ(receipt.destructions[0].day, (Date{2026, 12, 31})) << "a year after it, by the application convention";
    EXPECT_EQ(receipt.destructions[1].day, (Date{2035, 12, 31})) << "ten years, as the fiche prints";
    EXPECT_TRUE(designation().destructions.empty());
}

TEST(ReceiptMaking, TellsTheRuleAloneWhereTheActHasNoDay) {
    const Form& form = form_named("liaison-nord-ag");
    const Territory& nord = *find_territory(shipped_pack(), "nord");
    const Receipt receipt = make_receipt(
        nord, form, must(answers_from_json(form, golden_json("liaison-nord-ag/answers.json"))), facts_of('1'));
    ASSERT_EQ(receipt.destructions.size(), 1U);
    EXPECT_FALSE(receipt.destructions[0].day);
    EXPECT_NE(receipt.destructions[0].rule.find("deux mois"), std::string::npos);
}
