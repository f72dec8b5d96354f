// The receipt of a file that was just sealed.
#pragma once

#include "core/receipts/receipt.hpp"
#include "core/state/answers.hpp"

namespace pli {

/// What only the act of sealing knows.
struct SealingFacts {
    std::string document_id; ///< 32 hex digits
    Date day;
    std::string replaces; ///< document id, or empty
    std::string file_name;
    std::string file_sha256, fiche_sha256; ///< 64 hex digits each
    Receipt::Locks locks = Receipt::Locks::Keys;
    std::vector<ReceiptRecipient> recipients;
    std::string signing_key; ///< minisign's text of the verifying key, or empty
};

/// Of the answers, the receipt takes the days of deadlines that follow from them, and nothing else. Destruction is as
/// the territory's acts say.
Receipt make_receipt(const Territory& territory, const Form& form, const Answers& answers, const SealingFacts& facts);

} // namespace pli
