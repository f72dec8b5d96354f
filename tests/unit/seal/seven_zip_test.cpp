// What can be told of a 7-Zip archive without its passphrase. Whole ones come from 7-Zip itself: tests/conformance.
#include "core/seal/seven_zip.hpp"

#include "core/base/crc32.hpp"
#include "core/seal/bundle.hpp"
#include "unit/seal/workshop.hpp"

using namespace pli;
using test::param;
using test::sample_bytes;
using test::verdict;

namespace {

void put(Bytes& out, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>((number >> (8 * i)) & 0xffU));
}

/// How the last header of an archive begins that says how the real one is encrypted.
Bytes encrypted_header() {
    return {0x17, 0x06, 0x00, 0x01, 0x09, 0x10, 0x00, 0x07, 0x0b, 0x01, 0x00, 0x01, 0x24, 0x06, 0xf1, 0x07, 0x01, 0x00};
}

/// Packed bytes between the two headers, each with its checksum.
Bytes archive_of(const Bytes& packed, const Bytes& last, std::uint64_t offset, std::uint64_t size) {
    Bytes where;
    put(where, offset, 8);
    put(where, size, 8);
    put(where, crc32(last), 4);
    Bytes archive{0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4};
    put(archive, crc32(where), 4);
    for (const Bytes& part : {where, packed, last}) archive.insert(archive.end(), part.begin(), part.end());
    return archive;
}

Bytes archive_of(const Bytes& packed, const Bytes& last) {
    return archive_of(packed, last, packed.size(), last.size());
}

Bytes archive() { return archive_of(sample_bytes(64), encrypted_header()); }

TEST(SevenZip, IsToldByItsFirstBytes) {
    EXPECT_TRUE(looks_like_seven_zip(archive()));
    EXPECT_FALSE(looks_like_seven_zip(ByteView(archive()).first(5)));
    EXPECT_FALSE(looks_like_seven_zip(bytes_of("age-encryption.org/v1")));
    EXPECT_EQ(verdict(check_seven_zip(bytes_of("PK\x03\x04"))), "sevenzip.not-archive");
}

TEST(SevenZip, IsTakenWholeAndEncrypted) {
    EXPECT_EQ(verdict(check_seven_zip(archive())), "accepted");
    EXPECT_EQ(verdict(check_seven_zip(archive_of({}, encrypted_header()))), "accepted");
}

TEST(SevenZip, CutShortItIsRefused) {
    const Bytes whole = archive();
    for (const std::size_t size : {std::size_t{6}, std::size_t{31}, std::size_t{32}, whole.size() - 1})
        EXPECT_EQ(verdict(check_seven_zip(ByteView(whole).first(size))), "sevenzip.truncated") << size;
}

TEST(SevenZip, AnOffsetThatLeadsNowhereIsRefused) {
    const Bytes last = encrypted_header();
    const std::uint64_t far = std::uint64_t{1} << 32U;
    EXPECT_EQ(verdict(check_seven_zip(archive_of({}, last, 1, last.size()))), "sevenzip.truncated");
    EXPECT_EQ(verdict(check_seven_zip(archive_of({}, last, far, last.size()))), "sevenzip.truncated");
    EXPECT_EQ(verdict(check_seven_zip(archive_of({}, last, 0, far + last.size()))), "sevenzip.truncated");
    EXPECT_EQ(verdict(check_seven_zip(archive_of({}, last, ~std::uint64_t{0}, ~std::uint64_t{0}))),
              "sevenzip.truncated");
}

TEST(SevenZip, AnyOtherByteOfItsHeadersIsRefused) {
    const Bytes whole = archive();
    for (std::size_t position = 8; position < whole.size(); ++position) {
        if (position >= 32 && position < 96) continue; // packed: its checksums are encrypted
        Bytes altered = whole;
        altered[position] ^= 1U;
        EXPECT_EQ(verdict(check_seven_zip(altered)), "sevenzip.altered") << position;
    }
    Bytes longer = whole;
    longer.push_back(0);
    EXPECT_EQ(verdict(check_seven_zip(longer)), "sevenzip.altered");
}

TEST(SevenZip, NothingFollowsTheLastHeaderWhateverTheChecksum) {
    const Bytes packed = sample_bytes(64);
    const Bytes last = encrypted_header();
    EXPECT_EQ(verdict(check_seven_zip(archive_of(packed, last, packed.size(), last.size() - 1))), "sevenzip.altered");
}

