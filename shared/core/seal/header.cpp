#include "core/seal/header.hpp"

#include "core/base/encoding.hpp"
#include "core/seal/hkdf.hpp"

#include <algorithm>

namespace pli {

namespace {

constexpr std::string_view name = "age-encryption.org/";
constexpr std::string_view version_line = "age-encryption.org/v1";
constexpr std::string_view stanza_mark = "-> ";
constexpr std::string_view mac_mark = "---";
constexpr std::size_t columns = 64;
constexpr std::size_t max_version_line = 64;

Key32 header_mac(Crypto& crypto, std::string_view authenticated, const FileKey& file_key) {
    const SecretKey key = hkdf_sha256(crypto, file_key.bytes, {}, bytes_of("header"));
    return crypto.hmac_sha256(key.bytes, bytes_of(authenticated));
}

/// Equality in a time that does not depend on where the difference is.
bool equal_in_constant_time(const Key32& a, const Key32& b) {
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned>(a[i] ^ b[i]);
    return difference == 0;
}

bool is_argument(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x21 && c <= 0x7e; });
}

} // namespace

Error HeaderReader::failure() const { return {"seal.header", "line " + std::to_string(line_number_), {}}; }

Error HeaderReader::cut_short() const {
    const bool named = state_ != State::Version || line_.size() >= name.size();
    return named ? Error{"seal.truncated", "header", {}} : Error{"seal.not-age", {}, {}};
}

Result<std::size_t> HeaderReader::push(ByteView bytes) {
    std::size_t taken = 0;
    while (taken < bytes.size() && !complete()) {
        const char c = static_cast<char>(bytes[taken++]);
        if (c == '\n') {
            if (const Status status = take_line(); !status.ok()) return status.error();
            continue;
        }
        line_ += c;
        if (header_.authenticated.size() + line_.size() > max_header_size)
            return Error{"seal.header-too-large", {}, {{"max", std::to_string(max_header_size)}}};
        if (state_ != State::Version) continue;
        const bool ours = line_.size() > name.size() || name.starts_with(line_);
        if (!ours) return Error{"seal.not-age", {}, {}};
        if (line_.size() > max_version_line) return failure();
    }
    return taken;
}

Status HeaderReader::take_line() {
    Status status = read_line();
    line_.clear();
    ++line_number_;
    return status;
}

Status HeaderReader::read_line() {
    const bool is_mac = state_ == State::Stanza && line_.starts_with(mac_mark);
    if (is_mac) return take_mac();
    header_.authenticated.append(line_).append("\n");
    switch (state_) {
    case State::Version:
        return take_version();
    case State::Stanza:
        return take_stanza();
    case State::Body:
        return take_body();
    case State::Done:
        break;
    }
    return done();
}

Status HeaderReader::take_version() {
    if (line_.size() < name.size()) return Error{"seal.not-age", {}, {}};
    if (line_ != version_line) {
        const std::string_view version = std::string_view(line_).substr(name.size());
        if (!is_argument(version)) return failure();
        return Error{"seal.version", "line 1", {{"version", std::string(version)}}};
    }
    state_ = State::Stanza;
    return done();
}

Status HeaderReader::take_stanza() {
    if (!line_.starts_with(stanza_mark) || header_.stanzas.size() == max_stanzas) return failure();
    Stanza& stanza = header_.stanzas.emplace_back();
    for (std::string_view rest = std::string_view(line_).substr(stanza_mark.size());;) {
        const std::size_t space = rest.find(' ');
        const std::string_view argument = rest.substr(0, space);
        if (!is_argument(argument)) return failure();
        stanza.args.emplace_back(argument);
        if (space == std::string_view::npos) break;
        rest.remove_prefix(space + 1);
    }
    state_ = State::Body;
    return done();
}

Status HeaderReader::take_body() {
    const Result<Bytes> bytes = base64_decode(line_, Padding::None);
    if (line_.size() > columns || !bytes.ok()) return failure();
    Bytes& body = header_.stanzas.back().body;
    body.insert(body.end(), bytes.value().begin(), bytes.value().end());
    // A body ends with its first line that is not full, even if that line is empty.
    if (line_.size() < columns) state_ = State::Stanza;
    return done();
}

Status HeaderReader::take_mac() {
    header_.authenticated.append(mac_mark);
    const std::string_view rest = std::string_view(line_).substr(mac_mark.size());
    if (header_.stanzas.empty() || !rest.starts_with(' ')) return failure();
    const Result<Bytes> mac = base64_decode(rest.substr(1), Padding::None);
    if (!mac.ok() || mac.value().size() != header_.mac.size()) return failure();
    std::copy(mac.value().begin(), mac.value().end(), header_.mac.begin());
    state_ = State::Done;
    return done();
}

std::string write_header(Crypto& crypto, const std::vector<Stanza>& stanzas, const FileKey& file_key) {
    std::string text(version_line);
    text += '\n';
    for (const Stanza& stanza : stanzas) {
        text += "->";
        for (const std::string& argument : stanza.args) text.append(" ").append(argument);
        text += '\n';
        const std::string body = base64_encode(stanza.body, Padding::None);
        for (std::size_t start = 0; start <= body.size(); start += columns)
            text.append(body, start, columns).append("\n");
    }
    text += mac_mark;
    const Key32 mac = header_mac(crypto, text, file_key);
    return text.append(" ").append(base64_encode(mac, Padding::None)).append("\n");
}

bool header_is_authentic(Crypto& crypto, const Header& header, const FileKey& file_key) {
    return equal_in_constant_time(header_mac(crypto, header.authenticated, file_key), header.mac);
}

} // namespace pli
