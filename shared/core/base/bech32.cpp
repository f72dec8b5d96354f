#include "core/base/bech32.hpp"

#include <algorithm>
#include <array>

namespace pli {

namespace {

constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t checksum_size = 6;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

/// The checksum's polynomial, fed one 5-bit group at a time (BIP 173, "Checksum").
class Polymod {
  public:
    void feed(std::uint8_t group) {
        constexpr std::array<std::uint32_t, 5> generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        const std::uint32_t top = value_ >> 25;
        value_ = ((value_ & 0x1ffffff) << 5) ^ group;
        for (std::size_t bit = 0; bit < generator.size(); ++bit)
            if (((top >> bit) & 1U) != 0) value_ ^= generator[bit];
    }
    /// The checksum is that of the prefix in small letters.
    void feed_prefix(std::string_view prefix) {
        for (const char c : prefix) feed(static_cast<std::uint8_t>(static_cast<unsigned char>(to_lower(c)) >> 5));
        feed(0);
        for (const char c : prefix) feed(static_cast<std::uint8_t>(static_cast<unsigned char>(to_lower(c)) & 31));
    }
    [[nodiscard]] std::uint32_t value() const { return value_; }

  private:
    std::uint32_t value_ = 1;
};

/// Calls take(group) for each 5-bit group of some bytes; the last one is filled up with zeros.
void for_each_group(ByteView bytes, const auto& take) {
    std::uint32_t pending = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        pending = (pending << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) take(static_cast<std::uint8_t>((pending >> (bits - 5)) & 31U));
        pending &= 0xffU;
    }
    if (bits > 0) take(static_cast<std::uint8_t>((pending << (5 - bits)) & 31U));
}

/// The 5-bit group of a digit, whatever its case; npos for a foreign character.
std::size_t group_of(char digit) { return alphabet.find(to_lower(digit)); }

/// Whether groups are whole bytes: leftover bits are zero and no whole group, so that no two texts mean the same bytes.
bool are_bytes(std::string_view groups) {
    const std::size_t leftover = groups.size() * 5 % 8;
    if (leftover >= 5) return false;
    return leftover == 0 || (group_of(groups.back()) & ((1U << leftover) - 1U)) == 0;
}

Bytes bytes_of_groups(std::string_view groups) {
    Bytes bytes;
    bytes.reserve(groups.size() * 5 / 8);
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char digit : groups) {
        pending = (pending << 5) | static_cast<std::uint32_t>(group_of(digit));
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<std::uint8_t>(pending >> bits));
        pending &= (1U << bits) - 1U;
    }
    return bytes;
}

Error syntax_error() { return {"bech32.syntax", {}, {}}; }

} // namespace

// The text may be a secret key: it is judged where it lies, and copied by nobody but the caller's Bech32.
Result<Bech32> bech32_decode(std::string_view text) {
    const bool has_upper = std::any_of(text.begin(), text.end(), is_upper);
    const bool has_lower = std::any_of(text.begin(), text.end(), is_lower);
    if (has_upper && has_lower) return syntax_error();
    const std::size_t separator = text.rfind('1');
    if (separator == std::string_view::npos || separator == 0 || separator + 1 + checksum_size > text.size())
        return syntax_error();
    const auto is_printable = [](char c) { return c >= 33 && c <= 126; };
    if (!std::all_of(text.begin(), text.end(), is_printable)) return syntax_error();

    const std::string_view prefix = text.substr(0, separator);
    const std::string_view digits = text.substr(separator + 1);
    Polymod polymod;
    polymod.feed_prefix(prefix);
    for (const char digit : digits) {
        const std::size_t group = group_of(digit);
        if (group == std::string_view::npos) return syntax_error();
        polymod.feed(static_cast<std::uint8_t>(group));
    }
    if (polymod.value() != 1) return Error{"bech32.checksum", {}, {}};
    const std::string_view groups = digits.substr(0, digits.size() - checksum_size);
    if (!are_bytes(groups)) return syntax_error();
    return Bech32{std::string(prefix), bytes_of_groups(groups)};
}

std::string bech32_encode(std::string_view prefix, ByteView bytes) {
    const bool in_capitals = std::any_of(prefix.begin(), prefix.end(), is_upper);
    const auto cased = [in_capitals](char c) { return in_capitals ? to_upper(c) : to_lower(c); };
    std::string text;
    text.reserve(prefix.size() + 1 + bytes.size() * 8 / 5 + 1 + checksum_size); // so that no copy stays behind
    for (const char c : prefix) text += cased(c);
    text += '1';
    Polymod polymod;
    polymod.feed_prefix(prefix);
    const auto add = [&](std::size_t group) { text += cased(alphabet[group]); };
    for_each_group(bytes, [&](std::uint8_t group) {
        polymod.feed(group);
        add(group);
    });
    for (std::size_t i = 0; i < checksum_size; ++i) polymod.feed(0);
    const std::uint32_t checksum = polymod.value() ^ 1U;
    for (std::size_t i = 0; i < checksum_size; ++i) add((checksum >> (5 * (checksum_size - 1 - i))) & 31U);
    return text;
}

} // namespace pli
