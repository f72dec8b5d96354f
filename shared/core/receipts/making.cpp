#include "core/receipts/making.hpp"

#include "core/validation/deadlines.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

bool awaits_answer(const Form& form, std::string_view deadline) {
    return std::any_of(form.deadlines.begin(), form.deadlines.end(),
                       [deadline](const DeadlineRule& rule) { return rule.id == deadline && rule.answer; });
}

std::vector<ReceiptDeadline> deadlines_in(const Form& form, const Answers& answers, const Date& day) {
    std::vector<ReceiptDeadline> deadlines;
    for (Deadline& one : deadlines_of(form, answers, day)) {
        const bool is_answer = awaits_answer(form, one.id);
        deadlines.push_back(
            {std::move(one.id), std::move(one.label), std::move(one.rule), one.opens, one.due, one.begins, is_answer});
    }
    return deadlines;
}

std::vector<Destruction> destructions_in(const Territory& territory, const Form& form) {
    std::vector<Destruction> destructions;
    for (const DestructionRule& rule : territory.destruction) {
        if (std::find(rule.forms.begin(), rule.forms.end(), form.id) == rule.forms.end()) continue;
        std::optional<Date> day;
        if (rule.convention_ends) day = add_months(*rule.convention_ends, rule.months);
        destructions.push_back({rule.id, rule.rule, day});
    }
    return destructions;
}

} // namespace

Receipt make_receipt(const Territory& territory, const Form& form, const Answers& answers, const SealingFacts& facts) {
    Receipt receipt;
    receipt.document_id = facts.document_id;
    receipt.sealed = facts.day;
    receipt.form = form.id;
    receipt.form_version = form.version;
    receipt.territory = territory.id;
    receipt.replaces = facts.replaces;
    receipt.file_name = facts.file_name;
    receipt.file_sha256 = facts.file_sha256;
    receipt.fiche_sha256 = facts.fiche_sha256;
    receipt.locks = facts.locks;
    receipt.recipients = facts.recipients;
    receipt.signing_key = facts.signing_key;
    receipt.advice = form.transmission;
    receipt.deadlines = deadlines_in(form, answers, facts.day);
    receipt.destructions = destructions_in(territory, form);
    return receipt;
}

} // namespace pli
