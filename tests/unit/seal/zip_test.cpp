#include "core/seal/zip.hpp"

#include "unit/seal/workshop.hpp"

#include <array>

using namespace pli;
using test::param;
using test::sample_bytes;
using test::verdict;

namespace {

// Where the fields of a local header, a central header and the end record lie (APPNOTE 4.3.7, 4.3.12, 4.3.16).
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;

const Bytes json = sample_bytes(20, 1);
const Bytes pdf = sample_bytes(30, 2);

Bytes zip_of(const std::vector<ZipEntry>& entries) { return write_zip(entries); }
Bytes sample_zip() { return zip_of({{"fiche.json", json}, {"fiche.pdf", pdf}}); }

constexpr std::size_t second_local = local_size + 10 + 20;
constexpr std::size_t directory = second_local + local_size + 9 + 30;
constexpr std::size_t second_central = directory + central_size + 10;
constexpr std::size_t end_record = second_central + central_size + 9;

Bytes inserted(Bytes zip, std::size_t position, ByteView bytes) {
    zip.insert(zip.begin() + static_cast<std::ptrdiff_t>(position), bytes.begin(), bytes.end());
    return zip;
}

Bytes with_byte(Bytes zip, std::size_t position, std::uint8_t byte) {
    zip[position] = byte;
    return zip;
}

TEST(Zip, ComesBackAsWritten) {
    const Bytes zip = sample_zip();
    const auto entries = read_zip(zip);
    ASSERT_TRUE(entries.ok());
    ASSERT_EQ(entries.value().size(), 2U);
    EXPECT_EQ(entries.value()[0].name, "fiche.json");
    EXPECT_TRUE(
        std::equal(json.begin(), json.end(), entries.value()[0].content.begin(), entries.value()[0].content.end()));
    EXPECT_EQ(entries.value()[1].name, "fiche.pdf");
    EXPECT_TRUE(
        std::equal(pdf.begin(), pdf.end(), entries.value()[1].content.begin(), entries.value()[1].content.end()));
}

TEST(Zip, CostsWhatItSays) {
    EXPECT_EQ(sample_zip().size(), json.size() + pdf.size() + zip_entry_overhead("fiche.json") +
                                       zip_entry_overhead("fiche.pdf") + zip_end_size);
    EXPECT_EQ(sample_zip().size(), end_record + zip_end_size);
}

TEST(Zip, MayHoldAnEmptyEntry) {
    const Bytes zip = zip_of({{"a", {}}});
    ASSERT_TRUE(read_zip(zip).ok());
    EXPECT_TRUE(read_zip(zip).value().front().content.empty());
}

TEST(Zip, IsNotAnotherKindOfFile) {
    EXPECT_EQ(verdict(read_zip({})), "zip.not-zip");
    EXPECT_EQ(verdict(read_zip(bytes_of("PK"))), "zip.not-zip");
    EXPECT_EQ(verdict(read_zip(bytes_of("%PDF-1.7 and so on, for a while"))), "zip.not-zip");
    EXPECT_EQ(verdict(read_zip(zip_of({}))), "zip.not-zip") << "an archive without entries";
}

TEST(Zip, HasNothingBeforeBetweenOrBehind) {
    const Bytes zip = sample_zip();
    EXPECT_EQ(verdict(read_zip(inserted(zip, 0, Bytes{0}))), "zip.not-zip");
    EXPECT_EQ(verdict(read_zip(inserted(zip, 0, bytes_of("MZ program")))), "zip.not-zip");
    EXPECT_EQ(verdict(read_zip(inserted(zip, second_local, Bytes{0}))), "zip.structure") << "between two entries";
    EXPECT_EQ(verdict(read_zip(inserted(zip, directory, Bytes{0}))), "zip.structure") << "before the directory";
    EXPECT_EQ(verdict(read_zip(inserted(zip, second_central, Bytes{0}))), "zip.structure") << "inside it";
    EXPECT_EQ(verdict(read_zip(inserted(zip, end_record, Bytes{0}))), "zip.structure") << "before the end record";
    EXPECT_EQ(verdict(read_zip(inserted(zip, zip.size(), Bytes{0}))), "zip.structure") << "behind it";
    EXPECT_EQ(verdict(read_zip(inserted(zip, zip.size(), zip))), "zip.structure") << "a second archive";
}

TEST(Zip, HasNoComment) {
    const Bytes zip = sample_zip();
    EXPECT_EQ(verdict(read_zip(inserted(with_byte(zip, end_record + 20, 2), zip.size(), bytes_of("ab")))),
              "zip.structure");
    EXPECT_EQ(verdict(read_zip(inserted(with_byte(zip, directory + 32, 2), second_central, bytes_of("ab")))),
              "zip.structure")
        << "of an entry";
}

TEST(Zip, HasNoExtraField) {
    const Bytes zip = sample_zip();
    const Bytes extra = {1, 0, 0, 0};
    EXPECT_EQ(verdict(read_zip(inserted(with_byte(zip, 28, 4), local_size + 10, extra))), "zip.entry");
    EXPECT_EQ(verdict(read_zip(inserted(with_byte(zip, directory + 30, 4), second_central, extra))), "zip.structure");
}

TEST(Zip, HasStoredEntriesOnly) {
    const auto deflated = read_zip(with_byte(sample_zip(), 8, 8));
    EXPECT_EQ(verdict(deflated), "zip.compressed");
    EXPECT_EQ(param(deflated, "name"), "fiche.json");
    EXPECT_EQ(verdict(read_zip(with_byte(sample_zip(), 18, 19))), "zip.compressed") << "two sizes";
}

TEST(Zip, HasNoFlagDateOrNewerVersion) {
    for (const std::size_t position : {4U, 6U, 7U, 10U, 11U, 12U, 13U})
        EXPECT_EQ(verdict(read_zip(with_byte(sample_zip(), position, 0x48))), "zip.entry") << position;
    EXPECT_EQ(verdict(read_zip(with_byte(sample_zip(), 6, 1))), "zip.entry") << "encrypted";
    EXPECT_EQ(verdict(read_zip(with_byte(sample_zip(), 6, 8))), "zip.entry") << "sizes behind the data";
}

TEST(Zip, HasPlainFileNamesOnly) {
    const std::string longest(64, 'a');
    const std::string too_long(65, 'a');
    for (const std::string name : {"../fiche.json", "/fiche.json", "a/b", "a\\b", "C:a", ".", "..", ".hidden",
                                   "Fiche.json", "fiche json", "fiché", "a\nb", "", too_long.c_str()})
        EXPECT_EQ(verdict(read_zip(zip_of({{name, json}}))), "zip.name") << name;
    EXPECT_EQ(verdict(read_zip(zip_of({{std::string_view("a\0b", 3), json}}))), "zip.name");
    for (const std::string name : {"a", "0", "-", "fiche.json", "fiche-2.pdf", longest.c_str()})
        EXPECT_EQ(verdict(read_zip(zip_of({{name, json}}))), "accepted") << name;
}

TEST(Zip, HasEachNameOnce) {
    const auto twice = read_zip(zip_of({{"fiche.json", json}, {"fiche.pdf", pdf}, {"fiche.json", pdf}}));
    EXPECT_EQ(verdict(twice), "zip.duplicate");
    EXPECT_EQ(param(twice, "name"), "fiche.json");
}

TEST(Zip, HasSixteenEntriesAtMost) {
    const std::string names = "abcdefghijklmnopq";
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i < 16; ++i) entries.push_back({std::string_view(names).substr(i, 1), json});
    EXPECT_EQ(verdict(read_zip(zip_of(entries))), "accepted");
    entries.push_back({"q", json});
    EXPECT_EQ(verdict(read_zip(zip_of(entries))), "zip.structure");
}

