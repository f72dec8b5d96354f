#include "bridge/frame.hpp"

namespace pli::bridge {

namespace {

constexpr std::size_t size_field = 4;

std::size_t read_size(ByteView bytes) {
    std::size_t size = 0;
    for (std::size_t i = size_field; i-- > 0;) size = (size << 8) | bytes[i];
    return size;
}

} // namespace

Request::Request(ByteView frame) {
    while (frame.size() >= size_field) {
        const std::size_t size = read_size(frame);
        frame = frame.subspan(size_field);
        if (size > frame.size()) return;
        parts_.push_back(frame.first(size));
        frame = frame.subspan(size);
    }
}

ByteView Request::bytes(std::size_t index) const { return index < parts_.size() ? parts_[index] : ByteView(); }

void Response::reserve(std::initializer_list<std::size_t> sizes) {
    std::size_t whole = frame_.size();
    for (const std::size_t size : sizes) whole += size_field + size;
    frame_.reserve(whole);
}

void Response::add(ByteView part) {
    Bytes& out = begin();
    out.insert(out.end(), part.begin(), part.end());
    end();
}

Bytes& Response::begin() {
    frame_.resize(frame_.size() + size_field);
    part_start_ = frame_.size();
    return frame_;
}

void Response::end() {
    const std::size_t size = frame_.size() - part_start_;
    for (std::size_t i = 0; i < size_field; ++i)
        frame_[part_start_ - size_field + i] = static_cast<std::uint8_t>((size >> (8 * i)) & 0xffU);
}

} // namespace pli::bridge
