// What can be said of a sealed file without any key: what locks it.
#pragma once

#include "core/seal/header.hpp"

namespace pli {

struct Inspection {
    bool by_passphrase = false;
    std::size_t recipients = 0; ///< stanzas when locked by keys; some may be decoys of other tools
    bool hybrid = false;        ///< at least one stanza is post-quantum
    int work_factor = 0;        ///< when locked by a passphrase
    bool confirm = false;       ///< opening it takes so long that the user is asked first
    bool seven_zip = false;     ///< no age file, but the 7-Zip archive beside one; always by a passphrase
};

/// Reads the beginning of a file, binary or armored; max_inspected bytes always suffice. Of a 7-Zip archive only
/// the first bytes are looked at. Errors: those of
/// HeaderReader and ArmorReader, seal.truncated, seal.header, seal.work-factor-too-high.
Result<Inspection> inspect(ByteView beginning);

/// An armored header of the largest size, with its white space.
inline constexpr std::size_t max_inspected = max_header_size / 4 * 6;

} // namespace pli
