// Changes of a directory: each gives a sound one or says why not.
#include "core/directory/edits.hpp"

#include "core/directory/rules.hpp"
#include "unit/directory/sample.hpp"

using namespace pli;
using namespace pli::test;

namespace {

const std::string id = "slai-exemple";

/// The entry of the sample after a change that succeeds.
DirectoryEntry changed(Result<Directory> result) { return *find_entry(must(std::move(result)), id); }

} // namespace

TEST(DirectoryEdits, BeginWithAFirstVersion) {
    const Directory first = must(new_directory("pas-de-calais", signing_text(100), issued));
    EXPECT_EQ(first.version, 1);
    EXPECT_EQ(first.valid_until, last_day);
    EXPECT_EQ(told(read_directory(must(write_directory(first))).faults), "accepted");
    EXPECT_EQ(told(new_directory("Pas-de-Calais", signing_text(100), issued)),
              "directory.bad-value /annuaire/territoire");
    EXPECT_EQ(told(new_directory("nord", "RW", issued)), "directory.bad-value /annuaire/signataire");
}

TEST(DirectoryEdits, GoOnWithTheNextVersion) {
    const Date later{2027, 1, 1};
    const Directory next = must(reissue(sample(), signing_text(100), later));
    EXPECT_EQ(next.version, 4);
    EXPECT_EQ(next.issued, later);
    EXPECT_EQ(next.valid_until, (Date{2027, 4, 1}));
    EXPECT_EQ(next.successor, signing_text(101));
    EXPECT_EQ(next.entries, sample().entries);
    Directory last = sample();
    last.version = directory_limits::version;
    EXPECT_EQ(told(reissue(last, signing_text(100), later)), "directory.bad-value /annuaire/version");
}

TEST(DirectoryEdits, HandOverToASuccessor) {
    const Directory next = must(reissue(sample(), signing_text(101), issued));
    EXPECT_EQ(next.signer, signing_text(101));
    EXPECT_EQ(next.successor, "");
    EXPECT_EQ(must(name_successor(next, signing_text(102))).successor, signing_text(102));
    EXPECT_EQ(must(revoke_signer(next, signing_text(100))).revoked_signers.size(), 2U);
    EXPECT_EQ(told(revoke_signer(next, signing_text(101))), "directory.repeated /annuaire/revoquees/1")
        << "a key does not revoke itself";
    EXPECT_EQ(told(reissue(sample(), signing_text(99), issued)), "directory.repeated /annuaire/revoquees/0");
}

TEST(DirectoryEdits, AddAnEntryInItsOrder) {
    const Directory made = must(add_entry(sample(), entry_of("caf", "travailleur-social-caf", "CAF d’Exemple")));
    EXPECT_EQ(made.entries.at(1).id, "caf");
    EXPECT_EQ(told(add_entry(made, made.entries[1])), "directory.order /inscriptions/2");
    EXPECT_EQ(told(add_entry(sample(), entry_of("CAF", "caf", "CAF"))), "directory.bad-value /inscriptions/0/id");
}

TEST(DirectoryEdits, RemoveAnEntryButNotARevokedKey) {
    EXPECT_EQ(must(remove_entry(sample(), "cssi")).entries.size(), 3U);
    EXPECT_EQ(told(remove_entry(sample(), id)), "directory.key-state slai-exemple");
    EXPECT_EQ(told(remove_entry(sample(), "autre")), "directory.unknown-entry autre");
}

TEST(DirectoryEdits, AddAKey) {
    EXPECT_EQ(changed(add_key(sample(), id, key_of(recipient_text(40)))).keys.back(), key_of(recipient_text(40)));
    EXPECT_EQ(told(add_key(sample(), id, key_of(recipient_text(4)))),
              "directory.repeated /inscriptions/3/cles/3/destinataire");
    EXPECT_EQ(told(add_key(sample(), "autre", key_of(recipient_text(40)))), "directory.unknown-entry autre");
}

TEST(DirectoryEdits, ReplaceAKey) {
    const DirectoryEntry entry =
        changed(replace_key(sample(), id, recipient_text(3), key_of(recipient_text(40)), issued));
    ASSERT_EQ(entry.keys.size(), 4U);
    EXPECT_EQ(entry.keys[2].state, DirectoryKey::State::Replaced);
    EXPECT_EQ(entry.keys[2].ended, issued);
    EXPECT_EQ(entry.keys[2].replaced_by, recipient_text(40));
    EXPECT_EQ(told(replace_key(sample(), id, recipient_text(1), key_of(recipient_text(40)), issued)),
              "directory.key-state slai-exemple");
    EXPECT_EQ(told(replace_key(sample(), id, recipient_text(4), key_of(recipient_text(40)), issued)),
              "directory.unknown-key slai-exemple");
    EXPECT_EQ(told(replace_key(sample(), id, recipient_text(3), key_of(recipient_text(3)), issued)),
              "directory.bad-value /inscriptions/3/cles/2/etat/par");
}

