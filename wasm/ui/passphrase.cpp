#include "ui/passphrase.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

constexpr std::size_t word_count = 8; // of 2048: 88 bits

/// The plain small letter under a French one, a space for a separator, 0 for anything else.
char plain_letter(char32_t c) {
    struct Accented {
        std::u32string_view letters;
        char plain;
    };
    static constexpr Accented accented[] = {{U"àâäÀÂÄ", 'a'}, {U"éèêëÉÈÊË", 'e'}, {U"îïÎÏ", 'i'},
                                            {U"ôöÔÖ", 'o'},   {U"ùûüÙÛÜ", 'u'},   {U"çÇ", 'c'}};
    if (c >= U'a' && c <= U'z') return static_cast<char>(c);
    if (c >= U'A' && c <= U'Z') return static_cast<char>(c - U'A' + U'a');
    if (c == U' ' || c == U'-') return ' ';
    for (const Accented& each : accented)
        if (each.letters.find(c) != std::u32string_view::npos) return each.plain;
    return 0;
}

/// The words of a generated passphrase, in small letters; none when the text is no such passphrase.
std::vector<std::string> generated_words(std::string_view typed) {
    std::vector<std::string> words(1);
    for (const char32_t c : code_points(fold_spaces(typed))) {
        const char letter = plain_letter(c);
        if (letter == 0) return {};
        if (letter != ' ')
            words.back() += letter;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    const auto of_the_list = [](const std::string& word) { return word.size() >= 5 && word.size() <= 8; };
    if (words.size() != word_count || !std::all_of(words.begin(), words.end(), of_the_list)) return {};
    return words;
}

} // namespace

std::string joined_words(const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) {
        if (!joined.empty()) joined += '-';
        joined += word;
    }
    return joined;
}

std::string as_generated(std::string_view typed) {
    const std::vector<std::string> words = generated_words(typed);
    return words.empty() ? std::string(typed) : joined_words(words);
}

bool is_generated(std::string_view passphrase) {
    const std::vector<std::string> words = generated_words(passphrase);
    return !words.empty() && joined_words(words) == passphrase;
}

} // namespace pli::ui
