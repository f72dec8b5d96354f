// The header of an age file: the first thing that a stranger's bytes meet.
#include "core/seal/header.hpp"

#include "core/seal/inspect.hpp"
#include "fuzz/target.hpp"
#include "native/sodium_crypto.hpp"

#include <string>

using namespace pli;

namespace {

struct Reading {
    std::string failure; ///< code and place; empty when there is none
    std::size_t taken = 0;
    HeaderReader reader;
};

Reading read_in_pieces(ByteView input) {
    Reading reading;
    fuzz::for_each_piece(input, [&](ByteView piece) {
        const auto taken = reading.reader.push(piece);
        if (!taken) reading.failure = taken.error().code + " " + taken.error().place;
        if (taken) reading.taken += taken.value();
        return taken.ok() && !reading.reader.complete();
    });
    return reading;
}

/// A header has one form only: writing what was read gives the same bytes, but for the MAC.
void check_rewriting(const Header& header) {
    SodiumCrypto crypto;
    const FileKey file_key(crypto);
    const std::string rewritten = write_header(crypto, header.stanzas, file_key);
    fuzz::require(rewritten.starts_with(header.authenticated + " "), "a header has one form only");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    HeaderReader whole;
    const auto taken = whole.push(input);
    const Reading pieces = read_in_pieces(input);
    fuzz::require(taken.ok() == pieces.failure.empty(), "pieces do not change the verdict");
    if (taken) {
        fuzz::require(taken.value() == pieces.taken, "pieces do not change the end");
        fuzz::require(whole.complete() == pieces.reader.complete(), "pieces do not change completeness");
    } else {
        fuzz::require(taken.error().code + " " + taken.error().place == pieces.failure, "the failure is the same");
    }
    if (whole.complete()) check_rewriting(whole.header());
    const auto inspection = inspect(input);
    fuzz::require(!inspection.ok() || input.empty() || inspection.value().by_passphrase ||
                      inspection.value().recipients > 0,
                  "what is inspected is locked");
    return 0;
}
