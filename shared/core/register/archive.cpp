#include "core/register/archive.hpp"

#include "core/base/crc32.hpp"
#include "core/base/text.hpp"
#include "core/base/zip_format.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace pli {

namespace {

using namespace zip_format;

constexpr std::size_t longest_comment = 0xffff;
constexpr std::uint32_t encrypted_flag = 1;
constexpr std::uint32_t stored = 0;
constexpr std::uint32_t deflated = 8;

Error damaged(std::string_view part = {}) {
    return {"table.damaged", std::string(part), {{"part", std::string(part)}}};
}

/// Where the end record begins: the last place whose comment reaches exactly to the end of the file.
std::optional<std::size_t> end_record(ByteView file) {
    if (file.size() < end_size) return std::nullopt;
    const std::size_t last = file.size() - end_size;
    const std::size_t first = last - std::min(last, longest_comment);
    for (std::size_t at = last + 1; at-- > first;)
        if (number_at(file, at, 4) == end_signature && number_at(file, at + 20, 2) == last - at) return at;
    return std::nullopt;
}

/// Names of parts are paths within the archive; a reader that compared them otherwise must see the same ones.
std::optional<std::string> part_name(std::string_view name) {
    if (name.empty() || name.size() > archive_limits::name || first_invalid_utf8(name)) return std::nullopt;
    std::string lower;
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '\\') return std::nullopt;
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const bool climbs = ("/" + lower + "/").find("/../") != std::string::npos;
    return climbs || lower.front() == '/' ? std::nullopt : std::optional(lower);
}

/// Reads the directory, entry by entry.
class DirectoryReader {
  public:
    DirectoryReader(ByteView file, std::size_t end) : file_(file), end_(end) {}

    Result<std::vector<ArchivePart>> read() {
        const std::size_t count = number_at(file_, end_ + 10, 2);
        const std::size_t size = number_at(file_, end_ + 12, 4);
        directory_ = number_at(file_, end_ + 16, 4);
        const bool is_whole = number_at(file_, end_ + 4, 4) == 0 && number_at(file_, end_ + 8, 2) == count;
        if (!is_whole || count > archive_limits::entries || directory_ > end_ || end_ - directory_ != size)
            return damaged();
        std::size_t position = directory_;
        for (std::size_t entry = 0; entry < count; ++entry)
            if (Status read = read_entry(position); !read) return read.error();
        if (position != end_) return damaged();
        return apart();
    }

  private:
    Status read_entry(std::size_t& position) {
        if (end_ - position < central_header_size) return damaged();
        const ByteView header = file_.subspan(position, end_ - position);
        const std::size_t name_size = number_at(header, 28, 2);
        const std::size_t whole = central_header_size + name_size + number_at(header, 30, 2) + number_at(header, 32, 2);
        if (number_at(header, 0, 4) != central_signature || header.size() < whole) return damaged();
        const auto name = part_name(text_of(header.subspan(central_header_size, name_size)));
        if (!name) return damaged();
        if (!names_.insert(*name).second) return damaged(*name);
        if ((number_at(header, 8, 2) & encrypted_flag) != 0) return Error{"table.encrypted", "", {}};
        const std::uint32_t method = number_at(header, 10, 2);
        if (method != stored && method != deflated) return damaged(*name);
        ArchivePart part{
            *name, method == deflated, 0, number_at(header, 20, 4), number_at(header, 24, 4), number_at(header, 16, 4)};
        if (Status found = find_content(part, number_at(header, 42, 4), name_size, header); !found) return found;
        parts_.push_back(std::move(part));
        position += whole;
        return done();
    }

    /// The content lies behind a header of its own, which bears the same name.
    Status find_content(ArchivePart& part, std::size_t local, std::size_t name_size, ByteView central) {
        if (local > directory_ || directory_ - local < local_header_size + name_size) return damaged(part.name);
        const ByteView header = file_.subspan(local, directory_ - local);
        const ByteView name = header.subspan(local_header_size, name_size);
        const bool agrees = number_at(header, 0, 4) == local_signature && number_at(header, 26, 2) == name_size &&
                            std::equal(name.begin(), name.end(), central.begin() + central_header_size) &&
                            number_at(header, 8, 2) == number_at(central, 10, 2);
        const std::size_t before = local_header_size + name_size + number_at(header, 28, 2);
        if (!agrees || header.size() < before || header.size() - before < part.packed) return damaged(part.name);
        if (!part.is_deflated && part.packed != part.size) return damaged(part.name);
        part.offset = local + before;
        starts_.push_back({local, part.offset + part.packed});
        return done();
    }

    /// Parts that share bytes inflate to far more than the archive could hold.
    Result<std::vector<ArchivePart>> apart() {
        std::sort(starts_.begin(), starts_.end(), [](const Extent& a, const Extent& b) { return a.start < b.start; });
        for (std::size_t i = 1; i < starts_.size(); ++i)
            if (starts_[i].start < starts_[i - 1].end) return damaged();
        std::sort(parts_.begin(), parts_.end(),
                  [](const ArchivePart& a, const ArchivePart& b) { return a.offset < b.offset; });
        return std::move(parts_);
    }

    struct Extent {
        std::size_t start = 0, end = 0;
    };

    ByteView file_;
    std::size_t end_;
    std::size_t directory_ = 0;
    std::set<std::string, std::less<>> names_;
    std::vector<Extent> starts_;
    std::vector<ArchivePart> parts_;
};

} // namespace

Result<std::vector<ArchivePart>> read_archive(ByteView file) {
    if (file.size() > archive_limits::bytes)
        return Error{"table.too-large", "", {{"max", std::to_string(archive_limits::bytes)}}};
    const auto end = end_record(file);
    if (!end) return damaged();
    return DirectoryReader(file, *end).read();
}

Status check_part(const ArchivePart& part, ByteView inflated) {
    if (inflated.size() != part.size || crc32(inflated) != part.crc) return damaged(part.name);
    return done();
}

} // namespace pli
