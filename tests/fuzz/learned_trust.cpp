// What was learned from directories, as it comes out of the browser's storage, where others may have written.
#include "core/directory/learned_trust.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

const std::string pack_key = "RWRkZGRkZGRkZCvCgAszFuAJIJ/9dX2rGczwroS8eukGVOHoFxLScPZT";

/// That territory, if the pack named one key for its directories.
Territory territory_of(const LearnedTrust& one) {
    Territory territory;
    territory.id = one.territory;
    territory.directory = DirectoryAnchor{{pack_key}, {}, 1};
    return territory;
}

/// A directory that says nothing new, accepted again, changes nothing of what is believed.
void check_trust(const std::vector<LearnedTrust>& learned, const LearnedTrust& one) {
    const Territory territory = territory_of(one);
    const auto trust = trust_of(territory, learned);
    fuzz::require(trust.ok(), "what is read can be believed");
    fuzz::require(trust.value().known == one.known, "the version of this territory is known");
    const auto after = learned_after(learned, territory, trust.value(), {{}, one.known});
    fuzz::require(after.size() == learned.size(), "a territory stands there once");
    const auto again = read_learned_trust(write_learned_trust(after));
    fuzz::require(again.ok() && again.value() == after, "what is kept is read back");
    const auto same = trust_of(territory, again.value());
    fuzz::require(same.ok() && same.value() == trust.value(), "nothing is forgotten, and nothing new believed");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of({data, size});
    const auto learned = read_learned_trust(text);
    if (!learned.ok()) {
        const std::string& code = learned.error().code;
        fuzz::require(code == "directory.trust-newer" || code == "directory.trust-damaged",
                      "it says one of two things");
        return 0;
    }
    fuzz::require(write_learned_trust(learned.value()) == text, "there is one text only");
    for (const LearnedTrust& one : learned.value()) check_trust(learned.value(), one);
    return 0;
}
