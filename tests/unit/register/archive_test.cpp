#include "core/register/archive.hpp"

#include "core/seal/zip.hpp"
#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;

namespace {

// Where fields lie in the archive of sample(): its first local header, and the first one of its directory.
constexpr std::size_t local = 0;
constexpr std::size_t local_size = 30 + 1 + 3;
constexpr std::size_t central = 2 * local_size;
constexpr std::size_t central_size = 46 + 1;
constexpr std::size_t end_record = central + 2 * central_size;

Bytes sample() { return write_zip(std::vector<ZipEntry>{{"a", bytes_of("abc")}, {"b", bytes_of("def")}}); }

Bytes with(Bytes archive, std::size_t position, std::vector<std::uint8_t> bytes) {
    std::copy(bytes.begin(), bytes.end(), archive.begin() + static_cast<std::ptrdiff_t>(position));
    return archive;
}

std::string fault(const Bytes& archive) { return code_of(read_archive(archive)); }

} // namespace

TEST(Archives, SayWhereTheirPartsAre) {
    const Bytes archive = sample();
    const auto parts = must(read_archive(archive));
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[1].name, "b");
    EXPECT_FALSE(parts[1].is_deflated);
    EXPECT_EQ(text_of(ByteView(archive).subspan(parts[1].offset, parts[1].packed)), "def");
    EXPECT_TRUE(check_part(parts[1], bytes_of("def")).ok());
    EXPECT_EQ(code_of(check_part(parts[1], bytes_of("deg"))), "table.damaged");
    EXPECT_EQ(code_of(check_part(parts[1], bytes_of("defg"))), "table.damaged");
    EXPECT_TRUE(must(read_archive(write_zip({}))).empty());
}

TEST(Archives, MayHaveACommentAndCapitals) {
    Bytes archive = with(with(sample(), local + 30, {'A'}), central + 46, {'A'});
    archive = with(archive, end_record + 20, {2});
    archive.insert(archive.end(), {'o', 'k'});
    EXPECT_EQ(must(read_archive(archive))[0].name, "a");
}

TEST(Archives, AreRefusedWhenTheyContradictThemselves) {
    const Bytes archive = sample();
    EXPECT_EQ(fault({}), "table.damaged");
    EXPECT_EQ(fault(Bytes(archive.begin(), archive.end() - 1)), "table.damaged");
    Bytes longer = archive;
    longer.push_back(0);
    EXPECT_EQ(fault(longer), "table.damaged");
    EXPECT_EQ(fault(with(archive, local, {0})), "table.damaged") << "no local header";
    EXPECT_EQ(fault(with(archive, local + 30, {'c'})), "table.damaged") << "two names";
    EXPECT_EQ(fault(with(archive, local + 8, {8})), "table.damaged") << "two methods";
    EXPECT_EQ(fault(with(archive, central, {0})), "table.damaged") << "no directory";
    EXPECT_EQ(fault(with(archive, central + 10, {12})), "table.damaged") << "another method";
    EXPECT_EQ(fault(with(archive, central + 20, {200})), "table.damaged") << "longer than the archive";
    EXPECT_EQ(fault(with(archive, central + 24, {9})), "table.damaged") << "stored, of two sizes";
    EXPECT_EQ(fault(with(archive, central + 42, {255, 255, 255, 255})), "table.damaged") << "outside";
    EXPECT_EQ(fault(with(archive, end_record + 10, {3})), "table.damaged") << "more entries than there are";
    EXPECT_EQ(fault(with(archive, end_record + 4, {1})), "table.damaged") << "several volumes";
    EXPECT_EQ(fault(with(archive, end_record + 16, {255, 255, 255, 255})), "table.damaged") << "directory outside";
}

TEST(Archives, AreRefusedWhenTheyHideSomething) {
    const Bytes archive = sample();
    EXPECT_EQ(fault(with(with(archive, local + 6, {1}), central + 8, {1})), "table.encrypted");
    Bytes twins = with(with(archive, local_size + 30, {'a'}), central + central_size + 46, {'a'});
    EXPECT_EQ(fault(twins), "table.damaged") << "two parts of one name";
    Bytes shared = with(with(twins, central + central_size + 42, {0, 0, 0, 0}), central + central_size + 46, {'a'});
    EXPECT_EQ(fault(shared), "table.damaged") << "one content of two parts";
    for (const std::uint8_t c : Bytes{0x5C, 0x0A, 0x2F, 0x00}) // backslash, line break, slash, nothing
        EXPECT_EQ(fault(with(with(archive, local + 30, {c}), central + 46, {c})), "table.damaged") << int{c};
    EXPECT_EQ(fault(Bytes(archive_limits::bytes + 1)), "table.too-large");
}