TEST(Zip, HasContentsThatMatchTheirChecksum) {
    const auto altered = read_zip(with_byte(sample_zip(), local_size + 10, static_cast<std::uint8_t>(json[0] ^ 1)));
    EXPECT_EQ(verdict(altered), "zip.checksum");
    EXPECT_EQ(param(altered, "name"), "fiche.json");
    EXPECT_EQ(verdict(read_zip(
                  with_byte(sample_zip(), second_local + local_size + 9, static_cast<std::uint8_t>(pdf[0] ^ 1)))),
              "zip.checksum");
}

TEST(Zip, HasADirectoryThatRepeatsTheLocalHeaders) {
    const Bytes zip = sample_zip();
    const auto flipped = [&zip](std::size_t position) {
        return with_byte(zip, position, static_cast<std::uint8_t>(zip[position] ^ 1));
    };
    for (std::size_t position = directory + 4; position < zip.size(); ++position)
        EXPECT_EQ(verdict(read_zip(flipped(position))), "zip.mismatch") << position;
    EXPECT_EQ(verdict(read_zip(flipped(directory))), "zip.structure") << "no directory at all";
    EXPECT_EQ(verdict(read_zip(zip_of({{"a", json}, {"b", json}}))), "accepted");
    Bytes renamed = zip_of({{"a", json}});
    renamed[renamed.size() - zip_end_size - 1] = 'b';
    EXPECT_EQ(verdict(read_zip(renamed)), "zip.mismatch") << "another name for another reader";
}

