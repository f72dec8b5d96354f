// The directory's file: one text for each directory, and every fault by its place.
#include "core/directory/directory_file.hpp"

#include "core/directory/rules.hpp"
#include "unit/directory/sample.hpp"

#include <functional>

using namespace pli;
using namespace pli::test;

namespace {

/// What is said of the sample's text after a change of its JSON.
std::string after(const std::function<void(Json&)>& change) {
    Json json = must(parse_json(must(write_directory(sample()))));
    change(json);
    return told(read_directory(must(canonical_json(json))).faults);
}

std::string with(const std::string& pointer, const Json& value) {
    return after([&](Json& json) { json[Json::json_pointer(pointer)] = value; });
}

std::string without(const std::string& pointer) {
    const Json::json_pointer place(pointer);
    return after([&](Json& json) { json[place.parent_pointer()].erase(place.back()); });
}

/// What is said of the sample after a change of the value.
std::string changed(const std::function<void(Directory&)>& change) {
    Directory directory = sample();
    change(directory);
    return told(check_directory(directory));
}

const std::string head = "/annuaire/";
const std::string adviser = "/inscriptions/0/";
const std::string slai = "/inscriptions/3/";

} // namespace

TEST(DirectoryFile, IsWrittenAsItAlwaysWas) {
    expect_golden("annuaire.json", must(write_directory(sample())));
    const std::string golden = golden_text("annuaire/annuaire.json");
    EXPECT_TRUE(looks_like_directory(golden));
    const DirectoryReading reading = read_directory(golden);
    EXPECT_EQ(told(reading.faults), "accepted");
    EXPECT_EQ(reading.content, sample());
}

TEST(DirectoryFile, MayBeWithoutAnybody) {
    Directory empty = sample();
    empty.entries.clear();
    empty.successor.clear();
    empty.revoked_signers.clear();
    const DirectoryReading reading = read_directory(must(write_directory(empty)));
    EXPECT_EQ(told(reading.faults), "accepted");
    EXPECT_EQ(reading.content, empty);
}

TEST(DirectoryFile, TellsOtherFilesAndLaterVersions) {
    EXPECT_EQ(told(read_directory("{}").faults), "directory.format ");
    EXPECT_EQ(told(read_directory("[]").faults), "directory.format ");
    EXPECT_EQ(told(read_directory("{").faults), "json.syntax byte 2");
    EXPECT_EQ(told(read_directory(R"({"format":"pli/annuaire/2"})").faults), "directory.newer ");
    EXPECT_EQ(told(read_directory(R"({"format":"pli/registre/1"})").faults), "directory.format ");
    EXPECT_TRUE(looks_like_directory(R"({"format":"pli/annuaire/2"})"));
    EXPECT_FALSE(looks_like_directory(R"({"format":"pli/registre/1"})"));
}

TEST(DirectoryFile, IsRefusedWhenRepeatedMembersOrSpacesHideInIt) {
    std::string text = must(write_directory(sample()));
    EXPECT_EQ(told(read_directory(text + "\n").faults), "directory.not-canonical ");
    text.insert(1, R"("format":"pli/annuaire/1",)");
    EXPECT_EQ(read_directory(text).faults.front().code, "json.duplicate-key");
}

TEST(DirectoryFile, HasALargestSize) {
    EXPECT_EQ(read_directory(std::string(directory_limits::bytes + 1, ' ')).faults.front().code, "json.too-large");
}

TEST(DirectoryFile, NeedsEachMember) {
    EXPECT_EQ(without("/inscriptions"), "directory.missing-member ");
    EXPECT_EQ(without("/annuaire"), "directory.missing-member ");
    for (const std::string name : {"territoire", "version", "emis", "expire", "signataire"})
        EXPECT_EQ(without(head + name), "directory.missing-member /annuaire") << name;
    for (const std::string name : {"id", "role", "structure"})
        EXPECT_EQ(without(adviser + name), "directory.missing-member /inscriptions/0") << name;
    EXPECT_EQ(without(slai + "titulaires/0/nom"), "directory.missing-member /inscriptions/3/titulaires/0");
    for (const std::string name : {"du", "genre"})
        EXPECT_EQ(without(slai + "titulaires/1/etat/" + name),
                  "directory.missing-member /inscriptions/3/titulaires/1/etat");
    for (const std::string name : {"du", "au"})
        EXPECT_EQ(without(slai + "cles/0/" + name), "directory.missing-member /inscriptions/3/cles/0");
    for (const std::string name : {"jour", "par", "genre"})
        EXPECT_EQ(without(slai + "cles/0/etat/" + name), "directory.missing-member /inscriptions/3/cles/0/etat");
    EXPECT_EQ(without(slai + "cles/1/etat/motif"), "directory.missing-member /inscriptions/3/cles/1/etat");
}

