#include "core/register/lineage.hpp"

#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// What two colleagues have: both went on from version 1.
struct Colleagues {
    Register base = register_of(3);
    Register mine = next_version({base, hash_of('1')}, base, today);
    Register theirs = mine;

    Result<Merge> merge(const std::vector<Side>& choices = {}, bool knows_base = true) const {
        return merge_registers({mine, hash_of('a')}, {theirs, hash_of('b')}, knows_base ? &base : nullptr, choices,
                               today);
    }
};

std::vector<std::string> fields_of(const Merge& merge) {
    std::vector<std::string> fields;
    for (const MergeConflict& conflict : merge.conflicts) fields.push_back(conflict.field);
    return fields;
}

} // namespace

TEST(Lineage, TellsVersionsApart) {
    const Register first = register_of(1);
    const Register second = next_version({first, hash_of('1')}, first, today);
    const Register third = next_version({second, hash_of('2')}, second, today);
    const Register other = next_version({first, hash_of('1')}, first, today);
    Register stranger = third;
    stranger.id = id_of(901);
    EXPECT_EQ(third.version, 3);
    EXPECT_THAT(third.ancestors, ElementsAre(hash_of('2'), hash_of('1')));
    const Version mine{second, hash_of('2')};
    EXPECT_EQ(kinship(mine, mine), Kinship::Same);
    EXPECT_EQ(kinship(mine, {third, hash_of('3')}), Kinship::Newer);
    EXPECT_EQ(kinship(mine, {first, hash_of('1')}), Kinship::Older);
    EXPECT_EQ(kinship({third, hash_of('3')}, {first, hash_of('1')}), Kinship::Older);
    EXPECT_EQ(kinship(mine, {other, hash_of('4')}), Kinship::Parallel);
    EXPECT_EQ(kinship(mine, {stranger, hash_of('3')}), Kinship::Unrelated);
}

TEST(Lineage, KeepsABoundedNumberOfAncestors) {
    Register made = register_of(0);
    for (std::size_t i = 0; i < register_limits::ancestors + 5; ++i)
        made = next_version({made, hash_of('1')}, made, today);
    EXPECT_EQ(made.ancestors.size(), register_limits::ancestors);
}

TEST(Lineage, AWrongClockMakesNoVersionOlder) {
    const Register first = register_of(1);
    EXPECT_EQ(next_version({first, hash_of('1')}, first, {2020, 1, 1}).saved, first.saved);
}

TEST(Merge, TakesWhatEitherSideChanged) {
    Colleagues colleagues;
    colleagues.mine.persons[0].identity.mail = "nouveau@exemple.fr";
    colleagues.theirs.persons[0].identity.region = "Bretagne";
    colleagues.theirs.persons[1].tools["academie"] = {today, std::nullopt};
    colleagues.mine.persons[2].last_use = Date{2026, 10, 1};
    colleagues.theirs.persons[2].last_use = Date{2026, 11, 1};
    const Merge merge = must(colleagues.merge());
    EXPECT_THAT(merge.conflicts, IsEmpty());
    EXPECT_EQ(merge.content.persons[0].identity.mail, "nouveau@exemple.fr");
    EXPECT_EQ(merge.content.persons[0].identity.region, "Bretagne");
    EXPECT_EQ(merge.content.persons[1].tools.count("academie"), 1U);
    EXPECT_EQ(merge.content.persons[2].last_use, (Date{2026, 11, 1}));
}

TEST(Merge, DescendsFromBoth) {
    const Colleagues colleagues;
    const Merge merge = must(colleagues.merge());
    EXPECT_EQ(merge.content.version, 3);
    EXPECT_THAT(merge.content.ancestors, ElementsAre(hash_of('a'), hash_of('b'), hash_of('1')));
    EXPECT_EQ(kinship({colleagues.theirs, hash_of('b')}, {merge.content, hash_of('c')}), Kinship::Newer);
}

TEST(Merge, ListsConflictsAndFollowsTheChoices) {
    Colleagues colleagues;
    colleagues.mine.persons[0].identity.region = "Bretagne";
    colleagues.theirs.persons[0].identity.region = "Normandie";
    colleagues.mine.persons[1].tools["ouiform"].withdrawn = today;
    colleagues.theirs.persons[1].tools["ouiform"].withdrawn = Date{2026, 11, 1};
    const Merge merge = must(colleagues.merge());
    EXPECT_THAT(fields_of(merge), ElementsAre("region", "outils"));
    EXPECT_EQ(merge.conflicts[1].tool, "ouiform");
    EXPECT_EQ(merge.content.persons[0].identity.region, "Bretagne");
    const Merge chosen = must(colleagues.merge({Side::Theirs, Side::Mine}));
    EXPECT_EQ(chosen.content.persons[0].identity.region, "Normandie");
    EXPECT_EQ(chosen.content.persons[1].tools.at("ouiform").withdrawn, today);
    EXPECT_EQ(chosen.conflicts, merge.conflicts);
}

