// Receipts of synthetic files, for the tests.
#pragma once

#include "core/receipts/making.hpp"
#include "core/receipts/receipts_file.hpp"
#include "unit/liaison.hpp"

#include <fstream>
#include <string>
#include <vector>

/// Of its own: other tests have samples of other things.
namespace pli::receipts_test {

using test::complete_answers;
using test::golden_json;
using test::golden_text;
using test::liaison;
using test::must;
using test::pas_de_calais;
using test::shipped_pack;
using test::source_folder;
using test::today;

/// An id of 32 digits, or a hash of 64.
inline std::string id_of(char digit) { return std::string(32, digit); }
inline std::string hash_of(char digit) { return std::string(64, digit); }

inline const std::string signing_key = "RW" + std::string(54, 'A');

inline const Form& form_named(const std::string& id) { return *find_form(shipped_pack(), id); }

/// A file sealed on test day to one key, named by its digit.
inline SealingFacts facts_of(char digit) {
    SealingFacts facts;
    facts.document_id = id_of(digit);
    facts.day = today;
    facts.file_name = "pli_2026-11-22_" + std::string(8, digit) + ".age";
    facts.file_sha256 = hash_of(digit);
    facts.fiche_sha256 = hash_of('f');
    facts.recipients = {{"slai", "SLAI de l’Exemple", hash_of('a')}};
    return facts;
}

/// A bilateral fiche, which an answer is awaited to, of the day `facts.day`.
inline Receipt bilateral(const SealingFacts& facts) {
    Answers answers =
        must(answers_from_json(form_named("liaison-ag-bilaterale"), golden_json("liaison-ag-bilaterale/answers.json")));
    return make_receipt(pas_de_calais(), form_named("liaison-ag-bilaterale"), answers, facts);
}

/// A designation sealed under a passphrase and signed: answered; corrects nothing.
inline Receipt designation() {
    SealingFacts facts = facts_of('2');
    facts.locks = Receipt::Locks::Passphrase;
    facts.recipients = {{"france-travail", "", ""}};
    facts.signing_key = signing_key;
    const Form& form = form_named("rgc-designation");
    Receipt receipt = make_receipt(pas_de_calais(), form,
                                   must(answers_from_json(form, golden_json("rgc-designation/answers.json"))), facts);
    receipt.delivered = Date{2026, 11, 23};
    receipt.answer = ReceivedAnswer{{2026, 12, 1}, id_of('9')};
    return receipt;
}

/// By document: a bilateral fiche that was corrected by the third one, and a designation.
inline Receipts sample() {
    Receipt first = bilateral(facts_of('1'));
    first.replaced_by = id_of('3');
    SealingFacts corrected = facts_of('3');
    corrected.replaces = id_of('1');
    return {{first, designation(), bilateral(corrected)}};
}

/// Compares with tests/data/recus/<name>, which PLI_UPDATE_GOLDEN writes anew.
inline void expect_golden(const std::string& name, const std::string& actual) {
    const std::string path = "recus/" + name;
    if (std::getenv("PLI_UPDATE_GOLDEN") != nullptr)
        std::ofstream(source_folder + "/tests/data/" + path, std::ios::binary) << actual;
    EXPECT_EQ(golden_text(path), actual) << name;
}

inline std::string told(const std::vector<Error>& faults) {
    if (faults.empty()) return "accepted";
    const auto code = faults.front().params.find("code");
    return faults.front().code + " " + faults.front().place +
           (code == faults.front().params.end() ? "" : " (" + code->second + ")");
}

template <class T> std::string told(const Result<T>& result) {
    return result ? "accepted" : told(std::vector<Error>{result.error()});
}

} // namespace pli::receipts_test
