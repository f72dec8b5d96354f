// Changes of a register of receipts: delivered, answered, taken back, merged.
#include "core/receipts/edits.hpp"
#include "unit/receipts/sample.hpp"

using namespace pli;
using namespace pli::receipts_test;

namespace {

const Date next_day{2026, 11, 23};

Receipts with_one() { return must(add_receipt({}, bilateral(facts_of('1')))); }

} // namespace

TEST(ReceiptsEdits, AddInOrderAndOnce) {
    Receipts receipts = must(add_receipt(with_one(), bilateral(facts_of('0'))));
    EXPECT_EQ(receipts.all[0].document_id, id_of('0'));
    EXPECT_EQ(told(add_receipt(receipts, bilateral(facts_of('1')))), "receipts.repeated " + id_of('1'));
    Receipt wrong = bilateral(facts_of('4'));
    wrong.fiche_sha256 = "x";
    EXPECT_EQ(told(add_receipt(receipts, wrong)), "receipts.bad-value /recus/2/fiche (value)");
}

TEST(ReceiptsEdits, ACorrectionMarksWhatItReplaces) {
    SealingFacts facts = facts_of('3');
    facts.replaces = id_of('1');
    const Receipts receipts = must(add_receipt(with_one(), bilateral(facts)));
    EXPECT_EQ(find_receipt(receipts, id_of('1'))->replaced_by, id_of('3'));
    facts = facts_of('4');
    facts.replaces = id_of('8');
    EXPECT_TRUE(add_receipt(receipts, bilateral(facts)).ok()) << "of a document that was sealed elsewhere";
}

TEST(ReceiptsEdits, DeliveryIsNotedAndTakenBack) {
    const Receipts delivered = must(note_delivery(with_one(), id_of('1'), next_day));
    EXPECT_EQ(delivered.all[0].delivered, next_day);
    EXPECT_EQ(must(take_back_delivery(delivered, id_of('1'))), with_one());
    EXPECT_EQ(told(note_delivery(with_one(), id_of('1'), {2026, 11, 21})), "receipts.bad-value /recus/0/remis (value)")
        << "before it was sealed";
    EXPECT_EQ(told(note_delivery(with_one(), id_of('7'), next_day)), "receipts.unknown " + id_of('7'));
    EXPECT_EQ(told(take_back_delivery(with_one(), id_of('7'))), "receipts.unknown " + id_of('7'));
}

TEST(ReceiptsEdits, AnAnswerIsNotedOnceAndTakenBack) {
    const Receipts answered = must(note_answer(with_one(), id_of('1'), next_day, id_of('9')));
    EXPECT_EQ(answered.all[0].answer, (ReceivedAnswer{next_day, id_of('9')}));
    EXPECT_EQ(answered.all[0].delivered, next_day) << "who answers has it";
    EXPECT_EQ(must(note_answer(answered, id_of('1'), next_day, id_of('9'))), answered) << "the same, opened again";
    EXPECT_EQ(told(note_answer(answered, id_of('1'), next_day, id_of('8'))), "receipts.answered " + id_of('1'));
    EXPECT_EQ(must(take_back_answer(answered, id_of('1'))), must(note_delivery(with_one(), id_of('1'), next_day)));
    EXPECT_EQ(told(take_back_answer(answered, id_of('7'))), "receipts.unknown " + id_of('7'));
    const Receipts earlier = must(note_delivery(with_one(), id_of('1'), today));
    EXPECT_EQ(must(note_answer(earlier, id_of('1'), next_day, "")).all[0].delivered, today) << "as it was noted";
}

TEST(ReceiptsEdits, RemoveOne) {
    EXPECT_TRUE(must(remove_receipt(with_one(), id_of('1'))).all.empty());
    EXPECT_EQ(told(remove_receipt(with_one(), id_of('7'))), "receipts.unknown " + id_of('7'));
}

TEST(ReceiptsMerge, ACorrectionFromAnotherPlaceMarksWhatItReplaces) {
    const Receipts correction{{sample().all[2]}};
    const ReceiptsMerge merge = must(merge_receipts(with_one(), correction));
    EXPECT_EQ(find_receipt(merge.content, id_of('1'))->replaced_by, id_of('3'));
    EXPECT_EQ(find_receipt(must(merge_receipts(correction, with_one())).content, id_of('1'))->replaced_by, id_of('3'));
}

TEST(ReceiptsMerge, TakesInWhatIsNew) {
    const ReceiptsMerge merge = must(merge_receipts(with_one(), sample()));
    EXPECT_EQ(merge.content, sample());
    EXPECT_EQ(merge.added, 2U);
    EXPECT_EQ(merge.completed, 1U) << "the first was corrected";
    EXPECT_EQ(merge.same, 0U);
    EXPECT_TRUE(merge.different.empty());
    const ReceiptsMerge again = must(merge_receipts(sample(), sample()));
    EXPECT_EQ(again.content, sample());
    EXPECT_EQ(again.same, 3U);
    EXPECT_EQ(again.added + again.completed, 0U);
}

TEST(ReceiptsMerge, OverwritesNothing) {
    const Receipts ours = must(note_delivery(with_one(), id_of('1'), today));
    Receipts theirs = must(note_delivery(with_one(), id_of('1'), next_day));
    theirs = must(note_answer(theirs, id_of('1'), next_day, id_of('9')));
    ReceiptsMerge merge = must(merge_receipts(ours, theirs));
    EXPECT_EQ(merge.content.all[0].delivered, today);
    EXPECT_EQ(merge.content.all[0].answer, theirs.all[0].answer) << "it was missing here";
    EXPECT_EQ(merge.different, std::vector<std::string>{id_of('1')});
    EXPECT_EQ(merge.completed, 1U);

    theirs = with_one();
    theirs.all[0].fiche_sha256 = hash_of('0');
    theirs.all[0].delivered = next_day;
    merge = must(merge_receipts(with_one(), theirs));
    EXPECT_EQ(merge.content, with_one()) << "of another file: nothing of it is believed";
    EXPECT_EQ(merge.different, std::vector<std::string>{id_of('1')});
    EXPECT_EQ(merge.completed + merge.added + merge.same, 0U);
}

TEST(ReceiptsMerge, KeepsWithinTheLimits) {
    Receipts here, taken;
    for (std::size_t i = 0; i < receipt_limits::receipts; ++i) {
        Receipt receipt = bilateral(facts_of('1'));
        receipt.deadlines.clear();
        receipt.document_id = std::string(27, '0') + std::to_string(10000 + i);
        here.all.push_back(receipt);
    }
    taken.all.push_back(bilateral(facts_of('1')));
    EXPECT_EQ(told(merge_receipts(here, taken)), "receipts.too-many /recus");
}