TEST(Merge, WithoutABaseEveryDifferenceIsAConflict) {
    Colleagues colleagues;
    colleagues.theirs.persons[0].identity.works_for = WorksFor::Delegate;
    colleagues.theirs.persons[0].identity.structure = "Association Exemple";
    colleagues.theirs.organisation = "Structure Exemple (Arras)";
    EXPECT_THAT(fields_of(must(colleagues.merge())), IsEmpty());
    EXPECT_THAT(fields_of(must(colleagues.merge({}, false))), ElementsAre("organisme", "rattachement"));
    const Merge chosen = must(colleagues.merge({Side::Theirs, Side::Theirs}, false));
    EXPECT_EQ(chosen.content.persons[0].identity.structure, "Association Exemple");
    EXPECT_EQ(chosen.content.organisation, "Structure Exemple (Arras)");
}

TEST(Merge, KeepsEverybodyWhomEitherAdded) {
    Colleagues colleagues;
    colleagues.mine = must(add_person(colleagues.mine, id_of(10), identity_of("MARTIN"), today));
    colleagues.theirs = must(add_person(colleagues.theirs, id_of(11), identity_of("PETIT"), today));
    EXPECT_EQ(must(colleagues.merge()).content.persons.size(), 5U);
    EXPECT_THAT(must(colleagues.merge({}, false)).conflicts, IsEmpty());
}

TEST(Merge, ErasesWhomOneSideErasedUnlessTheOtherChangedThem) {
    Colleagues colleagues;
    colleagues.theirs = must(erase_person(colleagues.theirs, id_of(1)));
    Merge merge = must(colleagues.merge());
    EXPECT_EQ(find_person(merge.content, id_of(1)), nullptr);
    EXPECT_THAT(merge.conflicts, IsEmpty());
    EXPECT_THAT(merge.content.erased, ElementsAre(id_of(1)));

    colleagues.mine.persons[1].last_use = today;
    merge = must(colleagues.merge());
    ASSERT_THAT(fields_of(merge), ElementsAre(""));
    EXPECT_FALSE(merge.conflicts[0].erased_by_me);
    EXPECT_NE(find_person(merge.content, id_of(1)), nullptr);
    EXPECT_THAT(merge.content.erased, IsEmpty());
    EXPECT_EQ(find_person(must(colleagues.merge({Side::Theirs})).content, id_of(1)), nullptr);
}

TEST(Merge, WhomIErasedComesBackByChoiceOnly) {
    Colleagues colleagues;
    colleagues.mine = must(erase_person(colleagues.mine, id_of(1)));
    const Merge merge = must(colleagues.merge({}, false));
    EXPECT_TRUE(merge.conflicts.at(0).erased_by_me);
    EXPECT_EQ(find_person(merge.content, id_of(1)), nullptr);
    EXPECT_NE(find_person(must(colleagues.merge({Side::Theirs}, false)).content, id_of(1)), nullptr);
}

TEST(Merge, RefusesOtherRegistersAndContradictions) {
    Colleagues colleagues;
    colleagues.mine.persons[0].identity.birth = {2026, 2, 1};
    colleagues.theirs.persons[0].tools["academie"] = {{2026, 1, 15}, std::nullopt};
    colleagues.mine.persons[0].tools.clear();
    EXPECT_EQ(code_of(colleagues.merge()), "register.merge");
    colleagues.theirs.id = id_of(901);
    EXPECT_EQ(code_of(colleagues.merge()), "register.unrelated");
}

TEST(Merge, KnowsOfEveryDocumentThatEitherSideProduced) {
    const Register base = register_of(2);
    const Register mine = must(note_grants_formalised(base, id_of(0), {"ouiform"}, {2026, 11, 20}));
    Register theirs = must(note_grants_formalised(base, id_of(0), {"ouiform"}, {2026, 11, 18}));
    theirs = must(note_grants_formalised(theirs, id_of(1), {"ouiform"}, today));
    theirs.territory = "nord";
    const Merge merge = must(merge_registers({mine, hash_of('a')}, {theirs, hash_of('b')}, &base, {}, today));
    EXPECT_THAT(merge.conflicts, testing::IsEmpty()) << "nothing to choose";
    EXPECT_EQ(merge.content.persons[0].tools.at("ouiform").formalised, (Date{2026, 11, 18}));
    EXPECT_EQ(merge.content.persons[1].tools.at("ouiform").formalised, today);
    EXPECT_EQ(merge.content.territory, "nord");
}

TEST(Merge, SaysBothSidesInWords) {
    const RegisterWording& wording = shipped_wording();
    Person person = register_of(1).persons[0];
    person.habilitation = {Habilitation::State::Removed, Reason::Departure, today};
    person.ending = Ending{Reason::ChangeOfFunction, today};
    EXPECT_EQ(field_text(person, "naissance", "", wording), "07/03/1985");
    EXPECT_EQ(field_text(person, "manager", "", wording), "Non");
    EXPECT_EQ(field_text(person, "rattachement", "", wording), "Personnel");
    EXPECT_EQ(field_text(person, "etat", "", wording), "Supprimée Départ 22/11/2026");
    EXPECT_EQ(field_text(person, "fin", "", wording), "Changement de fonctions 22/11/2026");
    EXPECT_EQ(field_text(person, "outils", "ouiform", wording), "05/01/2026");
    EXPECT_EQ(field_text(person, "outils", "academie", wording), "");
    EXPECT_EQ(field_text(person, "absent", "", wording), "");
}
