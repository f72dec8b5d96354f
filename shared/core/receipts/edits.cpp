#include "core/receipts/edits.hpp"

#include "core/receipts/rules.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

/// What a change made, if that is a register.
Result<Receipts> checked(Receipts changed) {
    std::vector<Error> faults = check_receipts(changed);
    if (!faults.empty()) return std::move(faults.front());
    return changed;
}

std::vector<Receipt>::iterator place_of(Receipts& receipts, std::string_view document) {
    return std::lower_bound(receipts.all.begin(), receipts.all.end(), document,
                            [](const Receipt& one, std::string_view id) { return one.document_id < id; });
}

/// The receipt in a register that may be changed, or nullptr.
Receipt* find(Receipts& receipts, std::string_view document) {
    const auto found = place_of(receipts, document);
    return found != receipts.all.end() && found->document_id == document ? &*found : nullptr;
}

/// The register after `change(receipt)`, which says whether it succeeded.
template <class Change>
Result<Receipts> with_receipt(const Receipts& from, std::string_view document, const Change& change) {
    Receipts changed = from;
    Receipt* receipt = find(changed, document);
    if (receipt == nullptr) return Error{"receipts.unknown", std::string(document), {}};
    const Status made = change(*receipt);
    if (!made) return made.error();
    return checked(std::move(changed));
}

/// Without what happened after sealing.
Receipt as_sealed(Receipt receipt) {
    receipt.delivered.reset();
    receipt.answer.reset();
    receipt.replaced_by.clear();
    return receipt;
}

/// Takes over what is missing; false when the two contradict each other.
bool complete(Receipt& ours, const Receipt& theirs) {
    if (as_sealed(ours) != as_sealed(theirs)) return false;
    bool agree = true;
    const auto take = [&agree](auto& mine, const auto& other, bool is_missing, bool is_told) {
        if (is_missing) mine = other;
        agree = agree && (!is_told || mine == other);
    };
    take(ours.delivered, theirs.delivered, !ours.delivered, theirs.delivered.has_value());
    take(ours.answer, theirs.answer, !ours.answer, theirs.answer.has_value());
    take(ours.replaced_by, theirs.replaced_by, ours.replaced_by.empty(), !theirs.replaced_by.empty());
    return agree;
}

void take_in(ReceiptsMerge& merge, const Receipt& theirs) {
    Receipt* ours = find(merge.content, theirs.document_id);
    if (ours == nullptr) {
        merge.content.all.insert(place_of(merge.content, theirs.document_id), theirs);
        ++merge.added;
        return;
    }
    const Receipt before = *ours;
    const bool agree = complete(*ours, theirs);
    if (!agree) merge.different.push_back(theirs.document_id);
    if (*ours != before)
        ++merge.completed;
    else if (agree)
        ++merge.same;
}

/// A correction and what it corrects may come from two places: neither knew of the other.
void mark_replaced(ReceiptsMerge& merge) {
    for (const Receipt& correction : merge.content.all) {
        Receipt* corrected = find(merge.content, correction.replaces);
        if (corrected != nullptr && corrected->replaced_by.empty()) corrected->replaced_by = correction.document_id;
    }
}

} // namespace

Result<Receipts> add_receipt(const Receipts& from, Receipt receipt) {
    Receipts changed = from;
    if (find(changed, receipt.document_id) != nullptr) return Error{"receipts.repeated", receipt.document_id, {}};
    if (Receipt* corrected = find(changed, receipt.replaces)) corrected->replaced_by = receipt.document_id;
    changed.all.insert(place_of(changed, receipt.document_id), std::move(receipt));
    return checked(std::move(changed));
}

Result<Receipts> note_delivery(const Receipts& from, std::string_view document, const Date& day) {
    return with_receipt(from, document, [&day](Receipt& receipt) {
        receipt.delivered = day;
        return done();
    });
}

Result<Receipts> take_back_delivery(const Receipts& from, std::string_view document) {
    return with_receipt(from, document, [](Receipt& receipt) {
        receipt.delivered.reset();
        return done();
    });
}

Result<Receipts> note_answer(const Receipts& from, std::string_view document, const Date& day,
                             std::string_view answer_id) {
    return with_receipt(from, document, [&](Receipt& receipt) -> Status {
        const ReceivedAnswer answer{day, std::string(answer_id)};
        if (receipt.answer && *receipt.answer != answer) return Error{"receipts.answered", receipt.document_id, {}};
        receipt.answer = answer;
        if (!receipt.delivered) receipt.delivered = day;
        return done();
    });
}

Result<Receipts> take_back_answer(const Receipts& from, std::string_view document) {
    return with_receipt(from, document, [](Receipt& receipt) {
        receipt.answer.reset();
        return done();
    });
}

Result<Receipts> remove_receipt(const Receipts& from, std::string_view document) {
    Receipts changed = from;
    const Receipt* receipt = find(changed, document);
    if (receipt == nullptr) return Error{"receipts.unknown", std::string(document), {}};
    changed.all.erase(changed.all.begin() + (receipt - changed.all.data()));
    return changed;
}

Result<ReceiptsMerge> merge_receipts(const Receipts& here, const Receipts& taken) {
    ReceiptsMerge merge;
    merge.content = here;
    for (const Receipt& theirs : taken.all) take_in(merge, theirs);
    mark_replaced(merge);
    std::vector<Error> faults = check_receipts(merge.content);
    if (!faults.empty()) return std::move(faults.front());
    return merge;
}

} // namespace pli
