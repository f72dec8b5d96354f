#include "unit/identifiers/examples.hpp"

using namespace pli;

namespace {

TEST(Email, AcceptsUnusualButValidAddresses) {
    for (const auto* address : {"a@b.fr", "o'neil@ville-arras.fr", "prenom.nom+essai@sous.domaine.example",
                                "A.B@Exemple.FR", "a@xn--exmple-cva.fr", "a@b.c", "a@1.2", "_%{}~@b-c.fr"})
        EXPECT_EQ(parsed("email", address), address);
    EXPECT_EQ(parsed("email", " a@b.fr "), "a@b.fr");
}

TEST(Email, NeedsADottedDomain) {
    for (const auto* address : {"a@b", "a@b..fr", "a@.fr", "a@b.fr.", "a@-b.fr", "a@b-.fr", "a@", "a@b_c.fr", "a@b,fr"})
        EXPECT_EQ(parsed("email", address), "email.domain") << address;
    EXPECT_EQ(parsed("email", "a@" + std::string(63, 'b') + ".fr").front(), 'a');
    EXPECT_EQ(parsed("email", "a@" + std::string(64, 'b') + ".fr"), "email.domain");
}

TEST(Email, IsOneAddressOnly) {
    for (const auto* typed : {"a@b.fr, c@d.fr", "a@b.fr;c@d.fr", "a@b.fr c@d.fr", "a@@b.fr"})
        EXPECT_EQ(parsed("email", typed), "email.several") << typed;
}

TEST(Email, SaysWhyItIsRefused) {
    EXPECT_EQ(parsed("email", "exemple.fr"), "email.at");
    EXPECT_EQ(parsed("email", "@b.fr"), "email.local");
    EXPECT_EQ(parsed("email", "<a@b.fr"), "email.local");
    EXPECT_EQ(parsed("email", "prenom nom@b.fr"), "email.space");
    EXPECT_EQ(parsed("email", "éloïse@b.fr"), "email.character");
    EXPECT_EQ(refusal_param("email", "a@ехample.fr", "character"), "е") << "a Cyrillic look-alike";
    EXPECT_EQ(refusal_param("email", "a\u200B@b.fr", "character"), "U+200B");
    EXPECT_EQ(refusal_param("email", "a@b.fr\n", "character"), "U+000A");
}

TEST(Email, HasAtMost254Characters) {
    const std::string domain = "@" + std::string(60, 'b') + "." + std::string(60, 'c') + ".fr";
    EXPECT_EQ(parsed("email", std::string(254 - domain.size(), 'a') + domain).size(), 254U);
    const std::string long_address = std::string(255 - domain.size(), 'a') + domain;
    EXPECT_EQ(parsed("email", long_address), "email.too-long");
    EXPECT_EQ(refusal_param("email", long_address, "max"), "254");
    EXPECT_EQ(refusal_param("email", long_address, "length"), "255");
}

} // namespace
