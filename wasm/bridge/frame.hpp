// How requests and responses cross the border of the worker's module: parts one after the other, each
// its size (32 bits, little-endian) and its bytes.
#pragma once

#include "core/base/bytes.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace pli::bridge {

/// The parts of a request, as views into it. A part that is missing reads as empty, and what follows a
/// broken size is ignored: the page's own code writes the frames, so there is nobody to tell.
class Request {
  public:
    explicit Request(ByteView frame);
    [[nodiscard]] ByteView bytes(std::size_t index) const;
    [[nodiscard]] std::string_view text(std::size_t index) const { return text_of(bytes(index)); }

  private:
    std::vector<ByteView> parts_;
};

/// The parts of a response, written in order.
class Response {
  public:
    /// Room for parts of these sizes: what is secret must not be left behind by a frame that grows.
    void reserve(std::initializer_list<std::size_t> sizes);
    void add(ByteView part);
    void add(std::string_view part) { add(bytes_of(part)); }

    /// Opens a part that is written in place: append to the bytes returned, then call end().
    Bytes& begin();
    void end();

    [[nodiscard]] Bytes& frame() { return frame_; }

  private:
    Bytes frame_;
    std::size_t part_start_ = 0;
};

} // namespace pli::bridge