TEST(DirectoryFile, KnowsNoOtherMember) {
    for (const std::string place :
         {"/x", "/annuaire/x", "/inscriptions/0/x", "/inscriptions/3/titulaires/0/x",
          "/inscriptions/3/titulaires/1/etat/x", "/inscriptions/3/cles/0/x", "/inscriptions/3/cles/0/etat/x"})
        EXPECT_EQ(with(place, 1), "directory.unknown-member " + place);
    EXPECT_EQ(with(slai + "titulaires/2/etat/au", "2026-12-01"),
              "directory.bad-value /inscriptions/3/titulaires/2/au (value)")
        << "who has left does not come back on a day";
    EXPECT_EQ(with(slai + "cles/1/etat/par", "x"), "directory.unknown-member /inscriptions/3/cles/1/etat/par");
}

TEST(DirectoryFile, NeedsEachMemberInItsTypeAndFilled) {
    EXPECT_EQ(with("/annuaire", Json::array()), "directory.wrong-type /annuaire");
    EXPECT_EQ(with("/inscriptions", Json::object()), "directory.wrong-type /inscriptions");
    EXPECT_EQ(with("/inscriptions/0", 1), "directory.wrong-type /inscriptions/0");
    EXPECT_EQ(with(head + "version", "3"), "directory.wrong-type /annuaire/version");
    EXPECT_EQ(with(head + "revoquees/0", 1), "directory.wrong-type /annuaire/revoquees/0");
    EXPECT_EQ(with(head + "revoquees", Json::array()), "directory.empty /annuaire/revoquees");
    EXPECT_EQ(with(adviser + "structure", 7), "directory.wrong-type /inscriptions/0/structure");
    EXPECT_EQ(with(adviser + "mail", ""), "directory.empty /inscriptions/0/mail");
    EXPECT_EQ(with(adviser + "titulaires", Json::array()), "directory.empty /inscriptions/0/titulaires");
    EXPECT_EQ(with(adviser + "cles/0/etat", Json::object()), "directory.empty /inscriptions/0/cles/0/etat");
}

TEST(DirectoryFile, HasDaysThatExist) {
    EXPECT_EQ(with(head + "emis", "22/11/2026"), "directory.bad-value /annuaire/emis (date.format)");
    EXPECT_EQ(with(head + "expire", "2027-02-29"), "directory.bad-value /annuaire/expire (date.not-real)");
    EXPECT_EQ(with(head + "expire", "2026-11-21"), "directory.bad-value /annuaire/expire (value)");
    EXPECT_EQ(with(slai + "titulaires/1/etat/au", "2026-11-30"),
              "directory.bad-value /inscriptions/3/titulaires/1/au (value)");
    EXPECT_EQ(with(slai + "cles/2/au", "2025-12-31"), "directory.bad-value /inscriptions/3/cles/2/au (value)");
    EXPECT_EQ(with(slai + "cles/0/etat/jour", "2025-12-31"),
              "directory.bad-value /inscriptions/3/cles/0/etat/jour (value)")
        << "replaced before it was in force";
}

TEST(DirectoryFile, IsNotValidForMoreThanNinetyDays) {
    EXPECT_EQ(with(head + "expire", "2027-02-20"), "accepted");
    EXPECT_EQ(with(head + "expire", "2027-02-21"), "directory.validity /annuaire/expire");
}

TEST(DirectoryFile, HasVersionsFromOne) {
    EXPECT_EQ(with(head + "version", 1), "accepted");
    EXPECT_EQ(with(head + "version", 0), "directory.bad-value /annuaire/version (value)");
    EXPECT_EQ(with(head + "version", -1), "directory.bad-value /annuaire/version (value)");
    EXPECT_EQ(with(head + "version", 1000000001), "directory.bad-value /annuaire/version (value)");
}

