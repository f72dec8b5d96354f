// The passphrase stanza (C2SP age.md, "scrypt recipient stanza"), always alone in its header.
#pragma once

#include "core/seal/file_key.hpp"

namespace pli {

inline constexpr std::string_view scrypt_stanza = "scrypt";

/// Work factors are powers of two: 18 stands for 2^18 rounds and 256 MiB.
inline constexpr int default_work_factor = 18; ///< written, and opened without asking
inline constexpr int max_work_factor = 20;     ///< above it, refused before anything is computed

/// Error seal.no-memory (params mebibytes).
Result<Stanza> wrap_scrypt(Crypto& crypto, ByteView passphrase, int work_factor, const FileKey& file_key);

/// The work factor that a stanza asks for. Errors: seal.header for a malformed stanza,
/// seal.work-factor-too-high (params factor, max).
Result<int> work_factor_of(const Stanza& stanza);

/// `allowed` is the highest work factor that may be computed without asking the user. Errors: those of
/// work_factor_of, seal.work-factor-confirm (params factor, mebibytes), seal.no-memory.
Unwrapped unwrap_scrypt(Crypto& crypto, ByteView passphrase, int allowed, const Stanza& stanza);

} // namespace pli