TEST(DirectoryEdits, RevokeAKey) {
    const DirectoryEntry entry = changed(revoke_key(sample(), id, recipient_text(3), issued));
    EXPECT_EQ(entry.keys[2].state, DirectoryKey::State::Revoked);
    EXPECT_EQ(entry.keys[2].ended, issued);
    EXPECT_EQ(changed(revoke_key(sample(), id, recipient_text(1), issued)).keys[0].replaced_by, "")
        << "a replaced one too";
    EXPECT_EQ(told(revoke_key(sample(), id, recipient_text(2), issued)), "directory.key-state slai-exemple");
    EXPECT_EQ(told(revoke_key(sample(), id, signing_text(3), issued)), "directory.unknown-key slai-exemple")
        << "a key is called by its recipient";
    EXPECT_EQ(find_entry(must(revoke_key(sample(), "cssi", signing_text(5), issued)), "cssi")->keys[0].state,
              DirectoryKey::State::Revoked)
        << "or else by its signing key";
}

TEST(DirectoryEdits, AddAndRemoveHolders) {
    EXPECT_EQ(changed(add_holder(sample(), id, present("Paul ESSAI"))).holders.back(), present("Paul ESSAI"));
    EXPECT_EQ(changed(remove_holder(sample(), id, "Noël MARTIN")).holders.size(), 2U);
    EXPECT_EQ(told(add_holder(sample(), id, present("Noël MARTIN"))),
              "directory.repeated /inscriptions/3/titulaires/3");
    EXPECT_EQ(told(add_holder(sample(), id, present("Agent 7"))),
              "directory.bad-value /inscriptions/3/titulaires/3/nom");
    EXPECT_EQ(told(remove_holder(sample(), id, "Paul ESSAI")), "directory.unknown-holder slai-exemple");
}

TEST(DirectoryEdits, RecordAbsenceReturnAndDeparture) {
    const Holder away = absent("Éloïse DURAND", {2026, 12, 1}, std::nullopt);
    EXPECT_EQ(changed(set_presence(sample(), id, away)).holders[0], away);
    EXPECT_EQ(changed(set_presence(sample(), id, present("Noël MARTIN"))).holders[1], present("Noël MARTIN"));
    const Holder gone = left("Noël MARTIN", issued);
    EXPECT_EQ(changed(set_presence(sample(), id, gone)).holders[1], gone);
    EXPECT_EQ(told(set_presence(sample(), id, absent("Noël MARTIN", issued, add_days(issued, -1)))),
              "directory.bad-value /inscriptions/3/titulaires/1/au");
    EXPECT_EQ(told(set_presence(sample(), id, present("Paul ESSAI"))), "directory.unknown-holder slai-exemple");
}

TEST(DirectoryEdits, ChangeWhatAnEntryIs) {
    DirectoryEntry facts = desk();
    facts.structure = "Autre Structure d’Exemple";
    facts.mail.clear();
    facts.keys.clear();
    const DirectoryEntry after = changed(change_entry(sample(), facts));
    EXPECT_EQ(after.structure, "Autre Structure d’Exemple");
    EXPECT_EQ(after.mail, "");
    EXPECT_EQ(after.keys, desk().keys);
    EXPECT_EQ(after.holders, desk().holders);
    facts.structure.clear();
    EXPECT_EQ(told(change_entry(sample(), facts)), "directory.bad-value /inscriptions/3/structure");
    facts.id = "nul";
    EXPECT_EQ(told(change_entry(sample(), facts)), "directory.unknown-entry nul");
}

TEST(DirectoryEdits, NameNoSuccessorAnyMore) { EXPECT_EQ(must(forget_successor(sample())).successor, ""); }

TEST(DirectoryEdits, FindAnIdThatIsFree) {
    EXPECT_EQ(free_id(sample(), "SLAI de l’Été"), "slai-de-l-ete");
    EXPECT_EQ(free_id(sample(), "SLAI Exemple"), "slai-exemple-2");
    EXPECT_EQ(free_id(sample(), "≠"), "x");
    const std::string longest = free_id(sample(), std::string(33, 'a') + " " + std::string(33, 'b'));
    EXPECT_EQ(longest, std::string(33, 'a')) << "no hyphen at its end";
    DirectoryEntry entry = entry_of(longest, "slai", "Structure");
    EXPECT_EQ(told(add_entry(sample(), entry)), "accepted");
}
