// What is asked of a register of receipts: how far each file is, what is due, which ones a key concerns.
#pragma once

#include "core/receipts/receipt.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pli {

enum class Standing : std::uint8_t {
    ToDeliver, ///< nobody said that it was delivered
    Delivered,
    Overdue,  ///< delivered, and the day by which the answer was due has passed
    Answered, ///< whether in time or not
    Replaced, ///< by a correction, which stands for it
};

Standing standing_of(const Receipt& receipt, const Date& today);

/// The first deadline by which an answer is due, or nullptr when the document asks for none.
const ReceiptDeadline* answer_deadline(const Receipt& receipt);

/// Whether a destruction's last day is today or has passed.
bool is_to_be_destroyed(const Receipt& receipt, const Date& today);

/// Something that a receipt makes due: indices into Receipts::all and into its deadlines or its destructions.
struct Due {
    Date day;
    std::size_t receipt = 0;
    bool destruction = false;
    std::size_t index = 0;

    bool operator==(const Due&) const = default;
};

/// What is still to come or to be done as of that day, by day and document: answers that are awaited, also since long;
/// other deadlines whose last day has not passed; destructions with a day, until the receipt is deleted. Of a document
/// that was replaced, only destruction is left.
std::vector<Due> open_dues(const Receipts& receipts, const Date& today);

/// The receipts with that standing, or all without one: the latest sealed first, then by document.
std::vector<std::size_t> listed(const Receipts& receipts, const std::vector<Standing>& standings, const Date& today);

/// The receipts of files that were sealed to one of these keys (by fingerprint) or signed with this one, in the order
/// of listed(). Empty texts mean no key.
std::vector<std::size_t> concerned_by(const Receipts& receipts, const std::vector<std::string>& fingerprints,
                                      std::string_view signing_key);

/// Whether a document that came back is the one that was sent.
enum class Sent : std::uint8_t {
    Unknown, ///< there is no receipt of it
    Same,
    Altered, ///< the receipt is of another fiche.json
};
Sent compare_sent(const Receipts& receipts, std::string_view document, std::string_view fiche_sha256);

} // namespace pli
