#include "core/receipts/rules.hpp"

#include "core/base/text.hpp"
#include "core/definition/formats.hpp"
#include "core/definition/strict_object.hpp"
#include "core/identifiers/guard_patterns.hpp"
#include "core/receipts/receipt_names.hpp"

#include <algorithm>
#include <string>

namespace pli {

namespace {

namespace names = receipt_names;
using definition::pointer_to;
using definition::Problems;

constexpr std::size_t id_digits = 32;
constexpr std::size_t hash_digits = 64;
constexpr std::string_view not_permitted = "value";

/// A name of a sealed file is ours: a day and a random number.
bool is_file_name(std::string_view name) {
    return name.size() <= receipt_limits::short_text && name.find_first_of("/\\:\"<>|?*") == std::string_view::npos;
}

/// Printable text in one line.
bool is_one_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; });
}

class ReceiptsChecker {
  public:
    explicit ReceiptsChecker(const Receipts& receipts) : receipts_(receipts) {}

    std::vector<Error> check();

  private:
    void check_receipt(const Receipt& receipt, const std::string& place);
    void check_facts(const Receipt& receipt, const std::string& place);
    void check_recipients(const Receipt& receipt, const std::string& place);
    void check_deadlines(const Receipt& receipt, const std::string& place);
    void check_destructions(const Receipt& receipt, const std::string& place);
    void check_advice(const Receipt& receipt, const std::string& place);
    void check_progress(const Receipt& receipt, const std::string& place);

    void check_text(const std::string& text, std::size_t max, std::string_view name, const std::string& place) {
        require(!text.empty() && is_one_line(text) && length(text) <= max, place, name);
    }
    void check_other_document(const std::string& id, const Receipt& of, std::string_view name,
                              const std::string& place) {
        require(id.empty() || (is_hex(id, id_digits) && id != of.document_id), place, name);
    }
    void check_day(const Date& day, std::string_view name, const std::string& place) {
        require(is_real_day(day), place, name);
    }
    /// Days on which something happened to a file that was there.
    void check_later_day(const Date& day, const Receipt& receipt, std::string_view name, const std::string& place) {
        require(is_real_day(day) && day >= receipt.sealed, place, name);
    }
    void require(bool holds, const std::string& place, std::string_view name) {
        if (!holds) refuse(place, name, not_permitted);
    }
    void refuse(const std::string& place, std::string_view name, std::string_view code) {
        problems_.report_value(pointer_to(place, name), name, code);
    }
    /// False, and said, when there are too many to look at.
    bool limit(std::size_t count, std::size_t max, std::string_view name, const std::string& place) {
        if (count <= max) return true;
        problems_.report_excess(pointer_to(place, name), name, max);
        return false;
    }
    /// An id that no other element of the list has.
    template <class Element>
    void check_id(const std::vector<Element>& list, const Element& one, const std::string& place) {
        require(is_name(one.id) && one.id.size() <= receipt_limits::short_text, place, names::id);
        const auto first =
            std::find_if(list.begin(), list.end(), [&](const Element& other) { return other.id == one.id; });
        if (&*first != &one) problems_.report("repeated", pointer_to(place, names::id), names::id);
    }

    const Receipts& receipts_;
    Problems problems_{"receipts"};
};

std::vector<Error> ReceiptsChecker::check() {
    if (!limit(receipts_.all.size(), receipt_limits::receipts, names::receipts, "")) return problems_.all();
    const std::string list = pointer_to("", names::receipts);
    const Receipt* before = nullptr;
    std::size_t index = 0;
    for (const Receipt& receipt : receipts_.all) {
        const std::string place = pointer_to(list, index++);
        if (before != nullptr && before->document_id == receipt.document_id)
            problems_.report("repeated", pointer_to(place, names::document), names::document);
        else if (before != nullptr && !(before->document_id < receipt.document_id))
            problems_.report("order", place, names::document);
        check_receipt(receipt, place);
        before = &receipt;
    }
    return problems_.all();
}

void ReceiptsChecker::check_receipt(const Receipt& receipt, const std::string& place) {
    check_facts(receipt, place);
    check_recipients(receipt, place);
    check_deadlines(receipt, place);
    check_destructions(receipt, place);
    check_advice(receipt, place);
    check_progress(receipt, place);
}