TEST(SevenZip, WhoseNamesCanBeReadIsRefused) {
    Bytes plain = encrypted_header();
    plain.front() = 0x01;
    EXPECT_EQ(verdict(check_seven_zip(archive_of(sample_bytes(64), plain))), "sevenzip.not-encrypted");
    Bytes compressed = encrypted_header();
    compressed[13] = 0x03; // LZMA
    EXPECT_EQ(verdict(check_seven_zip(archive_of(sample_bytes(64), compressed))), "sevenzip.not-encrypted");
    EXPECT_EQ(verdict(check_seven_zip(archive_of(sample_bytes(64), {}))), "sevenzip.not-encrypted");
}

TEST(SevenZip, IsAtMostALittleMoreThanABundle) {
    const auto refused = check_seven_zip(Bytes(max_seven_zip_size + 1));
    EXPECT_EQ(verdict(refused), "sevenzip.too-large");
    EXPECT_EQ(param(refused, "max"), std::to_string(max_seven_zip_size));
    EXPECT_EQ(verdict(check_seven_zip(Bytes(max_seven_zip_size))), "sevenzip.not-archive");
}

// ---- the files in it

std::vector<ZipEntry> with_filling(const Bundle& bundle, const Bytes& filling) {
    std::vector<ZipEntry> files = bundle_files(bundle);
    files.push_back({filling_name, filling});
    return files;
}

std::size_t in_blocks(std::size_t size) { return (size + 15) / 16 * 16; }

TEST(SevenZipFiles, ComeBackWithTheirFilling) {
    const Bytes json = sample_bytes(500, 1);
    const Bytes pdf = sample_bytes(70000, 2);
    const Bytes filling = seven_zip_filling({json, pdf}).value();
    const std::vector<ZipEntry> files = with_filling({json, pdf}, filling);
    const auto read = bundle_from_seven_zip(files);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(Bytes(read.value().pdf.begin(), read.value().pdf.end()), pdf);
    EXPECT_FALSE(read.value().is_signed());
}

TEST(SevenZipFiles, FillWholeStepsInBlocksOfTheCipher) {
    for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 16384U, 49152U, 49153U, 65536U}) {
        const Bytes pdf(size);
        const Bytes filling = seven_zip_filling({{}, pdf}).value();
        EXPECT_EQ((in_blocks(size) + filling.size()) % bundle_step, 0U) << size;
        EXPECT_GE(filling.size(), 16384U) << size << ": a shorter number in the headers";
        EXPECT_EQ(filling.size() % 16, 0U) << size;
    }
}

TEST(SevenZipFiles, AreRefusedWithAnotherFilling) {
    const Bytes content = sample_bytes(10);
    const Bytes right = seven_zip_filling({content, content}).value();
    const auto judged = [&](const Bytes& filling) {
        return verdict(bundle_from_seven_zip(with_filling({content, content}, filling)));
    };
    EXPECT_EQ(judged(right), "accepted");
    EXPECT_EQ(judged(Bytes(right.size() - 16)), "zip.padding");
    EXPECT_EQ(judged(Bytes(right.size() + bundle_step)), "zip.padding");
    Bytes hiding = right;
    hiding.front() = 1;
    EXPECT_EQ(judged(hiding), "zip.padding");
}

TEST(SevenZipFiles, AreTheExactOnesAndInTheirOrder) {
    const Bytes content = sample_bytes(10);
    const Bytes filling = seven_zip_filling({content, content}).value();
    std::vector<ZipEntry> files = with_filling({content, content}, filling);
    std::swap(files[0], files[1]);
    EXPECT_EQ(verdict(bundle_from_seven_zip(files)), "zip.structure");
    files = with_filling({content, content}, filling);
    files.push_back(files.back());
    EXPECT_EQ(verdict(bundle_from_seven_zip(files)), "zip.duplicate");
    files = with_filling({content, content}, filling);
    files.push_back({"autre.txt", content});
    EXPECT_EQ(verdict(bundle_from_seven_zip(files)), "zip.name");
    files.clear();
    EXPECT_EQ(verdict(bundle_from_seven_zip(files)), "zip.missing");
}

TEST(SevenZipFiles, AreNotLargerThanABundle) {
    const Bytes large(max_zip_size);
    EXPECT_EQ(verdict(seven_zip_filling({{}, large})), "zip.too-large");
    const Bytes half(max_zip_size / 2 + 1);
    EXPECT_EQ(verdict(seven_zip_filling({half, half})), "zip.too-large");
    const std::vector<ZipEntry> files{{fiche_json_name, half}, {fiche_pdf_name, half}};
    EXPECT_EQ(verdict(bundle_from_seven_zip(files)), "zip.too-large");
}

} // namespace
