// ASCII armor of age files (C2SP age.md, "ASCII armor"): strict PEM, 64 columns, base64 with padding.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstddef>
#include <string>

namespace pli {

/// Writes armored text piece by piece.
class ArmorWriter {
  public:
    /// Appends the text of some more bytes; what does not fill a line waits for the next call.
    void push(ByteView bytes, std::string& out);
    /// Appends the last line and the end marker.
    void finish(std::string& out);

  private:
    void begin(std::string& out);
    Bytes pending_;
    bool begun_ = false;
};

/// Reads armored text piece by piece, whatever the pieces are. White space is accepted before the
/// begin marker (at most 1024 bytes) and after the end marker, nowhere else; lines end in LF or CRLF.
class ArmorReader {
  public:
    /// Appends the bytes of the lines completed so far. Error seal.armor (place "line N", params line).
    Status push(ByteView text, Bytes& out);
    /// To be called once at the end of the text. Error seal.armor when the end marker is missing.
    Status finish(Bytes& out);
    /// Whether the begin marker was seen: before it, a failure means that this is no armor at all.
    [[nodiscard]] bool begun() const { return state_ != State::Before; }

  private:
    enum class State { Before, Body, LastLine, After };
    Status take_line(Bytes& out);
    Status take_body_line(std::string_view line, Bytes& out);
    [[nodiscard]] Error failure() const;

    State state_ = State::Before;
    std::string line_;
    std::size_t line_number_ = 1;
    std::size_t leading_spaces_ = 0;
};

} // namespace pli