void ReceiptsChecker::check_facts(const Receipt& receipt, const std::string& place) {
    require(is_hex(receipt.document_id, id_digits), place, names::document);
    check_day(receipt.sealed, names::sealed, place);
    const std::string form = pointer_to(place, names::form);
    require(is_name(receipt.form) && receipt.form.size() <= receipt_limits::short_text, form, names::id);
    require(receipt.form_version >= 1 && receipt.form_version <= receipt_limits::version, form, names::version);
    require(is_name(receipt.territory) && receipt.territory.size() <= receipt_limits::short_text, place,
            names::territory);
    check_other_document(receipt.replaces, receipt, names::replaces, place);
    const std::string file = pointer_to(place, names::file);
    check_text(receipt.file_name, receipt_limits::short_text, names::name, file);
    require(is_file_name(receipt.file_name), file, names::name);
    require(is_hex(receipt.file_sha256, hash_digits), file, names::sha256);
    require(is_hex(receipt.fiche_sha256, hash_digits), place, names::fiche);
    require(receipt.signing_key.empty() || is_verifying_key(receipt.signing_key), place, names::signing_key);
}

/// Keys have fingerprints; a passphrase has none.
void ReceiptsChecker::check_recipients(const Receipt& receipt, const std::string& place) {
    if (!limit(receipt.recipients.size(), receipt_limits::recipients, names::recipients, place)) return;
    const bool by_keys = receipt.locks == Receipt::Locks::Keys;
    require(!by_keys || !receipt.recipients.empty(), place, names::recipients);
    const std::string list = pointer_to(place, names::recipients);
    for (std::size_t i = 0; i < receipt.recipients.size(); ++i) {
        const ReceiptRecipient& one = receipt.recipients[i];
        const std::string here = pointer_to(list, i);
        require(one.role.empty() || (is_name(one.role) && one.role.size() <= receipt_limits::short_text), here,
                names::role);
        require(by_keys ? is_hex(one.fingerprint, hash_digits) : one.fingerprint.empty(), here, names::fingerprint);
        if (one.name.empty()) continue;
        check_text(one.name, receipt_limits::short_text, names::name, here);
        if (const auto pattern = forbidden_pattern(one.name))
            refuse(here, names::name, "guard." + std::string(*pattern));
    }
}

void ReceiptsChecker::check_deadlines(const Receipt& receipt, const std::string& place) {
    if (!limit(receipt.deadlines.size(), receipt_limits::list, names::deadlines, place)) return;
    const std::string list = pointer_to(place, names::deadlines);
    for (std::size_t i = 0; i < receipt.deadlines.size(); ++i) {
        const ReceiptDeadline& one = receipt.deadlines[i];
        const std::string here = pointer_to(list, i);
        check_id(receipt.deadlines, one, here);
        check_text(one.label, receipt_limits::short_text, names::label, here);
        check_text(one.rule, receipt_limits::long_text, names::rule, here);
        check_day(one.due, names::day, here);
        require(!one.opens || (is_real_day(*one.opens) && *one.opens <= one.due), here, names::opens);
    }
}

void ReceiptsChecker::check_destructions(const Receipt& receipt, const std::string& place) {
    if (!limit(receipt.destructions.size(), receipt_limits::list, names::destructions, place)) return;
    const std::string list = pointer_to(place, names::destructions);
    for (std::size_t i = 0; i < receipt.destructions.size(); ++i) {
        const Destruction& one = receipt.destructions[i];
        const std::string here = pointer_to(list, i);
        check_id(receipt.destructions, one, here);
        check_text(one.rule, receipt_limits::long_text, names::rule, here);
        if (one.day) check_day(*one.day, names::day, here);
    }
}

void ReceiptsChecker::check_advice(const Receipt& receipt, const std::string& place) {
    if (!limit(receipt.advice.size(), receipt_limits::list, names::advice, place)) return;
    const std::string list = pointer_to(place, names::advice);
    for (std::size_t i = 0; i < receipt.advice.size(); ++i)
        check_text(receipt.advice[i], receipt_limits::long_text, std::to_string(i), list);
}

void ReceiptsChecker::check_progress(const Receipt& receipt, const std::string& place) {
    if (receipt.delivered) check_later_day(*receipt.delivered, receipt, names::delivered, place);
    if (receipt.answer) {
        const std::string here = pointer_to(place, names::answer);
        check_later_day(receipt.answer->day, receipt, names::day, here);
        check_other_document(receipt.answer->document_id, receipt, names::document, here);
    }
    check_other_document(receipt.replaced_by, receipt, names::replaced_by, place);
}

} // namespace

std::vector<Error> check_receipts(const Receipts& receipts) { return ReceiptsChecker(receipts).check(); }

} // namespace pli
