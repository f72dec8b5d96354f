// Whole files: sealed, opened in two passes, cut and altered.
#include "core/seal/open_stream.hpp"

#include "unit/seal/workshop.hpp"

using namespace pli;
using test::sample_bytes;
using test::verdict;

namespace {

class OpenedFile : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
    const test::KeyPair pair{crypto, 0x11};
    const test::KeyPair other{crypto, 0x22};

    Bytes sealed(ByteView plaintext) { return seal(crypto, pair.locks(), plaintext).value(); }

    static Bytes armored(ByteView bytes) {
        ArmorWriter writer;
        std::string text;
        writer.push(bytes, text);
        writer.finish(text);
        return {text.begin(), text.end()};
    }

    /// One pass in pieces of a size; what it released is in `out`.
    static Status pass(OpenStream& stream, ByteView file, Bytes& out, std::size_t piece) {
        for (std::size_t start = 0; start < file.size(); start += piece) {
            const Status status = stream.push(file.subspan(start, std::min(piece, file.size() - start)), out);
            if (!status.ok()) return status;
        }
        return stream.finish(out);
    }

    /// The code with which a file is refused; both passes must then have released nothing.
    std::string refusal(ByteView file) {
        OpenStream stream(crypto, pair.keyring());
        Bytes released;
        const Status status = pass(stream, file, released, file.size() + 1);
        EXPECT_TRUE(released.empty());
        EXPECT_EQ(status.ok(), stream.authenticated());
        return verdict(status);
    }
};

Bytes changed_at(Bytes bytes, std::size_t position) {
    bytes[position] ^= 1;
    return bytes;
}

ByteView without_last(const Bytes& bytes, std::size_t count) { return ByteView(bytes).first(bytes.size() - count); }

TEST_F(OpenedFile, HasThePlaintextOfEachSize) {
    for (const std::size_t size : {0U, 1U, 65535U, 65536U, 65537U, 131072U}) {
        const auto opened = pli::open(crypto, pair.keyring(), sealed(sample_bytes(size)));
        ASSERT_TRUE(opened.ok()) << size;
        EXPECT_EQ(opened.value(), sample_bytes(size));
    }
}

TEST_F(OpenedFile, IsReadInPiecesOfAnySizeBinaryOrArmored) {
    const Bytes plaintext = sample_bytes(300);
    const Bytes binary = sealed(plaintext);
    for (const Bytes& file : {binary, armored(binary)}) {
        for (const std::size_t piece : {1U, 2U, 7U, 64U, 65U, 1000U}) {
            OpenStream stream(crypto, pair.keyring());
            Bytes out;
            EXPECT_EQ(verdict(pass(stream, file, out, piece)), "accepted");
            EXPECT_TRUE(stream.authenticated());
            EXPECT_EQ(stream.plaintext_size(), plaintext.size());
            EXPECT_TRUE(out.empty()) << "the first pass releases nothing";
            EXPECT_EQ(verdict(pass(stream, file, out, piece)), "accepted");
            EXPECT_EQ(out, plaintext);
        }
    }
}

TEST_F(OpenedFile, ReleasesNothingWhenOnlyItsEndIsWrong) {
    const Bytes file = sealed(sample_bytes(3 * chunk_size));
    EXPECT_EQ(refusal(changed_at(file, file.size() - 1)), "seal.payload");
    EXPECT_EQ(refusal(without_last(file, 1)), "seal.payload");
    EXPECT_EQ(refusal(without_last(file, chunk_size + chunk_tag_size)), "seal.truncated");
    EXPECT_EQ(refusal(without_last(file, 2 * (chunk_size + chunk_tag_size))), "seal.truncated");
    EXPECT_EQ(refusal(without_last(file, 3 * (chunk_size + chunk_tag_size))), "seal.truncated");
    Bytes longer = file;
    longer.push_back(0);
    EXPECT_EQ(refusal(longer), "seal.trailing-data");
}

TEST_F(OpenedFile, CutAnywhereIsRefused) {
    const Bytes file = sealed(sample_bytes(40));
    for (std::size_t size = 0; size < file.size(); ++size)
        EXPECT_NE(refusal(without_last(file, file.size() - size)), "accepted");
    EXPECT_EQ(refusal({}), "seal.not-age");
    EXPECT_EQ(refusal(ByteView(file).first(30)), "seal.truncated");
}

TEST_F(OpenedFile, AnyBitChangedIsRefusedAndNothingReleased) {
    const Bytes file = sealed(sample_bytes(40));
    for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
        Bytes changed = file;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        ASSERT_NE(refusal(changed), "accepted") << "bit " << bit;
    }
}

TEST_F(OpenedFile, AnyBitOfArmoredTextChangedIsRefused) {
    const Bytes file = armored(sealed(sample_bytes(10)));
    for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
        Bytes changed = file;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        ASSERT_NE(refusal(changed), "accepted") << "bit " << bit;
    }
}

TEST_F(OpenedFile, BytesReplacedAddedOrLostByChanceAreRefused) {
    std::mt19937 random(20261122);
    const Bytes file = sealed(sample_bytes(chunk_size + 500));
    for (int round = 0; round < 300; ++round) {
        Bytes changed = file;
        const std::size_t index = round % 2 == 0 ? random() % file.size() : random() % 300;
        const auto position = changed.begin() + static_cast<std::ptrdiff_t>(index);
        switch (random() % 3) {
        case 0:
            *position = static_cast<std::uint8_t>(*position + 1 + random() % 255);
            break;
        case 1:
            changed.insert(position, static_cast<std::uint8_t>(random() % 256));
            break;
        default:
            changed.erase(position);
        }
        if (changed != file) {
            ASSERT_NE(refusal(changed), "accepted") << "round " << round;
        }
    }
}

