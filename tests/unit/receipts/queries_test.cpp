// How far each file is, what is due, which ones a key concerns.
#include "core/receipts/edits.hpp"
#include "core/receipts/queries.hpp"
#include "unit/receipts/sample.hpp"

using namespace pli;
using namespace pli::receipts_test;

namespace {

Receipt delivered() {
    Receipt receipt = bilateral(facts_of('1'));
    receipt.delivered = today;
    return receipt;
}

} // namespace

TEST(ReceiptsQueries, TellHowFarAFileIs) {
    const Receipt sealed = bilateral(facts_of('1'));
    ASSERT_NE(answer_deadline(sealed), nullptr);
    const Date due = answer_deadline(sealed)->due;
    EXPECT_EQ(standing_of(sealed, today), Standing::ToDeliver);
    EXPECT_EQ(standing_of(sealed, add_days(due, 1)), Standing::ToDeliver) << "it is not the receiver who is late";
    EXPECT_EQ(standing_of(delivered(), due), Standing::Delivered) << "the last day counts";
    EXPECT_EQ(standing_of(delivered(), add_days(due, 1)), Standing::Overdue);
    EXPECT_EQ(standing_of(designation(), {2030, 1, 1}), Standing::Answered);
    Receipt replaced = delivered();
    replaced.replaced_by = id_of('3');
    EXPECT_EQ(standing_of(replaced, add_days(due, 1)), Standing::Replaced);
    Receipt tacit = make_receipt(pas_de_calais(), liaison(), complete_answers(), facts_of('1'));
    tacit.delivered = today;
    EXPECT_EQ(answer_deadline(tacit), nullptr);
    EXPECT_EQ(standing_of(tacit, {2030, 1, 1}), Standing::Delivered) << "no answer is awaited";
}

TEST(ReceiptsQueries, TellTheFirstOfSeveralAnswersDue) {
    Receipt receipt = delivered();
    ReceiptDeadline second = *answer_deadline(receipt);
    second.id = "avant";
    second.due = today;
    receipt.deadlines.push_back(second);
    EXPECT_EQ(answer_deadline(receipt)->id, "avant");
}

TEST(ReceiptsQueries, TellWhatIsToBeDestroyed) {
    const Receipt receipt = bilateral(facts_of('1'));
    EXPECT_FALSE(is_to_be_destroyed(receipt, {2026, 12, 30}));
    EXPECT_TRUE(is_to_be_destroyed(receipt, {2026, 12, 31}));
    EXPECT_FALSE(is_to_be_destroyed(designation(), {2100, 1, 1}));
    Receipt without_day = receipt;
    for (Destruction& one : without_day.destructions) one.day.reset();
    EXPECT_FALSE(is_to_be_destroyed(without_day, {2100, 1, 1})) << "the act does not say when";
}

TEST(ReceiptsQueries, TellWhatIsDueInOrder) {
    const Receipts receipts = sample();
    const std::vector<Due> dues = open_dues(receipts, today);
    ASSERT_FALSE(dues.empty());
    for (std::size_t i = 1; i < dues.size(); ++i) EXPECT_LE(dues[i - 1].day, dues[i].day);
    for (const Due& due : dues) EXPECT_FALSE(due.receipt == 0 && !due.destruction) << "it was replaced";
    const auto count = [&dues](std::size_t receipt, bool destruction) {
        return std::count_if(dues.begin(), dues.end(),
                             [&](const Due& due) { return due.receipt == receipt && due.destruction == destruction; });
    };
    EXPECT_EQ(count(0, true), 2) << "what was replaced is destroyed too";
    EXPECT_EQ(count(1, false), 0) << "its answer came";
    EXPECT_EQ(count(2, false), static_cast<std::ptrdiff_t>(receipts.all[2].deadlines.size()));
}

TEST(ReceiptsQueries, AnAwaitedAnswerStaysDueAndOtherDaysPass) {
    const Receipts receipts{{delivered()}};
    std::vector<std::string> ids;
    for (const Due& due : open_dues(receipts, {2030, 1, 1}))
        ids.push_back(due.destruction ? receipts.all[0].destructions[due.index].id
                                      : receipts.all[0].deadlines[due.index].id);
    EXPECT_EQ(ids, (std::vector<std::string>{"reponse", "convention-application", "fiche-imprimee"}));
}

TEST(ReceiptsQueries, ListTheLatestFirst) {
    Receipts receipts = sample();
    receipts.all[1].sealed = {2026, 11, 25};
    EXPECT_EQ(listed(receipts, {}, today), (std::vector<std::size_t>{1, 0, 2}));
    EXPECT_EQ(listed(receipts, {Standing::ToDeliver}, today), std::vector<std::size_t>{2});
    EXPECT_EQ(listed(receipts, {Standing::Answered, Standing::Replaced}, today), (std::vector<std::size_t>{1, 0}));
    EXPECT_TRUE(listed(receipts, {Standing::Overdue}, today).empty());
}

TEST(ReceiptsQueries, TellWhichFilesAKeyConcerns) {
    const Receipts receipts = sample();
    EXPECT_EQ(concerned_by(receipts, {hash_of('a')}, ""), (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(concerned_by(receipts, {}, signing_key), std::vector<std::size_t>{1});
    EXPECT_EQ(concerned_by(receipts, {hash_of('b'), hash_of('a')}, signing_key), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_TRUE(concerned_by(receipts, {""}, "").empty()) << "a passphrase is no key, and no signature none";
    EXPECT_TRUE(concerned_by(receipts, {hash_of('a').substr(1)}, signing_key.substr(1)).empty()) << "whole keys only";
}

TEST(ReceiptsQueries, CompareWhatCameBackWithWhatWasSent) {
    const Receipts receipts = sample();
    EXPECT_EQ(compare_sent(receipts, id_of('1'), hash_of('f')), Sent::Same);
    EXPECT_EQ(compare_sent(receipts, id_of('1'), hash_of('e')), Sent::Altered);
    for (const char other : {'0', '8'})
        EXPECT_EQ(compare_sent(receipts, id_of(other), hash_of('f')), Sent::Unknown) << "before and behind all";
}
