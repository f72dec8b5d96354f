// What must hold in every register of receipts, whether it was read from a file or made here.
#pragma once

#include "core/base/result.hpp"
#include "core/receipts/receipt.hpp"

#include <vector>

namespace pli {

/// Everything that is wrong with a register, at most 100 faults, each with the JSON pointer of its file as place and
/// the member as "name":
///   receipts.bad-value (code)   a value that is refused: why, as its kind or the guard against personal data says, or
///                               "value"
///   receipts.order              receipts that are not in ascending order of their documents
///   receipts.repeated           a document that is there already; a deadline or destruction of the same receipt
///   receipts.too-many (max)     more receipts, recipients, … than receipt_limits
std::vector<Error> check_receipts(const Receipts& receipts);

} // namespace pli
