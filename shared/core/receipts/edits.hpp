// Changes of a register of receipts, each a function from one register to the next: nothing changes when it fails.
//
// Errors of all: those of check_receipts, the first one, with its place in what the register would have become; and
// receipts.unknown (place = the document).
#pragma once

#include "core/base/result.hpp"
#include "core/receipts/receipt.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// A file was sealed. If it corrects one whose receipt is there, that one is marked as replaced.
/// Error: receipts.repeated (there is one of that document).
Result<Receipts> add_receipt(const Receipts& from, Receipt receipt);

/// The user says that the file was delivered on that day, or takes it back.
Result<Receipts> note_delivery(const Receipts& from, std::string_view document, const Date& day);
Result<Receipts> take_back_delivery(const Receipts& from, std::string_view document);

/// An answer came on that day, in the document `answer_id` or otherwise (empty): who answered has the file, so it was
/// delivered by then. Error: receipts.answered (another one is noted already; it must be taken back first).
Result<Receipts> note_answer(const Receipts& from, std::string_view document, const Date& day,
                             std::string_view answer_id);
/// A delivery that was noted stays.
Result<Receipts> take_back_answer(const Receipts& from, std::string_view document);

Result<Receipts> remove_receipt(const Receipts& from, std::string_view document);

/// What came of taking receipts in: how many are new, told something new, or were the same already; and the documents
/// of which the two say different things: there, what was there stays.
struct ReceiptsMerge {
    Receipts content;
    std::size_t added = 0, completed = 0, same = 0;
    std::vector<std::string> different;
};

/// Takes in those of a file, by document. What is noted here is never overwritten; what is missing here is taken over.
Result<ReceiptsMerge> merge_receipts(const Receipts& here, const Receipts& taken);

} // namespace pli
