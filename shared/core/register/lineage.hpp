// Versions of one register: which came first, and what two colleagues who saved in parallel made of it.
// Hashes are the SHA-256 of a version's text (write_register), 64 hex digits; the caller computes them.
#pragma once

#include "core/register/register.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

struct RegisterWording;

/// A version as it was read: its content and the hash of its text.
struct Version {
    const Register& content;
    std::string sha256;
};

/// What another version is to mine. Of two that are further apart than the ancestors they keep, nothing is
/// known: they count as parallel.
enum class Kinship : std::uint8_t { Same, Newer, Older, Parallel, Unrelated };

Kinship kinship(const Version& mine, const Version& other);

/// The version after this one: `content` is what it became.
Register next_version(const Version& predecessor, Register content, const Date& today);

enum class Side : std::uint8_t { Mine, Theirs };

/// Something that the two versions say differently.
struct MergeConflict {
    std::string person; ///< id; empty when the register's own organisation is meant
    std::string field;  ///< a column of register_names; empty when one side erased the whole person
    std::string tool;   ///< of the column `outils`: which one
    bool erased_by_me = false;

    bool operator==(const MergeConflict&) const = default;
};

struct Merge {
    Register content;                     ///< a version of its own, later than both
    std::vector<MergeConflict> conflicts; ///< those that were settled by choice, in a fixed order
};

/// Both versions in one: everybody whom either has, each field as the side has it that changed it since `base`
/// (nullptr: unknown, and then every difference is a conflict), the later one of two last uses, and of conflicts
/// the side chosen, in their order; without a choice, mine. Nothing is lost but what a choice drops.
/// Errors: register.unrelated; register.merge (a choice of fields that contradict each other; place = the
/// person's id, params code); register.too-many (max).
Result<Merge> merge_registers(const Version& mine, const Version& theirs, const Register* base,
                              const std::vector<Side>& choices, const Date& today);

/// What a person's field says, in words: dates as people write them, values as the pack words them; empty when
/// it says nothing. `field` and `tool` as in a conflict.
std::string field_text(const Person& person, std::string_view field, std::string_view tool,
                       const RegisterWording& wording);

} // namespace pli
