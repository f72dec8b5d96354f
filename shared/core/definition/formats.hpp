// Small formats that packs and documents share: each as a predicate and as the ECMAScript pattern that
// a JSON Schema gives for it. The two must say the same: tests/conformance compares them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pli {

/// Lower-case ASCII letters and digits, in words joined by "-": "agent-ft".
bool is_name(std::string_view text);
inline constexpr std::string_view name_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// Three numbers: "1.0.0".
bool is_version(std::string_view text);
inline constexpr std::string_view version_pattern = "^[0-9]+\\.[0-9]+\\.[0-9]+$";

/// That many lower-case hexadecimal digits.
bool is_hex(std::string_view text, std::size_t digits);
std::string hex_pattern(std::size_t digits);

/// An age recipient by its looks, classic ("age1…") or hybrid ("age1pq1…"): the alphabet of Bech32
/// (BIP 173) after the prefix. Its checksum is the business of bech32_decode.
bool is_recipient(std::string_view text);
inline constexpr std::string_view recipient_pattern = "^age1(pq1)?[02-9ac-hj-np-z]+$";

/// minisign's text of a verifying key: 42 bytes in base64, of which the first two say Ed25519.
bool is_verifying_key(std::string_view text);
inline constexpr std::string_view verifying_key_pattern = "^RW[A-Za-z0-9+/]{54}$";

} // namespace pli
