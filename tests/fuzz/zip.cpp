// The ZIP archive inside a sealed file. Whoever has the recipient's public key can put anything there.
#include "core/seal/zip.hpp"

#include "core/seal/bundle.hpp"
#include "fuzz/target.hpp"

#include <algorithm>

using namespace pli;

namespace {

bool same(ByteView one, ByteView other) { return std::equal(one.begin(), one.end(), other.begin(), other.end()); }

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    if (const auto entries = read_zip(input)) {
        fuzz::require(same(write_zip(entries.value()), input), "an archive has one form only");
    }
    if (const auto bundle = read_bundle(input)) {
        const auto written = write_bundle(bundle.value());
        fuzz::require(written.ok() && same(written.value(), input), "a bundle has one form only");
    }

    if (size % 8 != 0) return 0; // what follows writes 64 KiB
    // Any contents can be bundled, here two parts of the input, and come back.
    const ByteView json = input.first(size / 3);
    const ByteView pdf = input.subspan(size / 3);
    const auto zip = write_bundle({json, pdf});
    fuzz::require(zip.ok() && zip.value().size() % bundle_step == 0, "bundles have whole sizes");
    const auto bundle = read_bundle(zip.value());
    fuzz::require(bundle.ok() && same(bundle.value().json, json) && same(bundle.value().pdf, pdf),
                  "what is bundled is read back");
    return 0;
}
