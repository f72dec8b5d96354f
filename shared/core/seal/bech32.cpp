#include "core/seal/bech32.hpp"

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
    void feed_prefix(std::string_view lower_prefix) {
        for (const char c : lower_prefix) feed(static_cast<std::uint8_t>(static_cast<unsigned char>(c) >> 5));
        feed(0);
        for (const char c : lower_prefix) feed(static_cast<std::uint8_t>(static_cast<unsigned char>(c) & 31));
    }
    [[nodiscard]] std::uint32_t value() const { return value_; }

  private:
    std::uint32_t value_ = 1;
};

Bytes groups_of(ByteView bytes) {
    Bytes groups;
    groups.reserve(bytes.size() * 8 / 5 + 1);
    std::uint32_t pending = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        pending = (pending << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            groups.push_back(static_cast<std::uint8_t>((pending >> (bits - 5)) & 31U));
        pending &= 0xffU;
    }
    if (bits > 0) groups.push_back(static_cast<std::uint8_t>((pending << (5 - bits)) & 31U));
    return groups;
}

/// False when leftover bits are not zero or make a whole group: two texts must not mean the same bytes.
bool bytes_from_groups(ByteView groups, Bytes& bytes) {
    bytes.reserve(groups.size() * 5 / 8);
    std::uint32_t pending = 0;
    int bits = 0;
    for (const std::uint8_t group : groups) {
        pending = (pending << 5) | group;
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<std::uint8_t>(pending >> bits));
        pending &= (1U << bits) - 1U;
    }
    return bits < 5 && pending == 0;
}

Error syntax_error() { return {"bech32.syntax", {}, {}}; }

} // namespace

Result<Bech32> bech32_decode(std::string_view text) {
    const bool has_upper = std::any_of(text.begin(), text.end(), is_upper);
    const bool has_lower = std::any_of(text.begin(), text.end(), is_lower);
    if (has_upper && has_lower) return syntax_error();
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
    const std::size_t separator = lower.rfind('1');
    if (separator == std::string::npos || separator == 0 || separator + 1 + checksum_size > lower.size())
        return syntax_error();
    const auto is_printable = [](char c) { return c >= 33 && c <= 126; };
    if (!std::all_of(lower.begin(), lower.end(), is_printable)) return syntax_error();

    Polymod polymod;
    polymod.feed_prefix(std::string_view(lower).substr(0, separator));
    Bytes groups;
    groups.reserve(lower.size() - separator);
    for (const char c : std::string_view(lower).substr(separator + 1)) {
        const std::size_t index = alphabet.find(c);
        if (index == std::string_view::npos) return syntax_error();
        groups.push_back(static_cast<std::uint8_t>(index));
        polymod.feed(groups.back());
    }
    if (polymod.value() != 1) return Error{"bech32.checksum", {}, {}};
    Bech32 decoded;
    decoded.prefix = std::string(text.substr(0, separator));
    if (!bytes_from_groups(ByteView(groups).first(groups.size() - checksum_size), decoded.bytes)) return syntax_error();
    return decoded;
}

std::string bech32_encode(std::string_view prefix, ByteView bytes) {
    std::string text(prefix);
    std::transform(text.begin(), text.end(), text.begin(), to_lower);
    Polymod polymod;
    polymod.feed_prefix(text);
    text += '1';
    for (const std::uint8_t group : groups_of(bytes)) {
        polymod.feed(group);
        text += alphabet[group];
    }
    for (std::size_t i = 0; i < checksum_size; ++i) polymod.feed(0);
    const std::uint32_t checksum = polymod.value() ^ 1U;
    for (std::size_t i = 0; i < checksum_size; ++i) text += alphabet[(checksum >> (5 * (checksum_size - 1 - i))) & 31U];
    if (std::any_of(prefix.begin(), prefix.end(), is_upper))
        std::transform(text.begin(), text.end(), text.begin(), to_upper);
    return text;
}

} // namespace pli