TEST(Zip, WithoutOneOfItsEntriesInTheDirectoryIsRefused) {
    Bytes zip = sample_zip();
    zip.erase(zip.begin() + second_central, zip.begin() + end_record);
    EXPECT_EQ(verdict(read_zip(zip)), "zip.structure");
}

TEST(Zip, MayClaimAnySizeWithoutHarm) {
    for (const std::size_t position : {18U, 22U}) {
        Bytes zip = sample_zip();
        std::fill_n(zip.begin() + static_cast<std::ptrdiff_t>(position), 4, std::uint8_t{0xff});
        EXPECT_EQ(verdict(read_zip(zip)), "zip.compressed") << "one size only";
        std::fill_n(zip.begin() + 18, 8, std::uint8_t{0xff});
        EXPECT_EQ(verdict(read_zip(zip)), "zip.structure");
    }
    EXPECT_EQ(verdict(read_zip(with_byte(sample_zip(), 27, 0xff))), "zip.structure") << "a name past the end";
}

TEST(Zip, CutAnywhereIsRefused) {
    const Bytes zip = sample_zip();
    for (std::size_t size = 0; size < zip.size(); ++size)
        EXPECT_NE(verdict(read_zip(ByteView(zip).first(size))), "accepted") << size;
}

TEST(Zip, AnyByteChangedIsRefused) {
    const Bytes zip = sample_zip();
    for (std::size_t position = 0; position < zip.size(); ++position)
        for (const unsigned change : {1U, 2U, 4U, 8U, 16U, 32U, 64U, 128U, 255U})
            EXPECT_NE(verdict(read_zip(with_byte(zip, position, static_cast<std::uint8_t>(zip[position] ^ change)))),
                      "accepted")
                << position;
}

TEST(Zip, IsAtMostThirtyTwoMebibytes) {
    const Bytes content(max_zip_size - zip_entry_overhead("a") - zip_end_size);
    Bytes zip = zip_of({{"a", content}});
    ASSERT_EQ(zip.size(), max_zip_size);
    EXPECT_EQ(verdict(read_zip(zip)), "accepted");
    zip.push_back(0);
    EXPECT_EQ(verdict(read_zip(zip)), "zip.too-large");
    EXPECT_EQ(param(read_zip(zip), "max"), "33554432");
}

} // namespace
