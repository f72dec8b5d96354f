// A 7-Zip archive before it is unpacked, and the files that came out of it. Anybody can make either.
#include "core/seal/seven_zip.hpp"

#include "core/seal/bundle.hpp"
#include "fuzz/target.hpp"

#include <algorithm>

using namespace pli;

namespace {

bool same(ByteView one, ByteView other) { return std::equal(one.begin(), one.end(), other.begin(), other.end()); }

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    if (check_seven_zip(input)) {
        fuzz::require(looks_like_seven_zip(input), "an archive begins like one");
        fuzz::require(size == 0 || !check_seven_zip(input.first(size - 1)), "an archive has one end only");
    }

    if (size % 8 != 0) return 0; // what follows fills 64 KiB
    const ByteView json = input.first(size / 3);
    const ByteView pdf = input.subspan(size / 3);
    const auto filling = seven_zip_filling({json, pdf});
    fuzz::require(filling.ok(), "any contents can be packed");
    std::vector<ZipEntry> files = bundle_files({json, pdf});
    files.push_back({filling_name, filling.value()});
    const auto bundle = bundle_from_seven_zip(files);
    fuzz::require(bundle.ok() && same(bundle.value().fiche_json, json) && same(bundle.value().fiche_pdf, pdf),
                  "what is packed comes back");
    return 0;
}