TEST(DirectoryFile, HasTextsOfTheirKinds) {
    EXPECT_EQ(with(head + "territoire", "Pas-de-Calais"), "directory.bad-value /annuaire/territoire (value)");
    EXPECT_EQ(with(adviser + "id", "Agence"), "directory.bad-value /inscriptions/0/id (value)");
    EXPECT_EQ(with(adviser + "id", std::string(41, 'a')), "directory.bad-value /inscriptions/0/id (value)");
    EXPECT_EQ(with(adviser + "role", "un rôle"), "directory.bad-value /inscriptions/0/role (value)");
    EXPECT_EQ(with(adviser + "structure", "www.exemple.fr"),
              "directory.bad-value /inscriptions/0/structure (guard.url)");
    EXPECT_EQ(with(adviser + "service", "a  b"), "directory.bad-value /inscriptions/0/service (value)");
    EXPECT_EQ(with(adviser + "mail", "agence"), "directory.bad-value /inscriptions/0/mail (email.at)");
    EXPECT_EQ(with(adviser + "telephone", "0639981234"), "directory.bad-value /inscriptions/0/telephone (value)");
    EXPECT_EQ(with(adviser + "titulaires/0/nom", "Agent 7"),
              "directory.bad-value /inscriptions/0/titulaires/0/nom (person-name.digit)");
    EXPECT_EQ(with(slai + "titulaires/1/etat/genre", "malade"),
              "directory.bad-value /inscriptions/3/titulaires/1/etat/genre (choice.unknown)");
    EXPECT_EQ(with(slai + "cles/1/etat/genre", "perdue").substr(0, 62),
              "directory.bad-value /inscriptions/3/cles/1/etat/genre (choice.");
    EXPECT_EQ(with(slai + "cles/1/etat/motif", "autre"),
              "directory.bad-value /inscriptions/3/cles/1/etat/motif (choice.unknown)");
}

TEST(DirectoryFile, HasKeysThatAreKeys) {
    const std::string key = adviser + "cles/0/";
    EXPECT_EQ(with(key + "destinataire", "une clé"),
              "directory.bad-value /inscriptions/0/cles/0/destinataire (recipient.syntax)");
    std::string mistyped = recipient_text(4);
    mistyped.back() = mistyped.back() == 'q' ? 'p' : 'q';
    EXPECT_EQ(with(key + "destinataire", mistyped),
              "directory.bad-value /inscriptions/0/cles/0/destinataire (recipient.checksum)");
    EXPECT_EQ(with(key + "destinataire", recipient_text(7, KeyKind::Hybrid)),
              "directory.bad-value /inscriptions/0/cles/0/destinataire (value)");
    EXPECT_EQ(with(key + "hybride", recipient_text(7)), "directory.bad-value /inscriptions/0/cles/0/hybride (value)");
    EXPECT_EQ(with(key + "signature", "RWQ"),
              "directory.bad-value /inscriptions/0/cles/0/signature (verifying-key.syntax)");
    EXPECT_EQ(with(key + "signature", "untrusted comment: minisign public key\n" + signing_text(7)),
              "directory.bad-value /inscriptions/0/cles/0/signature (value)");
    EXPECT_EQ(with(head + "signataire", "RWQ"), "directory.bad-value /annuaire/signataire (verifying-key.syntax)");
    EXPECT_EQ(with(head + "successeur", "RWQ"), "directory.bad-value /annuaire/successeur (verifying-key.syntax)");
    EXPECT_EQ(with(head + "revoquees/0", "RWQ"), "directory.bad-value /annuaire/revoquees/0 (verifying-key.syntax)");
    EXPECT_EQ(changed([](Directory& directory) {
                  std::string& text = directory.entries[0].keys[0].recipient;
                  for (char& c : text)
                      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
              }),
              "directory.bad-value /inscriptions/0/cles/0/destinataire (recipient.type)")
        << "equal keys have equal texts";
}

TEST(DirectoryFile, HasAClassicKeyBesideAHybridOne) {
    EXPECT_EQ(changed([](Directory& directory) { directory.entries[3].keys[2].recipient.clear(); }),
              "directory.bad-value /inscriptions/3/cles/0/etat/par (value)");
    EXPECT_EQ(changed([](Directory& directory) {
                  directory.entries[0].keys[0] = key_of("", signing_text(4));
                  directory.entries[0].keys[0].hybrid = recipient_text(4, KeyKind::Hybrid);
              }),
              "directory.bad-value /inscriptions/0/cles/0/destinataire (value)");
    EXPECT_EQ(changed([](Directory& directory) { directory.entries[0].keys[0] = key_of(""); }),
              "directory.bad-value /inscriptions/0/cles/0/destinataire (value)");
}

