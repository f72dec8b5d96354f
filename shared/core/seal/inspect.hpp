// What can be said of an age file without any key: what locks it.
#pragma once

#include "core/seal/header.hpp"

namespace pli {

struct Inspection {
    bool by_passphrase = false;
    std::size_t recipients = 0; ///< stanzas when locked by keys; some may be decoys of other tools
    bool hybrid = false;        ///< at least one stanza is post-quantum
    int work_factor = 0;        ///< when locked by a passphrase
    bool confirm = false;       ///< opening it takes so long that the user is asked first
};

/// Reads the beginning of a file, binary or armored; max_inspected bytes always suffice. Errors: those of
/// HeaderReader and ArmorReader, seal.truncated, seal.header, seal.work-factor-too-high.
Result<Inspection> inspect(ByteView beginning);

/// An armored header of the largest size, with its white space.
inline constexpr std::size_t max_inspected = max_header_size / 4 * 6;

} // namespace pli
