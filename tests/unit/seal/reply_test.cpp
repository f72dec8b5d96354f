// An answer in its sealed file: its own files, those of its request, and what vouches for each.
#include "core/seal/origin.hpp"

#include "unit/seal/workshop.hpp"

namespace pli {
namespace {

using test::param;
using test::sample_bytes;
using test::verdict;
using test::WatchedCrypto;

class ReplyBundle : public testing::Test {
  protected:
    WatchedCrypto crypto;
    SigningKey asker = new_signing_key(crypto), answerer = new_signing_key(crypto);
    std::string asker_text = verifying_key_text(asker.verifying());
    std::string answerer_text = verifying_key_text(answerer.verifying());
    std::string request_id = std::string(32, 'a'), id = std::string(32, 'd');
    Bytes request = sample_bytes(900, 1), json = sample_bytes(400, 2), pdf = sample_bytes(3000, 3);

    FicheSignatures of_request = sign_fiche(crypto, asker, request, pdf, request_id).value();
    FicheSignatures of_reply = sign_fiche(crypto, answerer, json, pdf, id, Signed::Reply).value();
    Bundle bundle{json, pdf, bytes_of(of_reply.json), bytes_of(of_reply.pdf), request, bytes_of(of_request.json)};

    std::string origin() {
        const Status status = check_origin(crypto, bundle, {answerer_text, id});
        return status ? "accepted" : status.error().code + " " + status.error().place;
    }
    std::string request_origin(const std::string& key, const std::string& of) {
        const Status status = check_request_origin(crypto, bundle, {key, of});
        if (status) return "accepted";
        const auto code = status.error().params.find("code");
        return status.error().code + (code != status.error().params.end() ? " " + code->second : "");
    }
    std::string request_origin() { return request_origin(asker_text, request_id); }
};

TEST_F(ReplyBundle, ComesBackAsWritten) {
    const Bytes zip = write_bundle(bundle).value();
    const auto read = read_bundle(zip);
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read.value().is_reply());
    EXPECT_EQ(text_of(read.value().json), text_of(bundle.json));
    EXPECT_EQ(text_of(read.value().pdf), text_of(bundle.pdf));
    EXPECT_EQ(text_of(read.value().json_signature), text_of(bundle.json_signature));
    EXPECT_EQ(text_of(read.value().request_json), text_of(bundle.request_json));
    EXPECT_EQ(text_of(read.value().request_signature), text_of(bundle.request_signature));
}

TEST_F(ReplyBundle, HasOneSizeWhateverTheAnswer) {
    const Bytes consent = sample_bytes(60000, 4), refusal = sample_bytes(70000, 4);
    const auto size = [&](const Bytes& of_pdf, bool with_signature) {
        Bundle other = bundle;
        other.pdf = of_pdf;
        if (!with_signature) other.json_signature = other.pdf_signature = {};
        return write_bundle(other).value().size();
    };
    EXPECT_EQ(size(consent, true), reply_step);
    EXPECT_EQ(size(refusal, true), reply_step) << "the two lie on both sides of a step of 64 KiB";
    EXPECT_EQ(size(consent, false), reply_step);
}

TEST_F(ReplyBundle, HoldsExactlyItsFiles) {
    const auto zip = [&](const std::vector<std::string_view>& names) {
        std::vector<ZipEntry> entries;
        std::size_t size = zip_end_size + zip_entry_overhead("remplissage");
        for (const std::string_view name : names) {
            entries.push_back({name, json});
            size += json.size() + zip_entry_overhead(name);
        }
        const Bytes filling(reply_step - size % reply_step);
        const auto place = std::find_if(entries.begin(), entries.end(),
                                        [](const ZipEntry& entry) { return entry.name > "remplissage"; });
        entries.insert(place, {"remplissage", filling});
        return verdict(read_bundle(write_zip(entries)));
    };
    EXPECT_EQ(zip({"fiche.json", "reponse.json", "reponse.pdf"}), "accepted");
    EXPECT_EQ(zip({"fiche.json", "fiche.json.minisig", "reponse.json", "reponse.pdf"}), "accepted");
    EXPECT_EQ(zip({"fiche.json", "reponse.json", "reponse.json.minisig", "reponse.pdf", "reponse.pdf.minisig"}),
              "accepted");
    EXPECT_EQ(zip({"reponse.json", "reponse.pdf"}), "zip.missing") << "without what it answers";
    EXPECT_EQ(zip({"fiche.json", "fiche.pdf", "reponse.json"}), "zip.name");
    EXPECT_EQ(zip({"fiche.json", "fiche.pdf", "reponse.json", "reponse.pdf"}), "zip.name");
    EXPECT_EQ(zip({"fiche.json", "fiche.pdf.minisig", "reponse.json", "reponse.pdf"}), "zip.name");
    EXPECT_EQ(zip({"fiche.json", "reponse.json", "reponse.json.minisig", "reponse.pdf"}), "zip.missing");
    EXPECT_EQ(zip({"fiche.json", "reponse.pdf", "reponse.json"}), "zip.structure");
}

TEST_F(ReplyBundle, HoldsNothingHollow) {
    const auto read = [&](const std::string_view hollow) {
        std::vector<ZipEntry> entries;
        for (const std::string_view name :
             {"fiche.json", "fiche.json.minisig", "remplissage", "reponse.json", "reponse.pdf"})
            entries.push_back({name, name == hollow ? ByteView() : ByteView(json)});
        return read_bundle(write_zip(entries)).error();
    };
    EXPECT_EQ(read("fiche.json").params.at("name"), "fiche.json");
    EXPECT_EQ(read("fiche.json.minisig").code, "zip.missing");
    EXPECT_EQ(read("fiche.json.minisig").params.at("name"), "fiche.json.minisig");
}

TEST_F(ReplyBundle, HasItsStepFilled) {
    Bundle fiche{json, pdf};
    EXPECT_EQ(write_bundle(fiche).value().size(), bundle_step);
    Bytes zip = write_bundle(bundle).value();
    EXPECT_EQ(verdict(read_bundle(zip)), "accepted");
    EXPECT_EQ(zip.size(), reply_step);
}

TEST_F(ReplyBundle, VouchesForItself) {
    EXPECT_EQ(origin(), "accepted");
    json[3] ^= 1U;
    EXPECT_EQ(origin(), "minisig.content reponse.json.minisig") << "OUI made NON";
    json[3] ^= 1U;
    pdf[3] ^= 1U;
    EXPECT_EQ(origin(), "minisig.content reponse.pdf.minisig");
}

TEST_F(ReplyBundle, IsNotVouchedForByTheSignatureOfAnotherAnswer) {
    const FicheSignatures other = sign_fiche(crypto, answerer, json, pdf, std::string(32, 'e'), Signed::Reply).value();
    bundle.json_signature = bytes_of(other.json);
    EXPECT_EQ(origin(), "origin.document reponse.json.minisig");
}

TEST_F(ReplyBundle, IsNotVouchedForByTheSignatureOfAFiche) {
    const FicheSignatures fiche = sign_fiche(crypto, answerer, json, pdf, id).value();
    bundle.json_signature = bytes_of(fiche.json);
    EXPECT_EQ(origin(), "origin.document reponse.json.minisig");
    Bundle as_fiche{json, pdf, bytes_of(of_reply.json), bytes_of(of_reply.pdf)};
    EXPECT_EQ(check_origin(crypto, as_fiche, {answerer_text, id}).error().code, "origin.document");
}

TEST_F(ReplyBundle, CarriesTheSignatureOfItsRequest) {
    EXPECT_EQ(request_origin(), "accepted");
    request[5] ^= 1U;
    EXPECT_EQ(request_origin(), "reply.request-signature minisig.content") << "altered";
    request[5] ^= 1U;
    bundle.request_signature = {};
    EXPECT_EQ(request_origin(), "reply.request-unsigned") << "stripped";
    EXPECT_EQ(request_origin("", request_id), "accepted") << "never signed";
}

TEST_F(ReplyBundle, CarriesNoSignatureThatIsNotItsRequests) {
    EXPECT_EQ(request_origin("", request_id), "reply.request-unnamed");
    EXPECT_EQ(request_origin("RWabc", request_id), "reply.request-signature origin.key");
    EXPECT_EQ(request_origin(answerer_text, request_id), "reply.request-signature minisig.other-key");
    EXPECT_EQ(request_origin(asker_text, id), "reply.request-signature origin.document") << "of another request";
    const FicheSignatures as_reply = sign_fiche(crypto, asker, request, pdf, request_id, Signed::Reply).value();
    bundle.request_signature = bytes_of(as_reply.json);
    EXPECT_EQ(request_origin(), "reply.request-signature origin.document");
    bundle.request_signature = bytes_of(of_request.pdf);
    EXPECT_EQ(request_origin(), "reply.request-signature minisig.content") << "of its PDF";
}

} // namespace
} // namespace pli
