// Signatures and keys as minisign writes them. The samples were made by minisign 0.11: `minisign -G -W` for the keys,
// `minisign -S -t "trusted text"` for the signature of "hello\n".
#include "core/seal/minisign.hpp"

#include "unit/seal/workshop.hpp"

using namespace pli;
using test::verdict;

namespace {

const std::string secret_line =
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAK4dGqciKab6OCKWxPC3oI3KRqFPZ6HWjy42O/"
    "frShi+"
    "TA2PUnGs70XX23IIKAu8m5cXWzpjuXSuGAmF6ITXb1cEiFjpXkMfNAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const std::string secret_file = "untrusted comment: minisign secret key BE698AC8A946872B\n" + secret_line + "\n";
const std::string public_line = "RWQrh0apyIppvnX23IIKAu8m5cXWzpjuXSuGAmF6ITXb1cEiFjpXkMfN";
const std::string public_file = "untrusted comment: minisign public key BE698AC8A946872B\n" + public_line + "\n";
const std::string message_line =
    "RUQrh0apyIppvrEHiPPjzqoCDXjQB1J7jEt8r4Sg2VWB2h2X+E2rRAl5zcx5aPktA3DSc3ZOMqnzc8jHlatNxyiFlajG/DHn3AU=";
const std::string comment_line =
    "RJTE97UfaezNzuLjaYMHw5dIqfa2Ya+O959HgHhISDI+GuEjaeQcLr+6qQentT608UrsabpFDjr+5kw8YVhFDg==";
const std::string message = "hello\n";

std::string signature_file(const std::string& untrusted) {
    return "untrusted comment: " + untrusted + "\n" + message_line + "\ntrusted comment: trusted text\n" +
           comment_line + "\n";
}
const std::string stock_signature = signature_file("signature from minisign secret key");

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

class Minisign : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
    VerifyingKey stock_key = parse_verifying_key(public_file).value();

    Result<std::string> check(const std::string& signature, std::string_view content = message) {
        const auto parsed = parse_signature(signature);
        if (!parsed.ok()) return parsed.error();
        return verify(crypto, stock_key, parsed.value(), bytes_of(content));
    }
    std::string secret_verdict(std::string_view text) { return verdict(parse_signing_key(crypto, text)); }
};

TEST_F(Minisign, ChecksWhatTheStockToolSigned) {
    const auto comment = check(stock_signature);
    ASSERT_TRUE(comment.ok()) << comment.error().code;
    EXPECT_EQ(comment.value(), "trusted text");
}

TEST_F(Minisign, SignsLetterForLetterAsTheStockTool) {
    const auto key = parse_signing_key(crypto, secret_file);
    ASSERT_TRUE(key.ok()) << key.error().code;
    EXPECT_EQ(sign(crypto, key.value(), bytes_of(message), "trusted text").value(),
              signature_file("signature from key BE698AC8A946872B"));
}

TEST_F(Minisign, WritesKeysAsTheStockTool) {
    const auto key = parse_signing_key(crypto, secret_file);
    EXPECT_EQ(text_of(signing_key_file(crypto, key.value()).bytes), secret_file);
    EXPECT_EQ(verifying_key_text(key.value().verifying()), public_line);
    EXPECT_EQ(key.value().verifying(), stock_key);
}

TEST_F(Minisign, TakesAKeyAsAFileOrAsItsLine) {
    EXPECT_EQ(parse_verifying_key(public_line).value(), stock_key);
    EXPECT_EQ(parse_verifying_key(replaced(public_file, "\n", "\r\n")).value(), stock_key);
    EXPECT_EQ(secret_verdict(secret_line), "accepted");
}

TEST_F(Minisign, NewKeysSignAndAreReadBack) {
    const SigningKey key = new_signing_key(crypto);
    const auto again = parse_signing_key(crypto, text_of(signing_key_file(crypto, key).bytes));
    ASSERT_TRUE(again.ok()) << again.error().code;
    EXPECT_EQ(again.value().verifying(), key.verifying());
    EXPECT_NE(key.verifying(), new_signing_key(crypto).verifying());
    const auto signature = parse_signature(sign(crypto, again.value(), bytes_of(message), "").value());
    EXPECT_EQ(verify(crypto, key.verifying(), signature.value(), bytes_of(message)).value(), "");
}

TEST_F(Minisign, NoticesEveryChangeOfContentCommentAndKey) {
    EXPECT_EQ(verdict(check(stock_signature, "hello")), "minisig.content");
    EXPECT_EQ(verdict(check(stock_signature, "")), "minisig.content");
    EXPECT_EQ(verdict(check(replaced(stock_signature, "trusted text", "trusted tout"))), "minisig.comment");
    stock_key.point[0] ^= 1;
    EXPECT_EQ(verdict(check(stock_signature)), "minisig.content");
    stock_key.number[0] ^= 1;
    EXPECT_EQ(verdict(check(stock_signature)), "minisig.other-key");
}

