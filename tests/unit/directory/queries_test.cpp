// What is asked of a directory.
#include "core/directory/queries.hpp"

#include "unit/directory/sample.hpp"

using namespace pli;
using namespace pli::test;
using enum KeyStanding;

namespace {

/// A query with one condition.
DirectoryQuery only(std::string DirectoryQuery::*condition, std::string value) {
    DirectoryQuery query;
    query.*condition = std::move(value);
    return query;
}

class DirectoryQueries : public testing::Test {
  protected:
    Directory directory = sample();

    /// The ids found, in their order.
    std::vector<std::string> found(const DirectoryQuery& query) {
        std::vector<std::string> ids;
        for (const std::size_t index : DirectoryIndex(directory).search(directory, query))
            ids.push_back(directory.entries[index].id);
        return ids;
    }
    std::vector<std::string> found_by(std::string search) {
        DirectoryQuery query;
        query.search = std::move(search);
        return found(query);
    }

    KeyHolder holder(const std::string& key, const Date& day = issued) {
        return DirectoryIndex(directory).holder_of_key(directory, key, day);
    }
    KeyStanding standing(const std::string& key, const Date& day = issued) { return holder(key, day).standing; }

    /// The names of the keys to seal to, or the codes of why not.
    std::vector<std::string> recipients(std::string_view role, const Date& day = issued) {
        std::vector<std::string> told;
        for (const auto& one : DirectoryIndex(directory).recipients_for(directory, role, day))
            told.push_back(one.unusable ? one.unusable->code : key_name(directory.entries[one.entry].keys[one.key]));
        return told;
    }