TEST(DirectoryFile, HasEachKeyOnceWhateverItsNumber) {
    EXPECT_EQ(with(adviser + "cles/0/destinataire", recipient_text(3)),
              "directory.repeated /inscriptions/3/cles/2/destinataire");
    EXPECT_EQ(with(head + "successeur", signing_text(100)), "directory.repeated /annuaire/successeur");
    EXPECT_EQ(with(head + "revoquees/0", signing_text(100)), "directory.repeated /annuaire/revoquees/0");
    EXPECT_EQ(with(adviser + "cles/0/signature", signing_text(100)),
              "directory.repeated /inscriptions/0/cles/0/signature");
    VerifyingKey renumbered = parse_verifying_key(signing_text(1)).value();
    renumbered.number.fill(200);
    EXPECT_EQ(with(adviser + "cles/0/signature", verifying_key_text(renumbered)),
              "directory.repeated /inscriptions/3/cles/0/signature");
}

TEST(DirectoryFile, NamesWhatReplacesAKey) {
    const std::string by = slai + "cles/0/etat/par";
    EXPECT_EQ(with(by, recipient_text(2)), "accepted");
    EXPECT_EQ(with(by, recipient_text(1)), "directory.bad-value /inscriptions/3/cles/0/etat/par (value)") << "itself";
    EXPECT_EQ(with(by, recipient_text(4)), "directory.bad-value /inscriptions/3/cles/0/etat/par (value)")
        << "a stranger's";
}

TEST(DirectoryFile, HasEntriesInOrderAndHoldersOnce) {
    EXPECT_EQ(with(adviser + "id", "zzz"), "directory.order /inscriptions/1");
    EXPECT_EQ(with(adviser + "id", "cssi"), "directory.order /inscriptions/1");
    EXPECT_EQ(with(slai + "titulaires/2/nom", "Éloïse DURAND"), "directory.repeated /inscriptions/3/titulaires/2");
}

TEST(DirectoryFile, HasSoManyOfEachThing) {
    const auto many = [](const Json& one, std::size_t count) {
        Json list = Json::array();
        for (std::size_t i = 0; i < count; ++i) list.push_back(one);
        return list;
    };
    EXPECT_EQ(with("/inscriptions", many(Json::object(), directory_limits::entries + 1)),
              "directory.too-many /inscriptions");
    EXPECT_EQ(with(adviser + "titulaires", many({{"nom", "A"}}, directory_limits::holders + 1)),
              "directory.too-many /inscriptions/0/titulaires");
    EXPECT_EQ(with(adviser + "cles", many({{"signature", "A"}}, directory_limits::keys + 1)),
              "directory.too-many /inscriptions/0/cles");
    EXPECT_EQ(with(head + "revoquees", many("RW", directory_limits::revoked_signers + 1)),
              "directory.too-many /annuaire/revoquees");
    const auto entry = many(Json::object(), 200);
    EXPECT_EQ(read_directory(R"({"format":"pli/annuaire/1","annuaire":{},"inscriptions":)" + entry.dump() + "}")
                  .faults.size(),
              100U)
        << "faults are bounded";
}

TEST(DirectoryRules, HoldForValuesThatNoFileCanHave) {
    EXPECT_EQ(changed([](Directory& directory) { directory.entries[3].holders[0].from = issued; }),
              "directory.bad-value /inscriptions/3/titulaires/0/du (value)");
    EXPECT_EQ(changed([](Directory& directory) { directory.entries[3].holders[1].from.reset(); }),
              "directory.bad-value /inscriptions/3/titulaires/1/du (value)");
    EXPECT_EQ(changed([](Directory& directory) { directory.entries[3].keys[1].ended.reset(); }),
              "directory.bad-value /inscriptions/3/cles/1/etat/jour (value)");
    EXPECT_EQ(changed([](Directory& directory) { directory.entries[3].keys[2].replaced_by = recipient_text(1); }),
              "directory.bad-value /inscriptions/3/cles/2/etat/par (value)");
    EXPECT_EQ(changed([](Directory& directory) {
                  directory.issued = {2026, 2, 30};
              }),
              "directory.bad-value /annuaire/emis (value)");
}

TEST(DirectoryRules, WhoSignsKnowsTheRoles) {
    EXPECT_EQ(told(check_roles(sample(), pas_de_calais())), "accepted");
    Directory directory = sample();
    directory.entries[0].role = "inconnu";
    EXPECT_EQ(told(check_roles(directory, pas_de_calais())), "directory.unknown-role /inscriptions/0/role");
    EXPECT_EQ(told(check_directory(directory)), "accepted") << "a reader's pack may be older";
}
