// A made-up directory that uses everything its format has, and the keys that sign it.
#pragma once

#include "core/base/encoding.hpp"
#include "core/base/json.hpp"
#include "core/directory/directory.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/trust.hpp"
#include "unit/liaison.hpp"
#include "unit/seal/workshop.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace pli::test {

inline const Date issued{2026, 11, 22};
inline const Date last_day{2027, 2, 20}; ///< 90 days later

/// A signing key whose seed and number are one byte repeated.
inline SigningKey signing_key(Crypto& crypto, std::uint8_t byte) {
    SigningKey key{{}, Secret<64>(crypto)};
    key.number.fill(byte);
    crypto.ed25519_from_seed(key_full_of(byte), key.secret.bytes);
    return key;
}

inline std::string signing_text(std::uint8_t byte) {
    WatchedCrypto crypto;
    return verifying_key_text(signing_key(crypto, byte).verifying());
}

inline std::string recipient_text(std::uint8_t byte, KeyKind kind = KeyKind::X25519) {
    WatchedCrypto crypto;
    return KeyPair(crypto, byte, kind).recipients.front().text;
}

inline DirectoryKey key_of(std::string recipient, std::string signing = {}) {
    DirectoryKey key;
    key.recipient = std::move(recipient);
    key.signing = std::move(signing);
    key.from = {2026, 1, 1};
    key.until = {2027, 12, 31};
    return key;
}

inline DirectoryKey ended(DirectoryKey key, DirectoryKey::State state, const Date& day, std::string by = {}) {
    key.state = state;
    key.ended = day;
    key.replaced_by = std::move(by);
    return key;
}

inline Holder present(std::string name) { return {std::move(name), Holder::Presence::Present}; }
inline Holder absent(std::string name, const Date& from, const std::optional<Date>& until) {
    return {std::move(name), Holder::Presence::Absent, from, until};
}
inline Holder left(std::string name, const Date& day) { return {std::move(name), Holder::Presence::Left, day}; }

inline DirectoryEntry entry_of(std::string id, std::string role, std::string structure) {
    DirectoryEntry entry;
    entry.id = std::move(id);
    entry.role = std::move(role);
    entry.structure = std::move(structure);
    return entry;
}

/// A shared desk with a hybrid key, and two keys of earlier times.
inline DirectoryEntry desk() {
    using enum DirectoryKey::State;
    DirectoryEntry entry = entry_of("slai-exemple", "slai", "Département d’Exemple");
    entry.service = "SLAI de l’Exemple-Été";
    entry.mail = "slai@exemple.fr";
    entry.phone = "+33639981234";
    entry.holders = {present("Éloïse DURAND"), absent("Noël MARTIN", {2026, 12, 1}, Date{2026, 12, 24}),
                     left("Anne PETIT", {2026, 10, 31})};
    DirectoryKey now = key_of(recipient_text(3), signing_text(3));
    now.hybrid = recipient_text(3, KeyKind::Hybrid);
    entry.keys = {ended(key_of(recipient_text(1), signing_text(1)), Replaced, {2026, 6, 1}, recipient_text(3)),
                  ended(key_of(recipient_text(2)), Revoked, {2026, 7, 1}), now};
    return entry;
}

/// By id: an adviser, a CSSI who only signs, a referent who is absent, the desk.
inline Directory sample() {
    Directory directory;
    directory.territory = "pas-de-calais";
    directory.version = 3;
    directory.issued = issued;
    directory.valid_until = last_day;
    directory.signer = signing_text(100);
    directory.successor = signing_text(101);
    directory.revoked_signers = {signing_text(99)};
    DirectoryEntry adviser = entry_of("agence-exemple", "conseiller-france-travail", "France Travail Exemple");
    adviser.holders = {present("Zoé BERNARD")};
    adviser.keys = {key_of(recipient_text(4), signing_text(4))};
    DirectoryEntry security = entry_of("cssi", "cssi", "France Travail Exemple");
    security.keys = {key_of("", signing_text(5))};
    DirectoryEntry referent = entry_of("referent-exemple", "referent-social", "Association d’Exemple");
    referent.holders = {absent("Jean-Œuvrard L’ESSAI", {2026, 11, 1}, std::nullopt)};
    referent.keys = {key_of(recipient_text(6))};
    directory.entries = {adviser, security, referent, desk()};
    return directory;
}

/// Compares with tests/data/annuaire/<name>, which PLI_UPDATE_GOLDEN writes anew.
inline void expect_golden(const std::string& name, const std::string& actual) {
    const std::string path = "annuaire/" + name;
    if (std::getenv("PLI_UPDATE_GOLDEN") != nullptr)
        std::ofstream(source_folder + "/tests/data/" + path, std::ios::binary) << actual;
    EXPECT_EQ(golden_text(path), actual) << name;
}

template <class T> std::string told(const Result<T>& result) {
    return result ? "accepted" : result.error().code + " " + result.error().place;
}

inline std::string told(const std::vector<Error>& faults) {
    if (faults.empty()) return "accepted";
    const auto code = faults.front().params.find("code");
    return faults.front().code + " " + faults.front().place +
           (code == faults.front().params.end() ? "" : " (" + code->second + ")");
}

} // namespace pli::test
