#include "core/seal/armor.hpp"

#include "core/base/encoding.hpp"

#include <algorithm>

namespace pli {

namespace {

constexpr std::string_view begin_marker = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view end_marker = "-----END AGE ENCRYPTED FILE-----";
constexpr std::size_t columns = 64;
constexpr std::size_t bytes_per_line = columns / 4 * 3;
constexpr std::size_t max_leading_spaces = 1024;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

} // namespace

void ArmorWriter::begin(std::string& out) {
    if (begun_) return;
    begun_ = true;
    out.append(begin_marker).append("\n");
}

void ArmorWriter::push(ByteView bytes, std::string& out) {
    begin(out);
    while (!bytes.empty()) {
        const std::size_t taken = std::min(bytes.size(), bytes_per_line - pending_.size());
        pending_.insert(pending_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        if (pending_.size() < bytes_per_line) return;
        out.append(base64_encode(pending_, Padding::Required)).append("\n");
        pending_.clear();
    }
}

void ArmorWriter::finish(std::string& out) {
    begin(out);
    if (!pending_.empty()) out.append(base64_encode(pending_, Padding::Required)).append("\n");
    pending_.clear();
    out.append(end_marker).append("\n");
}

Error ArmorReader::failure() const {
    const std::string number = std::to_string(line_number_);
    return {"seal.armor", "line " + number, {{"line", number}}};
}

Status ArmorReader::push(ByteView text, Bytes& out) {
    for (const char c : text_of(text)) {
        if (state_ == State::Before && line_.empty() && is_space(c)) {
            if (++leading_spaces_ > max_leading_spaces) return failure();
            if (c == '\n') ++line_number_;
        } else if (state_ == State::After) {
            if (!is_space(c)) return failure();
        } else if (c != '\n') {
            // No valid line is longer than this one and its CR, but for spaces after the end marker.
            const bool room = line_.size() <= columns || (is_space(c) && line_.starts_with(end_marker));
            if (!room) return failure();
            if (line_.size() <= columns) line_ += c;
        } else if (const Status status = take_line(out); !status.ok()) {
            return status;
        }
    }
    return done();
}

Status ArmorReader::finish(Bytes& out) {
    if (!line_.empty())
        if (const Status status = take_line(out); !status.ok()) return status;
    return state_ == State::After ? done() : Status(failure());
}

Status ArmorReader::take_line(Bytes& out) {
    std::string_view line = line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    Status status = done();
    if (state_ == State::Before) {
        if (line != begin_marker) return failure();
        state_ = State::Body;
    } else if (line.starts_with(end_marker)) {
        const std::string_view rest = line.substr(end_marker.size());
        if (!std::all_of(rest.begin(), rest.end(), is_space)) return failure();
        state_ = State::After;
    } else {
        status = take_body_line(line, out);
    }
    line_.clear();
    ++line_number_;
    return status;
}

Status ArmorReader::take_body_line(std::string_view line, Bytes& out) {
    if (state_ == State::LastLine || line.empty() || line.size() > columns) return failure();
    const Result<Bytes> bytes = base64_decode(line, Padding::Required);
    if (!bytes.ok()) return failure();
    // Only the last line may be short or padded.
    if (bytes.value().size() < bytes_per_line) state_ = State::LastLine;
    out.insert(out.end(), bytes.value().begin(), bytes.value().end());
    return done();
}

} // namespace pli
