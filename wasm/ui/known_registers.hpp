// The versions of registers that were opened or sealed in this browser. It keeps them from one visit to the next, so
// that an older one can be told: ids and hashes, which say nothing about persons.
#pragma once

#include "core/register/lineage.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pli::ui {

struct View;

struct KnownVersion {
    std::int64_t version = 0;
    std::string sha256; ///< of its text

    bool operator==(const KnownVersion&) const = default;
};

struct KnownRegisters {
    bool keepable = false;                                     ///< this browser may keep them
    std::map<std::string, KnownVersion, std::less<>> versions; ///< the latest of each register, by its id
};

/// What the browser kept: {"registres": [{"id", "version", "sha256"}]}. What is damaged counts as nothing.
KnownRegisters read_known_registers(std::string_view content);

/// What is wrong with opening a version, by what is known of its register.
struct Outdated {
    std::int64_t known = 0;   ///< the version that this one lacks
    bool is_parallel = false; ///< else it is older
};

/// Nothing when this version is not known to lack another.
std::optional<Outdated> outdated(const KnownRegisters& known, const Version& opened);

/// Keeps a version unless a later one of its register is known.
void remember_register(View& view, const Version& version);

/// The browser keeps none any more.
void forget_registers(View& view);

} // namespace pli::ui
