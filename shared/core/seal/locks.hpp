// What a file is sealed with and opened with: keys or a passphrase, never both.
#pragma once

#include "core/seal/header.hpp"
#include "core/seal/keys.hpp"
#include "core/seal/scrypt.hpp"

#include <span>
#include <vector>

namespace pli {

inline constexpr std::size_t max_recipients = max_stanzas;

/// Either at least one recipient or a passphrase. The views must live as long as they are used.
struct Locks {
    std::span<const Recipient> recipients;
    ByteView passphrase;
    int work_factor = default_work_factor;
};

/// What the opener has. `allowed_work_factor` rises above its default once the user agreed to wait.
struct Keyring {
    std::span<const Identity> identities;
    ByteView passphrase;
    int allowed_work_factor = default_work_factor;
};

/// One stanza for each recipient, or one for the passphrase. Errors: seal.no-recipient,
/// seal.mixed-recipients (classic and post-quantum keys together would weaken the latter),
/// recipient.duplicate (params line and first, counted from 1), recipient.too-many (params max), recipient.weak,
/// seal.hybrid-unsupported, seal.no-memory.
Result<std::vector<Stanza>> wrap_for(Crypto& crypto, const Locks& locks, const FileKey& file_key);

/// The file key of an authentic header. Errors: seal.header, seal.no-match (params stanzas),
/// seal.needs-passphrase, seal.needs-key (params stanzas), seal.wrong-passphrase, seal.hmac,
/// seal.work-factor-*, seal.no-memory, seal.hybrid-unsupported.
Result<FileKey> unlock(Crypto& crypto, const Header& header, const Keyring& keyring);

} // namespace pli
