#include "core/receipts/queries.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace pli {

namespace {

/// The latest sealed first; of one day by document, as they stand.
void sort_latest_first(const Receipts& receipts, std::vector<std::size_t>& indices) {
    std::stable_sort(indices.begin(), indices.end(), [&receipts](std::size_t a, std::size_t b) {
        return receipts.all[a].sealed > receipts.all[b].sealed;
    });
}

template <class Wanted> std::vector<std::size_t> those(const Receipts& receipts, const Wanted& is_wanted) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < receipts.all.size(); ++i)
        if (is_wanted(receipts.all[i])) indices.push_back(i);
    sort_latest_first(receipts, indices);
    return indices;
}

bool is_open(const Receipt& receipt, const ReceiptDeadline& deadline, const Date& today) {
    if (!receipt.replaced_by.empty()) return false;
    return deadline.answer ? !receipt.answer : deadline.due >= today;
}

} // namespace

Standing standing_of(const Receipt& receipt, const Date& today) {
    if (!receipt.replaced_by.empty()) return Standing::Replaced;
    if (receipt.answer) return Standing::Answered;
    if (!receipt.delivered) return Standing::ToDeliver;
    const ReceiptDeadline* deadline = answer_deadline(receipt);
    return deadline != nullptr && deadline->due < today ? Standing::Overdue : Standing::Delivered;
}

const ReceiptDeadline* answer_deadline(const Receipt& receipt) {
    const ReceiptDeadline* first = nullptr;
    for (const ReceiptDeadline& deadline : receipt.deadlines)
        if (deadline.answer && (first == nullptr || deadline.due < first->due)) first = &deadline;
    return first;
}

bool is_to_be_destroyed(const Receipt& receipt, const Date& today) {
    return std::any_of(receipt.destructions.begin(), receipt.destructions.end(),
                       [&today](const Destruction& one) { return one.day && *one.day <= today; });
}

std::vector<Due> open_dues(const Receipts& receipts, const Date& today) {
    std::vector<Due> dues;
    for (std::size_t i = 0; i < receipts.all.size(); ++i) {
        const Receipt& receipt = receipts.all[i];
        for (std::size_t n = 0; n < receipt.deadlines.size(); ++n)
            if (is_open(receipt, receipt.deadlines[n], today)) dues.push_back({receipt.deadlines[n].due, i, false, n});
        for (std::size_t n = 0; n < receipt.destructions.size(); ++n)
            if (receipt.destructions[n].day) dues.push_back({*receipt.destructions[n].day, i, true, n});
    }
    std::sort(dues.begin(), dues.end(), [](const Due& a, const Due& b) {
        return std::tie(a.day, a.receipt, a.destruction, a.index) < std::tie(b.day, b.receipt, b.destruction, b.index);
    });
    return dues;
}

std::vector<std::size_t> listed(const Receipts& receipts, const std::vector<Standing>& standings, const Date& today) {
    return those(receipts, [&](const Receipt& receipt) {
        return standings.empty() ||
               std::find(standings.begin(), standings.end(), standing_of(receipt, today)) != standings.end();
    });
}

std::vector<std::size_t> concerned_by(const Receipts& receipts, const std::vector<std::string>& fingerprints,
                                      std::string_view signing_key) {
    const auto is_one = [&fingerprints](const ReceiptRecipient& recipient) {
        return !recipient.fingerprint.empty() &&
               std::find(fingerprints.begin(), fingerprints.end(), recipient.fingerprint) != fingerprints.end();
    };
    return those(receipts, [&](const Receipt& receipt) {
        const bool is_signed = !signing_key.empty() && receipt.signing_key == signing_key;
        return is_signed || std::any_of(receipt.recipients.begin(), receipt.recipients.end(), is_one);
    });
}

Sent compare_sent(const Receipts& receipts, std::string_view document, std::string_view fiche_sha256) {
    const Receipt* receipt = find_receipt(receipts, document);
    if (receipt == nullptr) return Sent::Unknown;
    return receipt->fiche_sha256 == fiche_sha256 ? Sent::Same : Sent::Altered;
}

} // namespace pli
