// Who can open what is sealed. A fiche, a register and the documents produced from it have each their own: none learns
// the other's recipients.
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pli::ui {

/// What is sealed, each to recipients of its own.
enum class SealedThing : std::uint8_t { Fiche, Register, Acts, OwnKeys, SevenZip };

/// What opens the sealed file: named keys, or a generated passphrase. The two are never mixed.
enum class Locks : std::uint8_t { Keys, Passphrase };

struct Recipient {
    std::string role;        ///< in the territory; empty until it is chosen
    std::string text;        ///< "age1…" / "age1pq…"
    std::string fingerprint; ///< SHA-256 of the text, 64 hex digits
    bool hybrid = false;     ///< post-quantum hybrid key
};

struct Addressing {
    Locks locks = Locks::Keys;
    std::string pasted; ///< keys being pasted
    std::string file;   ///< name of a chosen file of keys
    std::vector<Recipient> recipients;
    std::vector<Error> failures; ///< of the last keys given, by line
    std::vector<std::string> words;
    std::vector<std::string> roles; ///< of those who will be given the passphrase
    bool spelled = false;           ///< the passphrase is shown letter by letter
    bool noted = false;
    bool armor = false;
    bool sign = true;     ///< where there is a key to sign with
    bool refused = false; ///< sealing was asked for and something was missing
};

} // namespace pli::ui
