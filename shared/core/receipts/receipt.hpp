// Receipts: what the sender keeps of each sealed file. Never anything about the person: no answer, and no salt, without
// which nobody can try answers against the hashes. One register of them is a value, changed by replacing it
// (edits.hpp).
#pragma once

#include "core/base/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Whom a file was sealed for.
struct ReceiptRecipient {
    std::string role;        ///< in the territory; empty where the form has no route
    std::string name;        ///< as the directory has it; empty when the key came otherwise
    std::string fingerprint; ///< SHA-256 of the recipient string, 64 hex digits; empty for a passphrase

    bool operator==(const ReceiptRecipient&) const = default;
};

/// A deadline as it was on the day of sealing (validation/deadlines.hpp).
struct ReceiptDeadline {
    std::string id;
    std::string label;
    std::string rule;
    std::optional<Date> opens;
    Date due;
    bool begins = false; ///< `due` is the first day, not the last
    bool answer = false; ///< by then the receiver answers

    bool operator==(const ReceiptDeadline&) const = default;
};

/// By when the document is to be destroyed, by which rule.
struct Destruction {
    std::string id;
    std::string rule;
    std::optional<Date> day; ///< the last day; nothing where the act does not say when its convention ends

    bool operator==(const Destruction&) const = default;
};

struct ReceivedAnswer {
    Date day;
    std::string document_id; ///< of the answer; empty when it came otherwise than as a pli

    bool operator==(const ReceivedAnswer&) const = default;
};

struct Receipt {
    enum class Locks : std::uint8_t { Keys, Passphrase };

    std::string document_id; ///< 32 hex digits
    Date sealed;
    std::string form;
    std::int64_t form_version = 1;
    std::string territory;
    std::string replaces; ///< id of the document that this one corrects, or empty
    std::string file_name;
    std::string file_sha256;  ///< 64 hex digits
    std::string fiche_sha256; ///< of fiche.json, 64 hex digits
    Locks locks = Locks::Keys;
    std::vector<ReceiptRecipient> recipients;
    std::string signing_key;         ///< minisign's text of the verifying key, or empty
    std::vector<std::string> advice; ///< what was left to do after sealing, the channel among it
    std::vector<ReceiptDeadline> deadlines;
    std::vector<Destruction> destructions;

    std::optional<Date> delivered; ///< only because the user said so
    std::optional<ReceivedAnswer> answer;
    std::string replaced_by; ///< id of the document that corrects this one, or empty

    bool operator==(const Receipt&) const = default;
};

struct Receipts {
    std::vector<Receipt> all; ///< by document id, ascending, each once

    bool operator==(const Receipts&) const = default;
};

namespace receipt_limits {
inline constexpr std::size_t bytes = std::size_t{32} << 20U; ///< of the text of a register
inline constexpr std::size_t receipts = 5000;
inline constexpr std::size_t recipients = 200;  ///< of one receipt
inline constexpr std::size_t list = 50;         ///< deadlines, destructions or pieces of advice of one receipt
inline constexpr std::size_t short_text = 200;  ///< code points of a name or a label
inline constexpr std::size_t long_text = 2000;  ///< code points of a rule or a piece of advice
inline constexpr std::int64_t version = 100000; ///< of a form
} // namespace receipt_limits

/// The receipt of that document, or nullptr. The register keeps its order.
const Receipt* find_receipt(const Receipts& receipts, std::string_view document_id);

} // namespace pli
