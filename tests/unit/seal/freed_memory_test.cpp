// No secret stays in memory that the core gave back: whatever is freed during a call is searched for them.
#include "core/seal/key_files.hpp"
#include "core/seal/own_keys.hpp"
#include "unit/seal/workshop.hpp"

#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

/// What is looked for in freed memory; the search itself may not allocate.
struct Watch {
    const std::vector<pli::Bytes>* secrets = nullptr;
    std::size_t found = 0;
    std::size_t searched = 0;
};
Watch watch;

void search(void* memory) {
    if (watch.secrets == nullptr || memory == nullptr) return;
    const auto* bytes = static_cast<const std::uint8_t*>(memory);
    const std::size_t size = malloc_usable_size(memory);
    ++watch.searched;
    for (const pli::Bytes& secret : *watch.secrets)
        if (std::search(bytes, bytes + size, secret.begin(), secret.end()) != bytes + size) ++watch.found;
}

void* allocate(std::size_t size) {
    // Fresh memory is zeroed: what earlier calls left in it is none of this call's doing.
    if (void* memory = std::calloc(1, size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}

} // namespace

[[gnu::noinline]] void* operator new(std::size_t size) { return allocate(size); }
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    search(memory);
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept {
    search(memory);
    std::free(memory);
}

using namespace pli;

namespace {

const std::string secret_text = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const std::string passphrase = "abaisser tortue oisillon wagon";

Bytes part_of(std::string_view text, std::size_t size) { return {text.begin(), text.begin() + size}; }

class FreedMemory : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
    /// Halves too: a piece of a key is a secret.
    std::vector<Bytes> secrets = {Bytes(16, 0x42), part_of(secret_text.substr(20), 24), part_of(passphrase, 14)};

    /// Runs the call and says how many secrets lay in what it freed.
    std::size_t found_after(const auto& call) {
        crypto.wiped.reserve(4096); // the watch itself must not free what it remembers
        watch = {.secrets = &secrets};
        call();
        watch.secrets = nullptr;
        EXPECT_GT(watch.searched, 0U) << "nothing was freed: nothing was seen";
        return watch.found;
    }
};

TEST_F(FreedMemory, IsSearched) {
    EXPECT_EQ(found_after([this] { const Bytes forgotten(secrets[0]); }), 1U);
    EXPECT_EQ(found_after([] { const std::string forgotten(secret_text); }), 1U);
}

TEST_F(FreedMemory, HoldsNoSecretKeyAfterItWasRead) {
    EXPECT_EQ(found_after([this] { EXPECT_TRUE(parse_identity(crypto, secret_text).ok()); }), 0U);
    EXPECT_EQ(found_after([this] { EXPECT_EQ(parse_identities(crypto, secret_text).identities.size(), 1U); }), 0U);
    EXPECT_EQ(found_after([] { EXPECT_FALSE(parse_recipient(secret_text).ok()); }), 0U);
}

TEST_F(FreedMemory, HoldsNoSecretKeyAfterItWasRefused) {
    std::string typed_wrong = secret_text;
    typed_wrong.back() = typed_wrong.back() == 'X' ? 'Y' : 'X';
    EXPECT_EQ(found_after([&] { EXPECT_FALSE(parse_identity(crypto, typed_wrong).ok()); }), 0U);
    EXPECT_EQ(found_after([&] { EXPECT_FALSE(parse_identities(crypto, typed_wrong).failures.empty()); }), 0U);
}

TEST_F(FreedMemory, HoldsNoSecretKeyAfterItsFileWasWritten) {
    EXPECT_EQ(found_after([this] {
                  std::vector<Identity> identities;
                  identities.push_back({KeyKind::X25519, SecretKey(crypto, test::key_full_of(0x42))});
                  EXPECT_TRUE(identity_file(crypto, identities, "2026-11-25").ok());
              }),
              0U);
}

TEST_F(FreedMemory, HoldsNoKeyAfterSealingAndOpening) {
    const test::KeyPair pair(crypto, 0x42);
    Bytes sealed;
    EXPECT_EQ(found_after([&] { sealed = seal(crypto, pair.locks(), Bytes(100)).value(); }), 0U);
    EXPECT_EQ(found_after([&] { EXPECT_TRUE(open(crypto, pair.keyring(), sealed).ok()); }), 0U);
}

TEST_F(FreedMemory, HoldsNoPassphraseAfterSealingAndOpening) {
    Bytes sealed;
    const Locks locks{.recipients = {}, .passphrase = bytes_of(passphrase), .work_factor = 4};
    EXPECT_EQ(found_after([&] { sealed = seal(crypto, locks, Bytes(100)).value(); }), 0U);
    const Keyring keyring{.identities = {}, .passphrase = bytes_of(passphrase)};
    EXPECT_EQ(found_after([&] { EXPECT_TRUE(open(crypto, keyring, sealed).ok()); }), 0U);
    const Keyring wrong{.identities = {}, .passphrase = bytes_of(std::string_view(passphrase).substr(1))};
    EXPECT_EQ(found_after([&] { EXPECT_FALSE(open(crypto, wrong, sealed).ok()); }), 0U);
}

TEST_F(FreedMemory, HoldsNoDerivedKeyAfterSealing) {
    const test::KeyPair pair(crypto, 0x42);
    // What a first sealing wiped are its secrets; chance is seeded, so a second one has others: its own are looked for.
    std::vector<Bytes> wiped;
    const auto wiped_by = [&](test::WatchedCrypto& host) {
        EXPECT_TRUE(seal(host, pair.locks(), Bytes(100)).ok());
        for (const Bytes& memory : host.wiped)
            if (memory.size() >= 16 && memory != Bytes(memory.size())) wiped.push_back(memory);
    };
    test::WatchedCrypto rehearsal;
    wiped_by(rehearsal);
    ASSERT_FALSE(wiped.empty());
    test::WatchedCrypto performance; // the same seed: the same secrets
    performance.wiped.reserve(4096);
    watch = {.secrets = &wiped};
    EXPECT_TRUE(seal(performance, pair.locks(), Bytes(100)).ok());
    watch.secrets = nullptr;
    EXPECT_GT(watch.searched, 0U);
    EXPECT_EQ(watch.found, 0U);
}

TEST_F(FreedMemory, HoldsNothingOfOnesOwnKeysAfterTheirFilesWereSealedAndOpened) {
    OwnKeys keys;
    keys.identities.push_back({KeyKind::X25519, SecretKey(crypto, test::key_full_of(0x42))});
    keys.signing.emplace(new_signing_key(crypto));
    const auto& signing = keys.signing->secret.bytes;
    secrets.emplace_back(signing.begin(), signing.begin() + 16);
    KeyFiles files;
    EXPECT_EQ(found_after([&] { files = seal_own_keys(crypto, keys, bytes_of(passphrase), "2026-11-25", 4).value(); }),
              0U);
    const Keyring keyring{.identities = {}, .passphrase = bytes_of(passphrase)};
    EXPECT_EQ(found_after([&] { EXPECT_TRUE(open_own_keys(crypto, files.identities, files.signing, keyring).ok()); }),
              0U);
}

TEST_F(FreedMemory, HoldsNoSigningKey) {
    const SigningKey key = new_signing_key(crypto);
    secrets = {Bytes(key.secret.bytes.begin(), key.secret.bytes.begin() + 16)};
    std::string file(text_of(signing_key_file(crypto, key).bytes));
    EXPECT_EQ(found_after([&] { (void)signing_key_file(crypto, key); }), 0U);
    EXPECT_EQ(found_after([&] { EXPECT_TRUE(parse_signing_key(crypto, file).ok()); }), 0U);
    EXPECT_EQ(found_after([&] { EXPECT_TRUE(sign(crypto, key, bytes_of("x"), "y").ok()); }), 0U);
    file[80] = '*'; // the second half is damaged
    EXPECT_EQ(found_after([&] { EXPECT_FALSE(parse_signing_key(crypto, file).ok()); }), 0U);
}

} // namespace
