// Generated passphrases: words that are easy to dictate, drawn without bias.
#pragma once

#include "core/base/result.hpp"
#include "core/host/crypto.hpp"

#include <span>
#include <string>
#include <vector>

namespace pli {

inline constexpr std::size_t passphrase_words = 8;
inline constexpr std::size_t word_list_size = 2048; ///< 11 bits a word: 88 bits in all

/// Eight words of the list. Error passphrase.word-list (params count) unless the list has exactly 2048
/// different words, each of lower-case letters a to z: the strength announced must be true.
Result<std::vector<std::string>> make_passphrase(Crypto& crypto, std::span<const std::string> words);

} // namespace pli
