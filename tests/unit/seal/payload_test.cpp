#include "core/seal/payload.hpp"

#include "unit/seal/workshop.hpp"

using namespace pli;
using test::sample_bytes;

namespace {

class Payload : public testing::Test {
  protected:
    SodiumCrypto crypto;

    SecretKey key(std::uint8_t byte = 3) { return {crypto, test::key_full_of(byte)}; }

    Bytes sealed(ByteView plaintext) {
        PayloadWriter writer(crypto, key());
        Bytes out;
        writer.push(plaintext, out);
        writer.finish(out);
        return out;
    }

    /// Releases what it can, and says how that ended: "complete", or code and place.
    std::string reading(ByteView bytes, Bytes& released, std::size_t piece = 1000) {
        PayloadReader reader(crypto, key());
        Status status = done();
        while (status.ok() && !bytes.empty()) {
            status = reader.push(bytes.first(std::min(piece, bytes.size())), released);
            bytes = bytes.subspan(std::min(piece, bytes.size()));
        }
        if (status.ok()) status = reader.finish(released);
        return status.ok() ? "complete" : (status.error().code + " " + status.error().place);
    }
    std::string reading(ByteView bytes) {
        Bytes released;
        return reading(bytes, released, chunk_size);
    }
};

ByteView first(const Bytes& bytes, std::size_t size) { return ByteView(bytes).first(size); }

/// The chunks of a sealed payload.
std::vector<Bytes> chunks_of(ByteView sealed) {
    std::vector<Bytes> chunks;
    while (!sealed.empty()) {
        const std::size_t size = std::min(sealed.size(), chunk_size + chunk_tag_size);
        chunks.emplace_back(sealed.begin(), sealed.begin() + static_cast<std::ptrdiff_t>(size));
        sealed = sealed.subspan(size);
    }
    return chunks;
}

Bytes joined(const std::vector<Bytes>& chunks) {
    Bytes all;
    for (const Bytes& chunk : chunks) all.insert(all.end(), chunk.begin(), chunk.end());
    return all;
}

TEST_F(Payload, ComesBackAtEveryEdgeOfAChunk) {
    for (const std::size_t size : {0U, 1U, 65535U, 65536U, 65537U, 131071U, 131072U, 131073U}) {
        const Bytes plaintext = sample_bytes(size);
        const Bytes bytes = sealed(plaintext);
        const std::size_t chunks = size == 0 ? 1 : (size + chunk_size - 1) / chunk_size;
        EXPECT_EQ(bytes.size(), size + chunks * chunk_tag_size) << size;
        for (const std::size_t piece : {999U, 65536U, 65552U, 400000U}) {
            Bytes released;
            EXPECT_EQ(reading(bytes, released, piece), "complete") << size;
            EXPECT_EQ(released, plaintext) << size;
        }
    }
}

TEST_F(Payload, IsTheSameHoweverItWasPushed) {
    const Bytes plaintext = sample_bytes(140000);
    const Bytes whole = sealed(plaintext);
    for (const std::size_t piece : {7U, 65535U, 65536U, 65537U}) {
        PayloadWriter writer(crypto, key());
        Bytes out;
        for (std::size_t start = 0; start < plaintext.size(); start += piece)
            writer.push(ByteView(plaintext).subspan(start, std::min(piece, plaintext.size() - start)), out);
        writer.finish(out);
        EXPECT_EQ(out, whole) << piece;
    }
}

TEST_F(Payload, CutAtAnEdgeOfAChunkIsTruncated) {
    const Bytes bytes = sealed(sample_bytes(3 * chunk_size));
    for (std::size_t chunks = 0; chunks < 3; ++chunks) {
        Bytes released;
        EXPECT_EQ(reading(first(bytes, chunks * (chunk_size + chunk_tag_size)), released), "seal.truncated ") << chunks;
        EXPECT_LE(released.size(), chunks * chunk_size);
    }
}

TEST_F(Payload, CutAnywhereElseIsRefused) {
    const Bytes bytes = sealed(sample_bytes(chunk_size + 100));
    const std::size_t edge = chunk_size + chunk_tag_size;
    for (const std::size_t size : {std::size_t{1}, std::size_t{15}, edge + 1, edge + 15})
        EXPECT_EQ(reading(first(bytes, size)), "seal.truncated ") << "not even a tag: " << size;
    for (const std::size_t size : {std::size_t{16}, std::size_t{17}, edge - 1})
        EXPECT_EQ(reading(first(bytes, size)), "seal.payload chunk 1") << size;
    for (const std::size_t size : {edge + 16, edge + 17, bytes.size() - 1})
        EXPECT_EQ(reading(first(bytes, size)), "seal.payload chunk 2") << size;
}

TEST_F(Payload, HasNothingBehindItsLastChunk) {
    Bytes longer = sealed(sample_bytes(100));
    longer.push_back(0);
    EXPECT_EQ(reading(longer), "seal.payload chunk 1") << "a longer last chunk, as it seems";
    longer = sealed(sample_bytes(chunk_size));
    longer.push_back(0);
    EXPECT_EQ(reading(longer), "seal.trailing-data ") << "behind a full last chunk";
    longer = sealed(sample_bytes(2 * chunk_size));
    longer.resize(longer.size() + chunk_size + chunk_tag_size);
    EXPECT_EQ(reading(longer), "seal.trailing-data ");
}

TEST_F(Payload, AnEmptyLastChunkIsForAnEmptyPayloadOnly) {
    EXPECT_EQ(reading(sealed({})), "complete");
    // A writer that closes every payload with an empty chunk: full chunk 0 not last, empty chunk 1 last.
    ChunkNonce nonce;
    Bytes bytes(chunk_size + 2 * chunk_tag_size);
    const Bytes plaintext = sample_bytes(chunk_size);
    crypto.aead_seal(test::key_full_of(3), nonce.value(false), plaintext,
                     std::span(bytes).first(chunk_size + chunk_tag_size));
    nonce.next();
    crypto.aead_seal(test::key_full_of(3), nonce.value(true), {}, std::span(bytes).last(chunk_tag_size));
    EXPECT_EQ(reading(bytes), "seal.payload chunk 2");
}

TEST_F(Payload, ChunksKeepTheirOrderAndNumber) {
    const std::vector<Bytes> chunks = chunks_of(sealed(sample_bytes(3 * chunk_size + 5)));
    ASSERT_EQ(chunks.size(), 4U);
    EXPECT_EQ(reading(joined(chunks)), "complete");
    EXPECT_EQ(reading(joined({chunks[1], chunks[0], chunks[2], chunks[3]})), "seal.payload chunk 1") << "swapped";
    EXPECT_EQ(reading(joined({chunks[0], chunks[2], chunks[3]})), "seal.payload chunk 2") << "left out";
    EXPECT_EQ(reading(joined({chunks[0], chunks[0], chunks[1], chunks[2], chunks[3]})), "seal.payload chunk 2")
        << "repeated";
    EXPECT_EQ(reading(joined({chunks[0], chunks[3]})), "seal.payload chunk 2") << "an end too early";
}

TEST_F(Payload, ReleasesOnlyTheChunksBeforeAnAlteredOne) {
    const Bytes plaintext = sample_bytes(2 * chunk_size + 5);
    Bytes bytes = sealed(plaintext);
    bytes[chunk_size + chunk_tag_size + 10] ^= 1;
    Bytes released;
    EXPECT_EQ(reading(bytes, released), "seal.payload chunk 2");
    EXPECT_EQ(released, Bytes(plaintext.begin(), plaintext.begin() + chunk_size));
}

TEST_F(Payload, AnyBitChangedIsRefusedAndNothingReleased) {
    const Bytes bytes = sealed(sample_bytes(60));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        Bytes changed = bytes;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        Bytes released;
        EXPECT_EQ(reading(changed, released), "seal.payload chunk 1") << bit;
        EXPECT_TRUE(released.empty());
    }
}

