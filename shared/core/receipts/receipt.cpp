#include "core/receipts/receipt.hpp"

#include <algorithm>

namespace pli {

const Receipt* find_receipt(const Receipts& receipts, std::string_view document_id) {
    const auto found =
        std::lower_bound(receipts.all.begin(), receipts.all.end(), document_id,
                         [](const Receipt& receipt, std::string_view id) { return receipt.document_id < id; });
    return found != receipts.all.end() && found->document_id == document_id ? &*found : nullptr;
}

} // namespace pli
