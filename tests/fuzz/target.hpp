// What the fuzz targets share. A target is one file that defines LLVMFuzzerTestOneInput: libFuzzer calls it
// with inputs of its own, replay_main.cpp with those that are kept.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/date.hpp"
#include "core/definition/pack.hpp"
#include "native/pack_files.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace pli::fuzz {

/// A property that holds whatever the input. What breaks it counts as a crash.
inline void require(bool holds, const char* property) {
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", property);
    std::abort();
}

inline constexpr Date today{2026, 11, 22};

/// The pack that the page ships.
inline const Pack& shipped_pack() {
    static const Pack pack = [] {
        auto bundle = read_pack_folder(PLI_SOURCE_DIR "/shared/packs");
        auto loaded = bundle ? load_pack(bundle.value()) : bundle.error();
        require(loaded.ok(), "the shipped pack is good");
        return std::move(loaded).value();
    }();
    return pack;
}

/// Calls take(piece) for pieces of the input, of sizes that depend on it: a reader must not care.
void for_each_piece(ByteView input, const auto& take) {
    for (std::size_t size = 1 + input.size() % 7; !input.empty(); size = size * 2 + input.size() % 3) {
        const std::size_t taken = size < input.size() ? size : input.size();
        if (!take(input.first(taken))) return;
        input = input.subspan(taken);
    }
}

} // namespace pli::fuzz
