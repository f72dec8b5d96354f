// The operations of the sealing worker: parts in, parts out, over the core's layers. Nothing here
// knows that it runs in WebAssembly.
#pragma once

#include "bridge/frame.hpp"
#include "bridge/locks_input.hpp"
#include "core/base/date.hpp"
#include "core/definition/pack.hpp"
#include "core/register/archive.hpp"
#include "core/seal/bundle.hpp"
#include "core/seal/inspect.hpp"
#include "core/seal/seal_stream.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pli::bridge {

/// An operation came before what it builds on.
inline Error out_of_turn() { return {"seal.state", {}, {}}; }

/// {"recipient","type","fingerprint"}
Json to_json(Crypto& crypto, const Recipient& recipient);

/// The comments give each operation's parts: those taken -> those added. Locks and keyrings are several
/// parts, see locks_input.hpp. Errors are those of the layers; seal.state when an operation comes out
/// of turn.
class WorkerCore {
  public:
    explicit WorkerCore(Crypto& crypto) : crypto_(&crypto) {}

    Status load_pack(const Request& request,
                     Response& response); ///< bundle -> {"territories":[{"id","version"}],"sha256"}
    Status recipients(const Request& request, Response& response); ///< text -> {"recipients","failures"}
    Status identities(const Request& request, Response& response); ///< text -> {"recipients","failures"}
    Status passphrase(const Request& request, Response& response); ///< words, one a line -> ["…", …]

    /// {"hybrid","signing","created","workFactor","rescue": "" or recipient}, passphrase -> {"recipients",
    /// "verifyingKey": "" or text}, {"key","signature"} (SHA-256 of the files), cle.age, signature.age or nothing; then
    /// cle.secours.age and signature.secours.age, each or nothing. Nothing of the keys stays.
    Status make_keys(const Request& request, Response& response);
    /// nothing, passphrase, key file, signature file or nothing -> {"key","signature"} (SHA-256 of the files given),
    /// the two in clear, for hold_keys of a worker whose memory has not grown for scrypt
    Status unseal_keys(const Request& request, Response& response);
    /// key file and signature file (or nothing) in clear -> {"recipients","verifyingKey"}. From then on the keys are
    /// there for reseal_keys and open_fiche.
    Status hold_keys(const Request& request, Response& response);
    /// {"created","workFactor"}, another passphrase -> as make_keys, of the keys that are held, but for the rescue
    Status reseal_keys(const Request& request, Response& response);

    /// {"documentId","reply": whether it is an answer}, fiche.json, fiche.pdf -> the signature files of both, by the
    /// signing key that is held
    Status sign_fiche(const Request& request, Response& response);

    /// {"territory","today","built","learned": what was kept, or ""}, annuaire.json, its signature or nothing ->
    /// {"territory","sha256","learned": what is to be kept,"fingerprints": {recipient: fingerprint}}, annuaire.json
    Status verify_directory(const Request& request, Response& response);
    /// {"territory"}, annuaire.json -> annuaire.json and its signature file, by the signing key that is held
    Status sign_directory(const Request& request, Response& response);

    /// draft (the "seal" effect of semantics/patch.hpp) -> {"documentId"}, fiche.json, print model
    Status document(const Request& request, Response& response);
    /// locks (options with "armor"), fiche.json, fiche.pdf, their signature files or nothing, of an answer the
    /// request's fiche.json and its signature file or nothing -> {"sha256"}, file, armored file or nothing
    Status seal_fiche(const Request& request, Response& response);
    /// locks (options with "armor"), text -> {"sha256","contentSha256"}, file, armored file or nothing
    Status seal_register(const Request& request, Response& response);
    /// keyring (options with "today"; with "vault": true the unlocked keys), file -> the "opened" message of
    /// semantics/patch.hpp, fiche.json, fiche.pdf; for a register {"register","sha256","locks","recipients"}, its text,
    /// nothing
    Status open_fiche(const Request& request, Response& response);
    /// fiche.json, fiche.pdf, their signature files or nothing -> ["name", …], the files of a 7-Zip archive (filling
    /// included)
    Status seven_zip_files(const Request& request, Response& response);
    /// 7-Zip archive -> {"sha256"}, once it was found whole and encrypted as far as that can be seen from outside
    Status check_seven_zip(const Request& request, Response& response);
    /// {"today","sha256": of the archive,"names": of its files}, their contents -> as open_fiche
    Status open_seven_zip(const Request& request, Response& response);
    /// locks, text -> the sealed draft. Its size tells the text's in steps only.
    Status seal_draft(const Request& request, Response& response);
    /// keyring (with "vault": true the unlocked keys), file -> recipient of the first of its keys or nothing, text
    Status open_draft(const Request& request, Response& response);
    /// archive -> its parts that workbook() wants, in the order it wants them:
    /// [{"deflated","offset","packed","size"}, …]
    Status workbook_parts(const Request& request, Response& response);
    /// {"sheet"}, those parts inflated -> the "text" of the message "workbook" of semantics/patch.hpp
    Status workbook(const Request& request, Response& response);

    /// beginning of a file -> {"locks","recipients","hybrid","workFactor","confirm"}
    Status inspect(const Request& request, Response& response);

    Status digest_begin(const Request& request, Response& response);  ///< ->
    Status digest_push(const Request& request, Response& response);   ///< bytes ->
    Status digest_finish(const Request& request, Response& response); ///< -> {"sha256"}

    Status seal_begin(const Request& request, Response& response);  ///< locks -> bytes
    Status seal_push(const Request& request, Response& response);   ///< bytes -> bytes
    Status seal_finish(const Request& request, Response& response); ///< -> bytes

    Status open_begin(const Request& request, Response& response);  ///< keyring (as for open_fiche) ->
    Status open_push(const Request& request, Response& response);   ///< bytes -> plaintext, from the second pass on
    Status open_finish(const Request& request, Response& response); ///< -> plaintext, {"size"}

  private:
    /// What opened a bundle, and which file it was in.
    struct Provenance {
        Date today;
        const Inspection& inspection;
        const Keyring& keys;
        std::string sha256;
    };

    /// Judges what was opened, whatever it was sealed in, and adds what open_fiche adds.
    Status add_opened(const Bundle& bundle, const Provenance& provenance, Response& response);

    /// The keyring that a request gives, or the vault's when its options say so. Error seal.state without a vault.
    [[nodiscard]] Result<Keyring> keys_of(const OwnedKeyring& given, const Json& options) const;

    Crypto* crypto_;
    std::optional<Pack> pack_;
    std::string pack_sha256_;
    std::vector<ArchivePart> archive_; ///< those that workbook() wants
    std::optional<OwnKeys> vault_;     ///< unlocked
    std::unique_ptr<Sha256Stream> digest_;
    std::optional<SealStream> sealing_;
    std::optional<OwnedKeyring> keyring_; ///< declared before opening_, which looks into it
    std::unique_ptr<OpenStream> opening_;
};

} // namespace pli::bridge
