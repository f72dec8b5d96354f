// The register of habilitations as it comes out of a stranger's file.
#include "core/register/register_file.hpp"

#include "core/register/lineage.hpp"
#include "core/register/listing.hpp"
#include "fuzz/target.hpp"

using namespace pli;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of({data, size});
    const RegisterReading reading = read_register(text);
    fuzz::require(reading.faults.size() <= 100, "faults are bounded");
    if (!reading.faults.empty()) return 0;
    fuzz::require(looks_like_register(text), "what is read looks like a register");
    const auto rewritten = write_register(reading.content);
    fuzz::require(rewritten.ok() && rewritten.value() == text, "a register has one text");
    const Listing listing(reading.content, fuzz::today);
    fuzz::require(listing.find(reading.content, {}).size() == reading.content.persons.size(), "everybody is listed");

    const Version version{reading.content, "1"};
    const auto merge = merge_registers(version, {reading.content, "2"}, nullptr, {}, fuzz::today);
    fuzz::require(merge.ok() && merge.value().conflicts.empty(), "a register agrees with itself");
    fuzz::require(merge.value().content.persons == reading.content.persons, "merging with itself changes nobody");
    return 0;
}
