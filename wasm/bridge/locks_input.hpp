// Locks and keyrings as the page sends them: options in JSON, secrets apart from it as bytes.
#pragma once

#include "bridge/frame.hpp"
#include "core/base/json.hpp"
#include "core/seal/key_files.hpp"
#include "core/seal/open_stream.hpp"
#include "core/seal/own_keys.hpp"

#include <vector>

namespace pli::bridge {

/// Recipients that a Locks can look into.
struct OwnedLocks {
    std::vector<Recipient> recipients;
    int work_factor = default_work_factor;
};

inline constexpr std::size_t locks_parts = 2;

/// What is wrong with the recipient at `position` of a list: place "recipients/N" from 0, params line from 1.
Error at_recipient(Error error, std::size_t position);

/// Parts 0 {"recipients": ["age1…"], "workFactor": 18} and 1 (the passphrase, read by the caller).
/// Errors: those of parse_json and parse_recipient (as at_recipient has them).
Result<OwnedLocks> read_locks(const Json& options);

/// Keys and passphrase that a Keyring can look into; wiped when it ends.
class OwnedKeyring {
  public:
    OwnedKeyring(Crypto& crypto, std::vector<Identity>&& identities, ByteView passphrase, bool confirmed);
    OwnedKeyring(OwnedKeyring&&) noexcept = default;
    OwnedKeyring& operator=(OwnedKeyring&&) = delete;
    ~OwnedKeyring() = default;

    [[nodiscard]] Keyring view() const;

  private:
    std::vector<Identity> identities_;
    SecretBytes passphrase_;
    bool confirmed_;
};

inline constexpr std::size_t keyring_parts = 4;

/// Parts 0 {"confirmed": bool}, 1 key file (text, or itself an age file), 2 passphrase of the key file,
/// 3 passphrase of the file. Errors: those of parse_identities; for a sealed key file those of open() with
/// place "key-file".
Result<OwnedKeyring> read_keyring(Crypto& crypto, const Json& options, const Request& request);

/// The options of a request: part 0 as a JSON object. Errors: those of parse_json.
Result<Json> read_options(const Request& request);

} // namespace pli::bridge