    using Ids = std::vector<std::string>;
};

TEST_F(DirectoryQueries, ListEverybodyByStructureServiceAndId) {
    EXPECT_EQ(found_by(""), (Ids{"referent-exemple", "slai-exemple", "agence-exemple", "cssi"}));
    EXPECT_EQ(DirectoryIndex(directory).structures(),
              (Ids{"Association d’Exemple", "Département d’Exemple", "France Travail Exemple"}));
}

TEST_F(DirectoryQueries, FindWhateverCaseAndAccents) {
    EXPECT_EQ(found_by("DEPARTEMENT"), Ids{"slai-exemple"});
    EXPECT_EQ(found_by("l'exemple-ete"), Ids{"slai-exemple"});
    EXPECT_EQ(found_by("eloise"), Ids{"slai-exemple"});
    EXPECT_EQ(found_by("ŒUVRARD essai"), Ids{"referent-exemple"});
    EXPECT_EQ(found_by("oeuvrard"), Ids{"referent-exemple"});
    EXPECT_EQ(found_by("slai@exemple.fr"), Ids{"slai-exemple"});
    EXPECT_EQ(found_by("cssi"), Ids{"cssi"});
    EXPECT_EQ(found_by("personne"), Ids{});
    EXPECT_EQ(found_by(" ’ "), found_by("")) << "nothing is sought";
}

TEST_F(DirectoryQueries, FindByEveryWordInAnyOrder) {
    EXPECT_EQ(found_by("travail exem"), (Ids{"agence-exemple", "cssi"}));
    EXPECT_EQ(found_by("exem travail bernard"), Ids{"agence-exemple"});
}

TEST_F(DirectoryQueries, KeepToARoleATerritoryAndAStructure) {
    EXPECT_EQ(found(only(&DirectoryQuery::role, "slai")), Ids{"slai-exemple"});
    EXPECT_EQ(found(only(&DirectoryQuery::role, "sla")), Ids{});
    EXPECT_EQ(found(only(&DirectoryQuery::territory, "nord")), Ids{});
    EXPECT_EQ(found(only(&DirectoryQuery::territory, "pas-de-calais")).size(), 4U);
    EXPECT_EQ(found(only(&DirectoryQuery::structure, "FRANCE TRAVAIL EXEMPLE")), (Ids{"agence-exemple", "cssi"}));
    EXPECT_EQ(found(only(&DirectoryQuery::structure, "France Travail")), Ids{}) << "the whole name";
    DirectoryQuery all = only(&DirectoryQuery::structure, "France Travail Exemple");
    all.search = "zoe";
    EXPECT_EQ(found(all), Ids{"agence-exemple"});
    all.role = "cssi";
    EXPECT_EQ(found(all), Ids{}) << "all conditions hold";
}

TEST_F(DirectoryQueries, TellWhoseKeyItIs) {
    EXPECT_EQ(holder(recipient_text(3)), (KeyHolder{Known, 3, 2}));
    EXPECT_EQ(holder(recipient_text(3, KeyKind::Hybrid)), (KeyHolder{Known, 3, 2}));
    EXPECT_EQ(holder(signing_text(3)), (KeyHolder{Known, 3, 2}));
    EXPECT_EQ(holder(signing_text(5)), (KeyHolder{Known, 1, 0}));
}

TEST_F(DirectoryQueries, TellStrangersKeys) {
    EXPECT_EQ(standing(recipient_text(50)), Unknown);
    EXPECT_EQ(standing(""), Unknown);
    EXPECT_EQ(standing(recipient_text(3).substr(0, 40)), Unknown) << "keys are compared whole";
    EXPECT_EQ(standing(signing_text(100)), Unknown) << "the directory's own key is nobody's";
}

TEST_F(DirectoryQueries, TellWhoseSigningKeyItIsWhateverItsNumber) {
    WatchedCrypto crypto;
    const auto renumbered = [&crypto](std::uint8_t byte) {
        VerifyingKey key = signing_key(crypto, byte).verifying();
        key.number.fill(200);
        return verifying_key_text(key);
    };
    directory.entries[3].keys[2].state = DirectoryKey::State::Revoked;
    EXPECT_EQ(holder(renumbered(3)), (KeyHolder{Revoked, 3, 2})) << "else a revoked key would be an unknown one";
    EXPECT_EQ(holder(renumbered(5)), (KeyHolder{Known, 1, 0}));
    EXPECT_EQ(standing(renumbered(100)), Unknown);
}

TEST_F(DirectoryQueries, KnowAKeyFromItsFirstToItsLastDay) {
    const std::string key = recipient_text(4);
    EXPECT_EQ(standing(key, {2025, 12, 31}), NotYet);
    EXPECT_EQ(standing(key, {2026, 1, 1}), Known);
    EXPECT_EQ(standing(key, {2027, 12, 31}), Known);
    EXPECT_EQ(standing(key, {2028, 1, 1}), Expired);
}

TEST_F(DirectoryQueries, KnowAReplacedKeyBeforeThatDay) {
    EXPECT_EQ(standing(signing_text(1), {2026, 5, 31}), Known);
    EXPECT_EQ(standing(signing_text(1), {2026, 6, 1}), Replaced);
    EXPECT_EQ(standing(recipient_text(1), {2028, 1, 1}), Replaced);
}

TEST_F(DirectoryQueries, NeverBelieveARevokedKeyWhateverTheDay) {
    EXPECT_EQ(standing(recipient_text(2), {2026, 6, 30}), Revoked) << "days can be backdated";
    EXPECT_EQ(standing(recipient_text(2), {2028, 1, 1}), Revoked);
}

TEST_F(DirectoryQueries, GiveTheKeysOfARole) {
    EXPECT_EQ(recipients("slai"), Ids{recipient_text(3)});
    EXPECT_EQ(recipients("conseiller-france-travail"), Ids{recipient_text(4)});
    EXPECT_EQ(recipients("partenaire"), Ids{});
}

TEST_F(DirectoryQueries, PreferTheLastKeyInForce) {
    directory.entries[0].keys.push_back(key_of(recipient_text(40)));
    directory.entries[0].keys.push_back(key_of("", signing_text(41)));
    EXPECT_EQ(recipients("conseiller-france-travail"), Ids{recipient_text(40)});
    directory.entries[0].keys[1].from = add_days(issued, 1);
    EXPECT_EQ(recipients("conseiller-france-travail"), Ids{recipient_text(4)});
}

TEST_F(DirectoryQueries, SayThatThereIsNoKey) { EXPECT_EQ(recipients("cssi"), Ids{"directory.no-key"}); }

TEST_F(DirectoryQueries, SayThatNoKeyIsInForce) {
    EXPECT_EQ(recipients("slai", {2028, 1, 1}), Ids{"directory.no-valid-key"});
    directory.entries[3].keys[2].state = DirectoryKey::State::Revoked;
    EXPECT_EQ(recipients("slai"), Ids{"directory.no-valid-key"});
}

TEST_F(DirectoryQueries, SayThatEverybodyIsAbsent) {
    EXPECT_EQ(recipients("referent-social"), Ids{"directory.all-absent"});
    EXPECT_EQ(recipients("referent-social", {2026, 10, 31}), Ids{recipient_text(6)}) << "not yet";
}

TEST_F(DirectoryQueries, SayUntilWhenTheFirstOfThemIsAbsent) {
    directory.entries[3].holders[0] = absent("Éloïse DURAND", {2026, 12, 10}, Date{2026, 12, 20});
    const auto refused = DirectoryIndex(directory).recipients_for(directory, "slai", {2026, 12, 15});
    ASSERT_TRUE(refused.at(0).unusable);
    EXPECT_EQ(*refused[0].unusable, (Error{"directory.absent-until", "slai-exemple", {{"day", "20/12/2026"}}}));
    EXPECT_EQ(recipients("slai", {2026, 12, 21}), Ids{recipient_text(3)});
    EXPECT_EQ(recipients("slai", {2026, 12, 9}), Ids{recipient_text(3)});
}

TEST_F(DirectoryQueries, SayThatEverybodyHasLeft) {
    directory.entries[0].holders = {left("Zoé BERNARD", issued)};
    EXPECT_EQ(recipients("conseiller-france-travail", add_days(issued, -1)), Ids{recipient_text(4)});
    EXPECT_EQ(recipients("conseiller-france-travail"), Ids{"directory.all-left"});
}

TEST_F(DirectoryQueries, TakeADeskWithoutNamesForServed) {
    directory.entries[0].holders.clear();
    EXPECT_EQ(recipients("conseiller-france-travail"), Ids{recipient_text(4)});
}

TEST_F(DirectoryQueries, AnEntrySignsInItsOwnRoleAndForItsOwnStructure) {
    const DirectoryEntry entry = desk();
    EXPECT_TRUE(may_sign_as(entry, "slai", "Département d’Exemple"));
    EXPECT_TRUE(may_sign_as(entry, "slai", "departement d'exemple"));
    EXPECT_TRUE(may_sign_as(entry, "slai", "SLAI de l’Exemple-Été"));
    EXPECT_TRUE(may_sign_as(entry, "slai", "SLAI de l’Exemple-Été, Département d’Exemple"));
    EXPECT_TRUE(may_sign_as(entry, "slai", "")) << "nothing was stated";
    EXPECT_TRUE(may_sign_as(entry, "", ""));
    EXPECT_FALSE(may_sign_as(entry, "referent-social", "Département d’Exemple"));
    EXPECT_FALSE(may_sign_as(entry, "slai", "Département"));
    EXPECT_FALSE(may_sign_as(entry, "slai", "Autre Département d’Exemple"));
}

} // namespace
