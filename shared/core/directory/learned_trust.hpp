// What a machine has learned from the directories that it accepted, to be kept from one visit to the next: it holds
// nothing secret and nothing about persons. Canonical JSON:
//
//   { "confiance": [{"revoquees": ["RW…"], "sha256": "<64 hex>", "successeurs": ["RW…"],
//                    "territoire": "pas-de-calais", "version": 3}],
//     "format": "pli/confiance/1" }
//
// Lists that would be empty are absent. Territories are in ascending order, each once.
#pragma once

#include "core/directory/trust.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

inline constexpr std::string_view trust_format = "pli/confiance/1";

/// Of one territory, beyond what the pack says.
struct LearnedTrust {
    std::string territory; ///< id
    KnownVersion known;    ///< the directory that was accepted last
    std::vector<std::string> successors;
    std::vector<std::string> revoked;

    bool operator==(const LearnedTrust&) const = default;
};

/// The text to be kept; empty when nothing was learned.
std::string write_learned_trust(const std::vector<LearnedTrust>& learned);

/// What was kept; nothing for an empty text. Errors: directory.trust-newer (format: of a later version),
/// directory.trust-damaged (anything else that write_learned_trust would not have written).
Result<std::vector<LearnedTrust>> read_learned_trust(std::string_view text);

/// What the pack says, and what was learned of its territory. Errors: those of trust_of.
Result<DirectoryTrust> trust_of(const Territory& territory, const std::vector<LearnedTrust>& learned);

/// What is to be kept once a directory was accepted under that trust.
std::vector<LearnedTrust> learned_after(std::vector<LearnedTrust> learned, const Territory& territory,
                                        const DirectoryTrust& trust, const VerifiedDirectory& accepted);

} // namespace pli