TEST_F(Payload, OpensWithItsOwnKeyOnly) {
    const Bytes bytes = sealed(sample_bytes(10));
    PayloadReader reader(crypto, key(4));
    Bytes released;
    EXPECT_TRUE(reader.push(bytes, released).ok()) << "it may still be the last chunk";
    EXPECT_EQ(test::verdict(reader.finish(released)), "seal.payload");
    EXPECT_TRUE(released.empty());
}

TEST_F(Payload, TheKeyDependsOnFileKeyAndNonce) {
    const FileKey one(crypto, {1});
    const FileKey other(crypto, {2});
    const Bytes nonce = sample_bytes(payload_nonce_size, 1);
    EXPECT_EQ(payload_key(crypto, one, nonce).bytes, payload_key(crypto, one, nonce).bytes);
    EXPECT_NE(payload_key(crypto, one, nonce).bytes, payload_key(crypto, other, nonce).bytes);
    EXPECT_NE(payload_key(crypto, one, nonce).bytes,
              payload_key(crypto, one, sample_bytes(payload_nonce_size, 2)).bytes);
}

TEST(ChunkNonce, CountsBigEndianBeforeTheMarkOfTheLastChunk) {
    ChunkNonce nonce;
    EXPECT_EQ(nonce.value(false), Nonce12{});
    EXPECT_EQ(nonce.value(true), (Nonce12{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    EXPECT_EQ(nonce.value(false), Nonce12{}) << "the mark does not stay";
    for (int i = 0; i < 255; ++i) nonce.next();
    EXPECT_EQ(nonce.value(false), (Nonce12{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0}));
    nonce.next();
    EXPECT_EQ(nonce.value(false), (Nonce12{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0})) << "carried";
    EXPECT_EQ(nonce.index(), 256U);
    while (nonce.index() < 65536) nonce.next();
    EXPECT_EQ(nonce.value(true), (Nonce12{0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1}));
}

TEST_F(Payload, GoesPastTwoHundredAndFiftySixChunks) {
    const Bytes plaintext = sample_bytes(257 * chunk_size + 1);
    const Bytes bytes = sealed(plaintext);
    Bytes released;
    EXPECT_EQ(reading(bytes, released, chunk_size), "complete");
    EXPECT_TRUE(released == plaintext);
    std::vector<Bytes> chunks = chunks_of(bytes);
    std::swap(chunks[0], chunks[256]);
    EXPECT_EQ(reading(joined(chunks)), "seal.payload chunk 1") << "chunk 257 is not chunk 1 again";
}

TEST(PayloadWriter, WipesItsKeyAndAllTheMemoryItKept) {
    test::WatchedCrypto crypto;
    {
        PayloadWriter writer(crypto, SecretKey(crypto, test::key_full_of(3)));
        Bytes out;
        writer.push(sample_bytes(chunk_size), out);
        writer.push(Bytes{0}, out);
        writer.finish(out);
        crypto.wiped.clear();
    }
    EXPECT_TRUE(crypto.has_wiped(Bytes(chunk_size))) << "a whole chunk, though the last one held a byte";
    EXPECT_TRUE(crypto.has_wiped(test::key_full_of(3)));
}

} // namespace
