// The header of an age file (C2SP age.md, "Header"): stanzas, then a MAC over all that precedes it.
#pragma once

#include "core/base/result.hpp"
#include "core/host/crypto.hpp"
#include "core/seal/secret.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// A hostile file must not make the reader hold or try without bound.
inline constexpr std::size_t max_header_size = std::size_t{2} << 20; ///< bytes
inline constexpr std::size_t max_stanzas = 1024;

struct Stanza {
    std::vector<std::string> args; ///< at least one; the first is the type
    Bytes body;
};

struct Header {
    std::vector<Stanza> stanzas;
    std::string authenticated; ///< the header up to and including "---"
    Key32 mac{};
};

/// Reads a header piece by piece and leaves what follows it alone.
class HeaderReader {
  public:
    /// Number of bytes taken from this piece; fewer than given once complete(). Errors: seal.not-age,
    /// seal.version (params version), seal.header (place "line N"), seal.header-too-large (params max).
    Result<std::size_t> push(ByteView bytes);

    /// What the end of the file in the middle of a header means: seal.not-age or seal.truncated
    /// (place "header").
    [[nodiscard]] Error cut_short() const;

    [[nodiscard]] bool complete() const { return state_ == State::Done; }
    [[nodiscard]] const Header& header() const { return header_; }

  private:
    enum class State { Version, Stanza, Body, Done };
    Status take_line();
    Status read_line();
    Status take_version();
    Status take_stanza();
    Status take_body();
    Status take_mac();
    [[nodiscard]] Error failure() const;

    State state_ = State::Version;
    Header header_;
    std::string line_;
    std::size_t line_number_ = 1;
};

/// A whole header for a file key.
std::string write_header(Crypto& crypto, const std::vector<Stanza>& stanzas, const FileKey& file_key);

/// Whether the header was made by someone who knew the file key.
bool header_is_authentic(Crypto& crypto, const Header& header, const FileKey& file_key);

} // namespace pli