TEST_F(OpenedFile, IsNotAnyOtherKindOfFile) {
    for (const std::string_view text : {"%PDF-1.7\n", "PK\x03\x04", "7z\xBC\xAF", "bonjour",
                                        "\xEF\xBB\xBF"
                                        "age-"})
        EXPECT_EQ(refusal(bytes_of(text)), "seal.not-age") << text;
    EXPECT_EQ(refusal(bytes_of("  \n\n")), "seal.not-age");
    EXPECT_EQ(refusal(bytes_of("-----BEGIN PGP MESSAGE-----\n")), "seal.not-age");
    EXPECT_EQ(refusal(bytes_of("-----BEGIN AGE ENCRYPTED FILE-----\nAAA*\n")), "seal.armor");
}

TEST_F(OpenedFile, OpensForItsRecipientsOnly) {
    const Bytes file = sealed(sample_bytes(5));
    const auto refused = pli::open(crypto, other.keyring(), file);
    EXPECT_EQ(verdict(refused), "seal.no-match");
    EXPECT_EQ(test::param(refused, "stanzas"), "1");
    EXPECT_EQ(verdict(pli::open(crypto, {}, file)), "seal.needs-key");
}

TEST_F(OpenedFile, TheKeyIsJudgedBeforeAMissingEnd) {
    const Bytes file = sealed({});
    const ByteView header_only = without_last(file, chunk_tag_size + payload_nonce_size);
    EXPECT_EQ(verdict(pli::open(crypto, other.keyring(), header_only)), "seal.no-match");
    EXPECT_EQ(verdict(pli::open(crypto, pair.keyring(), header_only)), "seal.truncated");
}

TEST_F(OpenedFile, AFailureStays) {
    const Bytes file = sealed(sample_bytes(5));
    OpenStream stream(crypto, pair.keyring());
    Bytes out;
    const Status first = pass(stream, changed_at(file, 0), out, 10);
    ASSERT_FALSE(first.ok());
    EXPECT_EQ(stream.push(file, out).error(), first.error());
    EXPECT_EQ(stream.finish(out).error(), first.error());
    EXPECT_TRUE(out.empty());
}

TEST_F(OpenedFile, WhatFollowsAFailureDoesNotMendIt) {
    const Bytes file = sealed(sample_bytes(5));
    const std::size_t version_line = std::string_view("age-encryption.org/v1\n").size();
    OpenStream stream(crypto, pair.keyring());
    Bytes out;
    EXPECT_TRUE(stream.push(ByteView(file).first(version_line), out).ok());
    EXPECT_EQ(verdict(stream.push(bytes_of("no stanza\n"), out)), "seal.header");
    EXPECT_EQ(verdict(stream.push(ByteView(file).subspan(version_line), out)), "seal.header");
    EXPECT_EQ(verdict(stream.finish(out)), "seal.header");
}

TEST_F(OpenedFile, TheSecondPassReadsTheSameFile) {
    const Bytes file = sealed(sample_bytes(5));
    const Bytes another = sealed(sample_bytes(5));
    Bytes out;
    for (const auto& [second, code] : {std::pair{file, "accepted"}, std::pair{another, "seal.changed"},
                                       std::pair{changed_at(file, file.size() - 1), "seal.payload"},
                                       std::pair{Bytes(file.begin(), file.end() - 21), "seal.truncated"}}) {
        OpenStream stream(crypto, pair.keyring());
        ASSERT_TRUE(pass(stream, file, out, 1000).ok());
        out.clear();
        EXPECT_EQ(verdict(pass(stream, second, out, 1000)), code);
        EXPECT_EQ(out.empty(), code != std::string("accepted"));
    }
}

TEST_F(OpenedFile, LeavesNoPlaintextOfTheFirstPassBehind) {
    const Bytes plaintext = sample_bytes(chunk_size + 100);
    const Bytes file = sealed(plaintext);
    for (const std::size_t piece : {std::size_t{5000}, file.size()}) {
        crypto.wiped.clear();
        {
            OpenStream stream(crypto, pair.keyring());
            Bytes out;
            ASSERT_TRUE(pass(stream, file, out, piece).ok());
        }
        EXPECT_TRUE(crypto.has_wiped(ByteView(plaintext).first(chunk_size))) << "the first chunk";
        EXPECT_TRUE(crypto.has_wiped(ByteView(plaintext).subspan(chunk_size))) << "the last one";
    }
}

TEST_F(OpenedFile, LeavesNoPlaintextOfATruncatedFileBehind) {
    const Bytes plaintext = sample_bytes(2 * chunk_size);
    const Bytes file = sealed(plaintext);
    crypto.wiped.clear();
    EXPECT_EQ(refusal(without_last(file, 1)), "seal.payload");
    EXPECT_TRUE(crypto.has_wiped(ByteView(plaintext).first(chunk_size)));
    crypto.wiped.clear();
    EXPECT_EQ(refusal(without_last(file, chunk_size + chunk_tag_size)), "seal.truncated");
    EXPECT_TRUE(crypto.has_wiped(ByteView(plaintext).first(chunk_size)));
}

TEST_F(OpenedFile, NoTwoFilesAreAlike) { EXPECT_NE(sealed(sample_bytes(5)), sealed(sample_bytes(5))); }

} // namespace
