// Runs the C2SP CCTV vectors against the core: failure class, and hash of whatever a reader that
// releases chunk by chunk would have given out. Usage: age_vectors FOLDER EXPECTED-COUNT
#include "core/base/encoding.hpp"
#include "core/seal/armor.hpp"
#include "core/seal/key_files.hpp"
#include "core/seal/locks.hpp"
#include "core/seal/open_stream.hpp"
#include "core/seal/payload.hpp"
#include "native/files.hpp"
#include "native/sodium_crypto.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace pli;

struct Vector {
    std::string expect;
    std::string payload_sha256;
    std::vector<std::string> identities;
    std::vector<std::string> passphrases;
    bool armored = false;
    std::string file;
};

Vector read_vector(const std::string& content) {
    Vector vector;
    const std::size_t end = content.find("\n\n");
    vector.file = content.substr(end + 2);
    for (std::size_t start = 0; start < end;) {
        const std::size_t line_end = content.find('\n', start);
        const std::string line = content.substr(start, line_end - start);
        const std::string key = line.substr(0, line.find(": "));
        const std::string value = line.substr(key.size() + 2);
        if (key == "expect") vector.expect = value;
        if (key == "payload") vector.payload_sha256 = value;
        if (key == "identity") vector.identities.push_back(value);
        if (key == "passphrase") vector.passphrases.push_back(value);
        if (key == "armored") vector.armored = value == "yes";
        start = line_end + 1;
    }
    return vector;
}

struct Outcome {
    std::string failure; ///< code, empty when all went well
    std::string place;
    Bytes released;
};

Outcome failed(const Error& error, Bytes released = {}) { return {error.code, error.place, std::move(released)}; }

/// One layer after the other, as a reader that releases chunk by chunk would run them.
Outcome open_in_layers(Crypto& crypto, const Vector& vector, const Keyring& keyring) {
    Bytes binary;
    if (vector.armored) {
        ArmorReader armor;
        Status status = armor.push(bytes_of(vector.file), binary);
        if (status.ok()) status = armor.finish(binary);
        if (!status.ok()) return failed(status.error());
    } else {
        binary.assign(vector.file.begin(), vector.file.end());
    }
    HeaderReader header;
    const Result<std::size_t> taken = header.push(binary);
    if (!taken.ok()) return failed(taken.error());
    if (!header.complete()) return failed(header.cut_short());
    const Result<FileKey> file_key = unlock(crypto, header.header(), keyring);
    if (!file_key.ok()) return failed(file_key.error());
    const ByteView rest = ByteView(binary).subspan(taken.value());
    if (rest.size() < payload_nonce_size) return {"seal.truncated", "header", {}};
    PayloadReader payload(crypto, payload_key(crypto, file_key.value(), rest.first(payload_nonce_size)));
    Bytes released;
    Status status = payload.push(rest.subspan(payload_nonce_size), released);
    if (status.ok()) status = payload.finish(released);
    if (!status.ok()) return failed(status.error(), std::move(released));
    return {{}, {}, std::move(released)};
}

/// The suite's name for one of our failures.
std::string class_of(const Outcome& outcome) {
    const std::string& code = outcome.failure;
    if (code.empty()) return "success";
    if (code == "seal.armor") return "armor failure";
    if (code == "seal.hmac") return "HMAC failure";
    if (code == "seal.no-match" || code == "seal.wrong-passphrase" || code.starts_with("seal.needs-"))
        return "no match";
    if (code == "seal.payload" || code == "seal.trailing-data") return "payload failure";
    if (code == "seal.truncated" && outcome.place != "header") return "payload failure";
    return "header failure";
}

/// What the whole reader says must agree with the layers: same verdict, and nothing before it.
bool whole_reader_agrees(Crypto& crypto, const Vector& vector, const Keyring& keyring, const Outcome& outcome) {
    const Result<Bytes> opened = pli::open(crypto, keyring, bytes_of(vector.file));
    if (opened.ok()) return outcome.failure.empty() && opened.value() == outcome.released;
    const bool not_even_armor = outcome.failure == "seal.armor" && opened.error().code == "seal.not-age";
    return opened.error().code == outcome.failure || not_even_armor;
}

enum class Verdict { Passed, Failed, NeedsHybrid };

Verdict run(Crypto& crypto, const std::string& path, const Vector& vector) {
    std::string identities;
    for (const std::string& identity : vector.identities) identities += identity + "\n";
    const IdentityList list = parse_identities(crypto, identities);
    // Several passphrases are tried in turn, as several attempts of a user.
    std::vector<std::string> attempts = vector.passphrases;
    if (attempts.empty()) attempts.emplace_back();
    Keyring keyring{list.identities, {}, default_work_factor};
    Outcome outcome;
    for (const std::string& passphrase : attempts) {
        keyring.passphrase = bytes_of(passphrase);
        outcome = open_in_layers(crypto, vector, keyring);
        if (outcome.failure != "seal.wrong-passphrase") break;
    }
    if (outcome.failure == "seal.hybrid-unsupported") return Verdict::NeedsHybrid;
    const std::string digest = hex_encode(crypto.sha256(outcome.released));
    const bool same_payload = vector.payload_sha256.empty() || digest == vector.payload_sha256;
    if (class_of(outcome) == vector.expect && same_payload && whole_reader_agrees(crypto, vector, keyring, outcome))
        return Verdict::Passed;
    std::printf("%s: expected %s, got %s (%s %s), payload %s\n", path.c_str(), vector.expect.c_str(),
                class_of(outcome).c_str(), outcome.failure.c_str(), outcome.place.c_str(), digest.c_str());
    return Verdict::Failed;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    SodiumCrypto crypto;
    int passed = 0;
    int failures = 0;
    int hybrid = 0;
    for (const std::string& path : files_in(argv[1])) {
        const Result<std::string> content = read_file(path);
        if (!content.ok()) return 2;
        switch (run(crypto, path, read_vector(content.value()))) {
        case Verdict::Passed:
            ++passed;
            break;
        case Verdict::Failed:
            ++failures;
            break;
        case Verdict::NeedsHybrid:
            ++hybrid;
            break;
        }
    }
    std::printf("%d passed, %d failed, %d need X-Wing, which this libsodium %s\n", passed, failures, hybrid,
                crypto.has_xwing() ? "has" : "lacks");
    const bool complete = passed + hybrid == std::atoi(argv[2]);
    return failures == 0 && complete && (hybrid == 0) == crypto.has_xwing() ? 0 : 1;
}
