// Receipts as they come out of a stranger's file, or out of the browser's storage.
#include "core/receipts/edits.hpp"
#include "core/receipts/queries.hpp"
#include "core/receipts/receipts_file.hpp"
#include "fuzz/target.hpp"

using namespace pli;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of({data, size});
    const ReceiptsReading reading = read_receipts(text);
    fuzz::require(reading.faults.size() <= 100, "faults are bounded");
    if (!reading.faults.empty()) return 0;
    const Receipts& receipts = reading.content;
    const auto rewritten = write_receipts(receipts);
    fuzz::require(rewritten.ok(), "what is read can be written");
    const ReceiptsReading again = read_receipts(rewritten.value());
    fuzz::require(again.faults.empty() && again.content == receipts, "a register is read back");

    fuzz::require(listed(receipts, {}, fuzz::today).size() == receipts.all.size(), "every receipt is listed");
    for (const Due& due : open_dues(receipts, fuzz::today)) {
        const Receipt& receipt = receipts.all[due.receipt];
        const std::size_t count = due.destruction ? receipt.destructions.size() : receipt.deadlines.size();
        fuzz::require(due.index < count, "what is due is of its receipt");
    }
    const auto merge = merge_receipts(receipts, receipts);
    fuzz::require(merge.ok() && merge.value().content == receipts, "merging with itself changes nothing");
    fuzz::require(merge.value().different.empty(), "a register agrees with itself");
    return 0;
}
