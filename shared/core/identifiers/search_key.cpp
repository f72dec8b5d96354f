#include "core/identifiers/search_key.hpp"

#include "core/base/text.hpp"
#include "core/identifiers/ascii.hpp"
#include "core/identifiers/latin.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace pli {

namespace {

/// The base letter of each code point of a block, from its first on: "?" where there is none, "*" for the
/// letters that are two (below).
struct Block {
    char32_t first;
    std::string_view letters;
};

constexpr std::array<Block, 3> blocks{{
    {0x00C0, "aaaaaa*ceeeeiiiidnooooo?ouuuuy**aaaaaa*ceeeeiiiidnooooo?ouuuuy*y"
             "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
             "lllnnnnnn*nnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
    {0x01A0, "oo?????????????uu???????????????????*********aaiioouuuuuuuuuueaa"
             "aa**ggggkkoooo??j***gg??nnaa**oo"
             "aaaaeeeeiiiioooorrrruuuusstt??hh"
             "??????aaeeooooooooyy"},
    {0x1E00, "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
             "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
             "wwwwwwwwwwxxxxyyzzzzzzhtwyas??*?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
             "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????"},
}};

constexpr std::array<std::pair<char32_t, std::string_view>, 28> pairs{{
    {0x00C6, "ae"}, {0x00E6, "ae"}, {0x00DE, "th"}, {0x00FE, "th"}, {0x00DF, "ss"}, {0x0132, "ij"}, {0x0133, "ij"},
    {0x0149, "n"},  {0x0152, "oe"}, {0x0153, "oe"}, {0x01C4, "dz"}, {0x01C5, "dz"}, {0x01C6, "dz"}, {0x01C7, "lj"},
    {0x01C8, "lj"}, {0x01C9, "lj"}, {0x01CA, "nj"}, {0x01CB, "nj"}, {0x01CC, "nj"}, {0x01E2, "ae"}, {0x01E3, "ae"},
    {0x01F1, "dz"}, {0x01F2, "dz"}, {0x01F3, "dz"}, {0x01FC, "ae"}, {0x01FD, "ae"}, {0x1E9E, "ss"}, {0x018F, "e"},
}};

std::string_view letters_of(char32_t c) {
    for (const Block& block : blocks) {
        if (c < block.first || c >= block.first + block.letters.size()) continue;
        const std::string_view letter = block.letters.substr(c - block.first, 1);
        if (letter != "*" && letter != "?") return letter;
    }
    const auto* const found =
        std::find_if(pairs.begin(), pairs.end(), [c](const auto& pair) { return pair.first == c; });
    if (found != pairs.end()) return found->second;
    return c == 0x0259 ? std::string_view("e") : std::string_view(); // ə
}

/// The last word of the key, without what only announces a number.
void end_word(std::string& key, std::size_t start) {
    const std::string_view word = std::string_view(key).substr(start);
    if (word == "numero") key.resize(start);
}

} // namespace

std::string search_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    std::size_t word = 0; // where the word being written starts
    for (const char32_t c : code_points(text)) {
        if (is_combining_mark(c)) continue;
        if (c == U'°' && std::string_view(key).substr(word) == "n") key.resize(word);
        if (is_ascii_digit(c)) {
            key += static_cast<char>(c);
        } else if (is_ascii_letter(c)) {
            key += static_cast<char>(c | 0x20U);
        } else if (const std::string_view letters = letters_of(c); !letters.empty()) {
            key += letters;
        } else if (key.size() > word) {
            end_word(key, word);
            if (key.size() > word) key += ' ';
            word = key.size();
        }
    }
    end_word(key, word);
    if (key.ends_with(' ')) key.pop_back();
    return key;
}

} // namespace pli
