#include "core/seal/bundle.hpp"

#include "unit/seal/workshop.hpp"

using namespace pli;
using test::param;
using test::sample_bytes;
using test::verdict;

namespace {

constexpr std::size_t step = std::size_t{64} << 10;

Bytes bundle_of(ByteView json, ByteView pdf) { return write_bundle({json, pdf}).value(); }

/// Bytes that a bundle takes beside its two contents and the filling.
std::size_t overhead() {
    return zip_entry_overhead("fiche.json") + zip_entry_overhead("fiche.pdf") + zip_entry_overhead("remplissage") +
           zip_end_size;
}

Bytes zip_of(const std::vector<ZipEntry>& entries) { return write_zip(entries); }

/// A filling that brings other entries to the next whole step.
Bytes filling_for(std::size_t size) { return Bytes((step - (size + overhead()) % step) % step); }

TEST(Bundle, ComesBackAsWritten) {
    const Bytes json = sample_bytes(500, 1);
    const Bytes pdf = sample_bytes(70000, 2);
    const Bytes zip = bundle_of(json, pdf);
    const auto read = read_bundle(zip);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(Bytes(read.value().json.begin(), read.value().json.end()), json);
    EXPECT_EQ(Bytes(read.value().pdf.begin(), read.value().pdf.end()), pdf);
}

TEST(Bundle, HasWholeStepsOfSixtyFourKibibytes) {
    const std::size_t room = step - overhead();
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, room - 1, room, room + 1, room + step}) {
        const Bytes zip = bundle_of({}, Bytes(size));
        EXPECT_EQ(zip.size() % step, 0U) << size;
        EXPECT_EQ(zip.size() / step, size <= room ? 1U : 2U) << size;
        EXPECT_EQ(verdict(read_bundle(zip)), "accepted") << size;
    }
}

TEST(Bundle, DoesNotTellOneAnswerFromAnotherByItsSize) {
    const Bytes pdf = sample_bytes(20000);
    EXPECT_EQ(bundle_of(bytes_of(R"({"accord":"OUI"})"), pdf).size(),
              bundle_of(bytes_of(R"({"accord":"NON","motif":"un long motif"})"), pdf).size());
}

TEST(Bundle, HoldsExactlyItsThreeFiles) {
    const Bytes filling = filling_for(20);
    const Bytes content = sample_bytes(10);
    EXPECT_EQ(verdict(read_bundle(zip_of({{"fiche.json", content}, {"fiche.pdf", content}, {"remplissage", filling}}))),
              "accepted");
    const auto without = read_bundle(zip_of({{"fiche.json", content}, {"fiche.pdf", content}}));
    EXPECT_EQ(verdict(without), "zip.missing");
    EXPECT_EQ(param(without, "name"), "remplissage");
    const auto foreign = read_bundle(zip_of(
        {{"fiche.json", content}, {"fiche.pdf", content}, {"remplissage", filling}, {"programme.exe", content}}));
    EXPECT_EQ(verdict(foreign), "zip.name");
    EXPECT_EQ(param(foreign, "name"), "programme.exe");
    EXPECT_EQ(
        verdict(read_bundle(zip_of({{"fiche.json", content}, {"fiche.json", content}, {"remplissage", filling}}))),
        "zip.duplicate");
}

TEST(Bundle, HoldsBothSignaturesOrNone) {
    const Bytes content = sample_bytes(10);
    const Bytes zip = write_bundle({content, content, content, content}).value();
    EXPECT_EQ(zip.size() % step, 0U);
    const auto read = read_bundle(zip);
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read.value().is_signed());
    EXPECT_EQ(Bytes(read.value().pdf_signature.begin(), read.value().pdf_signature.end()), content);
    const auto half = read_bundle(zip_of(
        {{"fiche.json", content}, {"fiche.json.minisig", content}, {"fiche.pdf", content}, {"remplissage", content}}));
    EXPECT_EQ(verdict(half), "zip.missing");
    EXPECT_EQ(param(half, "name"), "fiche.pdf.minisig");
    const auto hollow = read_bundle(zip_of({{"fiche.json", content},
                                            {"fiche.json.minisig", {}},
                                            {"fiche.pdf", content},
                                            {"fiche.pdf.minisig", content},
                                            {"remplissage", content}}));
    EXPECT_EQ(verdict(hollow), "zip.missing");
    EXPECT_EQ(param(hollow, "name"), "fiche.json.minisig");
    const auto half_hollow = read_bundle(write_bundle({content, content, content, {}}).value());
    EXPECT_EQ(verdict(half_hollow), "zip.missing");
    EXPECT_EQ(param(half_hollow, "name"), "fiche.pdf.minisig");
}

TEST(Bundle, HasItsFilesInTheirOrder) {
    const Bytes filling = filling_for(20);
    const Bytes content = sample_bytes(10);
    EXPECT_EQ(verdict(read_bundle(zip_of({{"fiche.pdf", content}, {"fiche.json", content}, {"remplissage", filling}}))),
              "zip.structure");
    EXPECT_EQ(verdict(read_bundle(zip_of({{"remplissage", filling}, {"fiche.json", content}, {"fiche.pdf", content}}))),
              "zip.structure");
}

TEST(Bundle, HasAFillingOfZerosAndOfTheRightSize) {
    const Bytes content = sample_bytes(10);
    const auto with = [&content](const Bytes& filling) {
        return verdict(
            read_bundle(zip_of({{"fiche.json", content}, {"fiche.pdf", content}, {"remplissage", filling}})));
    };
    Bytes filling = filling_for(20);
    EXPECT_EQ(with(filling), "accepted");
    filling.back() = 1;
    EXPECT_EQ(with(filling), "zip.padding") << "something hidden in it";
    filling.back() = 0;
    filling.pop_back();
    EXPECT_EQ(with(filling), "zip.padding");
    filling.resize(filling.size() + 2);
    EXPECT_EQ(with(filling), "zip.padding");
    EXPECT_EQ(with({}), "zip.padding");
    EXPECT_EQ(with(Bytes(filling_for(20).size() + step)), "zip.padding") << "a whole step too many";
}

TEST(Bundle, IsReadByTheStrictReader) {
    Bytes zip = bundle_of(sample_bytes(5), sample_bytes(5));
    zip.push_back(0);
    EXPECT_EQ(verdict(read_bundle(zip)), "zip.structure");
}

TEST(Bundle, IsAtMostThirtyTwoMebibytes) {
    const Bytes largest(max_zip_size - overhead());
    const auto zip = write_bundle({{}, largest});
    ASSERT_TRUE(zip.ok());
    EXPECT_EQ(zip.value().size(), max_zip_size);
    const Bytes too_large(largest.size() + 1);
    const auto refused = write_bundle({{}, too_large});
    EXPECT_EQ(verdict(refused), "zip.too-large");
    EXPECT_EQ(param(refused, "max"), "33554432");
    const Bytes even_larger(max_zip_size + 1);
    EXPECT_EQ(verdict(write_bundle({even_larger, {}})), "zip.too-large");
}

} // namespace
