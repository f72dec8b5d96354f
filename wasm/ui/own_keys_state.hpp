// What the session remembers of the user's own keys (own_keys.hpp).
#pragma once

#include "ui/locks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pli::ui {

/// What is public of a person's keys, and which files they are in.
struct KeyFacts {
    std::vector<Recipient> recipients;
    std::string verifying_key;            ///< minisign's text; empty without a signing key
    std::string key_file, signature_file; ///< SHA-256 of cle.age and signature.age; empty without the latter
};

/// Keys being made, or sealed anew under another passphrase. They count once their backup was tried.
struct KeyMaking {
    bool begun = false;
    bool resealing = false;
    bool hybrid = true, signing = false;
    Addressing passphrase; ///< its words
    std::optional<KeyFacts> made;
    bool saved = false; ///< cle.age was asked for
    std::string rescue; ///< who holds the organisation's key that opens the copies; empty without one
};

struct Unlocking {
    std::string key_file, signature_file; ///< names of chosen files
    std::string passphrase;
    bool refused = false;  ///< something was missing
    bool as_typed = false; ///< second try: the passphrase exactly as typed
};

struct Keys {
    KeyMaking making;
    Unlocking unlocking;
    bool at_work = false; ///< scrypt is computing
    std::optional<KeyFacts> unlocked;
    std::optional<KeyFacts> locked; ///< those that hide the screen until they are unlocked again
    bool erasing = false;           ///< on the hidden screen, to erase everything was asked for once
};

} // namespace pli::ui
