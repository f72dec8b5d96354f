// JSON for untrusted input: strict parsing, typed access without exceptions, RFC 8785 output.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace pli {

using Json = nlohmann::json;

struct JsonLimits {
    std::size_t max_bytes = std::size_t{8} << 20; ///< longer texts are refused before parsing
    std::size_t max_depth = 64;
};

/// Parses one JSON text (RFC 8259, UTF-8 without BOM).
/// Errors: json.too-large (params max, in bytes), json.too-deep, json.encoding (not UTF-8, or a BOM) and
/// json.syntax (place "byte N", from 1), json.duplicate-key (params key). Numbers are kept as
/// nlohmann/json reads them.
Result<Json> parse_json(std::string_view text, const JsonLimits& limits = {});

/// Canonical form of RFC 8785 (JCS): members sorted by UTF-16 code units, no space, minimal escapes.
/// Errors: json.number (not an integer within ±2^53), json.encoding (a text is not UTF-8), json.too-deep.
Result<std::string> canonical_json(const Json& value);

/// Member `key` of `object` if it is an object that has it, else nullptr. Never throws.
const Json* member(const Json& object, std::string_view key);

/// Member as text / integer / boolean; nullptr or `fallback` when absent or of another type.
const std::string* text_member(const Json& object, std::string_view key);
std::string text_member_or(const Json& object, std::string_view key, std::string_view fallback);
bool bool_member_or(const Json& object, std::string_view key, bool fallback);
std::int64_t int_member_or(const Json& object, std::string_view key, std::int64_t fallback);

/// Serialises without ever throwing: invalid UTF-8 is replaced by U+FFFD.
std::string dump_json(const Json& value);

} // namespace pli
