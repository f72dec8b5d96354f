// ASCII armor.
#include "core/seal/armor.hpp"

#include "fuzz/target.hpp"

#include <string>

using namespace pli;

namespace {

struct Reading {
    bool good = true;
    Bytes bytes;
};

Reading read_whole(ByteView text) {
    Reading reading;
    ArmorReader reader;
    reading.good = reader.push(text, reading.bytes).ok() && reader.finish(reading.bytes).ok();
    return reading;
}

Reading read_in_pieces(ByteView text) {
    Reading reading;
    ArmorReader reader;
    fuzz::for_each_piece(text, [&](ByteView piece) {
        reading.good = reader.push(piece, reading.bytes).ok();
        return reading.good;
    });
    reading.good = reading.good && reader.finish(reading.bytes).ok();
    return reading;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const Reading whole = read_whole(input);
    const Reading pieces = read_in_pieces(input);
    fuzz::require(whole.good == pieces.good, "pieces do not change the verdict");
    fuzz::require(whole.bytes == pieces.bytes, "pieces do not change the bytes");

    // Any bytes can be armored, here the input itself, and come back.
    std::string text;
    ArmorWriter writer;
    fuzz::for_each_piece(input, [&](ByteView piece) {
        writer.push(piece, text);
        return true;
    });
    writer.finish(text);
    const Reading again = read_whole(bytes_of(text));
    fuzz::require(again.good && again.bytes == Bytes(input.begin(), input.end()), "what is written is read back");
    return 0;
}