TEST_F(Minisign, NoticesAnyFlippedBitOfASignature) {
    const DetachedSignature sound = parse_signature(stock_signature).value();
    for (std::size_t bit = 0; bit < 512; ++bit) {
        DetachedSignature altered = sound;
        altered.of_message[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        EXPECT_EQ(verdict(verify(crypto, stock_key, altered, bytes_of(message))), "minisig.content");
        altered = sound;
        altered.of_comment[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        EXPECT_EQ(verdict(verify(crypto, stock_key, altered, bytes_of(message))), "minisig.comment");
    }
}

TEST_F(Minisign, ASignatureOfTheOldFormIsRefused) {
    // "RUQ" is "ED" in base64, "RWQ" is "Ed".
    EXPECT_EQ(verdict(check(replaced(stock_signature, "\nRUQ", "\nRWQ"))), "minisig.not-prehashed");
}

TEST_F(Minisign, SaysWhichLineOfASignatureIsWrong) {
    const auto place = [](const std::string& text) {
        const auto parsed = parse_signature(text);
        return parsed.ok() ? "accepted" : parsed.error().code + " " + parsed.error().place;
    };
    EXPECT_EQ(place(""), "minisig.syntax line 1");
    EXPECT_EQ(place("comment: x\n"), "minisig.syntax line 1");
    EXPECT_EQ(place("untrusted comment: x\n"), "minisig.syntax line 2");
    EXPECT_EQ(place(replaced(stock_signature, "\nRUQ", "\nQUQ")), "minisig.syntax line 2");
    EXPECT_EQ(place(replaced(stock_signature, "\nRUQr", "\nRUQ")), "minisig.syntax line 2");
    EXPECT_EQ(place(replaced(stock_signature, "\ntrusted", "\ntrusty")), "minisig.syntax line 3");
    EXPECT_EQ(place(replaced(stock_signature, "trusted text", "trusted\ttext")), "minisig.syntax line 3");
    EXPECT_EQ(place(replaced(stock_signature, "\nRJTE", "\nRJT")), "minisig.syntax line 4");
    EXPECT_EQ(place(replaced(stock_signature, "\nRJTE", "\n")), "minisig.syntax line 4") << "three bytes short";
    EXPECT_EQ(place(replaced(stock_signature, "\nRJTE", "\nAAAARJTE")), "minisig.syntax line 4") << "three too many";
    EXPECT_EQ(place(stock_signature + "more\n"), "minisig.syntax line 5");
    EXPECT_EQ(place(stock_signature + std::string(max_signature_text, '\n')), "minisig.too-large ");
}

TEST_F(Minisign, SaysWhatIsWrongWithAKey) {
    EXPECT_EQ(verdict(parse_verifying_key("")), "verifying-key.syntax");
    EXPECT_EQ(verdict(parse_verifying_key(public_line.substr(4))), "verifying-key.syntax");
    EXPECT_EQ(verdict(parse_verifying_key(public_file + public_line)), "verifying-key.syntax");
    EXPECT_EQ(verdict(parse_verifying_key(std::string(max_key_text, 'A'))), "verifying-key.syntax");
    EXPECT_EQ(verdict(parse_verifying_key("XX" + public_line.substr(2))), "verifying-key.type");
    EXPECT_EQ(verdict(parse_verifying_key(secret_file)), "verifying-key.is-secret");
    EXPECT_EQ(verdict(parse_verifying_key(secret_line)), "verifying-key.is-secret");
    EXPECT_EQ(verdict(parse_verifying_key(secret_file.substr(0, 100))), "verifying-key.is-secret") << "a part of it";
    EXPECT_EQ(secret_verdict(""), "signing-key.syntax");
    EXPECT_EQ(secret_verdict(secret_line.substr(4)), "signing-key.syntax");
    EXPECT_EQ(secret_verdict("XX" + secret_line.substr(2)), "signing-key.type");
    EXPECT_EQ(secret_verdict("RWRTY0" + secret_line.substr(6)), "signing-key.protected");
    EXPECT_EQ(secret_verdict(replaced(secret_line, "OCKWx", "OCKWy")), "signing-key.damaged");
    EXPECT_EQ(secret_verdict(public_file), "signing-key.is-public");
    EXPECT_EQ(secret_verdict(public_line), "signing-key.is-public");
    EXPECT_EQ(secret_verdict(public_file.substr(0, 80)), "signing-key.is-public") << "a part of it";
}

TEST_F(Minisign, ACommentIsOneLine) {
    const SigningKey key = new_signing_key(crypto);
    EXPECT_EQ(verdict(sign(crypto, key, {}, "a\nb")), "minisig.comment-unfit");
    EXPECT_EQ(verdict(sign(crypto, key, {}, std::string(max_trusted_comment + 1, 'a'))), "minisig.comment-unfit");
    const auto longest = sign(crypto, key, {}, std::string(max_trusted_comment, 'a'));
    ASSERT_TRUE(longest.ok());
    EXPECT_EQ(verdict(parse_signature(longest.value())), "accepted");
}

TEST_F(Minisign, LeavesNoSecretBehind) {
    Bytes secret;
    {
        const auto key = parse_signing_key(crypto, secret_file);
        secret.assign(key.value().secret.bytes.begin(), key.value().secret.bytes.end());
        crypto.wiped.clear();
        const SecretBytes file = signing_key_file(crypto, key.value());
        EXPECT_TRUE(crypto.has_wiped(secret)) << "the raw key";
        EXPECT_TRUE(crypto.has_wiped(bytes_of(secret_line))) << "its text";
        crypto.wiped.clear();
    }
    EXPECT_TRUE(crypto.has_wiped(secret));
    EXPECT_TRUE(crypto.has_wiped(bytes_of(secret_line)));
}

} // namespace
