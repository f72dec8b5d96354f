#include "core/register/register_file.hpp"

#include "unit/register/people.hpp"

#include <random>

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A register that uses everything its format has, made from random choices.
class RandomRegister {
  public:
    explicit RandomRegister(unsigned seed) : random_(seed) {}

    Register make() {
        Register made = register_of(below(8));
        made.version = static_cast<std::int64_t>(1 + below(50));
        for (std::size_t i = below(4); i > 0; --i) made.ancestors.push_back(hash_of(static_cast<char>('a' + i)));
        for (std::size_t i = below(3); i > 0; --i) made.erased.push_back(id_of(950 - i));
        if (maybe()) made.territory = "nord";
        for (Person& person : made.persons) vary(person);
        return made;
    }

  private:
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
    bool maybe() { return below(2) == 0; }
    Date day() { return add_days(today, -static_cast<std::int64_t>(below(300))); }

    void vary(Person& person) {
        person.identity.manager = maybe();
        if (maybe()) {
            person.identity.works_for = maybe() ? WorksFor::Delegate : WorksFor::Provider;
            person.identity.structure = "Association d’Exemple (62)";
        }
        if (maybe()) person.tools.clear();
        if (maybe()) person.tools["academie"] = {day(), today};
        if (maybe()) person.last_use = day();
        if (maybe()) person.absent = day();
        if (maybe()) person.ending = Ending{maybe() ? Reason::Departure : Reason::ChangeOfFunction, day()};
        if (maybe()) person.habilitation = {Habilitation::State::Active, std::nullopt, day()};
        if (maybe()) person.habilitation = {Habilitation::State::Suspended, Reason::Inactivity, day()};
        if (maybe()) person.habilitation = {Habilitation::State::Removed, Reason::Breach, day()};
        if (person.habilitation.reason && maybe()) person.habilitation.formalised = day();
        for (auto& [tool, grant] : person.tools)
            if (maybe()) grant.formalised = day();
    }

    std::mt19937 random_;
};

/// The faults of a register's text after `change` of its JSON.
template <class Change> std::vector<Error> faults_after(const Change& change) {
    Json json = must(parse_json(must(write_register(register_of(3)))));
    change(json);
    return read_register(must(canonical_json(json))).faults;
}

const Json::json_pointer second("/personnes/1");

} // namespace

TEST(RegisterFile, ReadsWhatItWrote) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        const Register made = RandomRegister(seed).make();
        const std::string text = must(write_register(made));
        EXPECT_TRUE(looks_like_register(text));
        const RegisterReading reading = read_register(text);
        ASSERT_THAT(reading.faults, IsEmpty()) << seed << reading.faults[0].code << reading.faults[0].place;
        ASSERT_EQ(reading.content, made) << seed;
        ASSERT_EQ(must(write_register(reading.content)), text);
    }
}

TEST(RegisterFile, TellsOtherFilesAndLaterVersions) {
    EXPECT_THAT(codes_of(read_register("{}").faults), ElementsAre("register.format"));
    EXPECT_THAT(codes_of(read_register(R"({"format":"pli/fiche/1"})").faults), ElementsAre("register.format"));
    const RegisterReading newer = read_register(R"({"autre":1,"format":"pli/registre/3"})");
    EXPECT_THAT(codes_of(newer.faults), ElementsAre("register.newer"));
    EXPECT_EQ(newer.faults[0].params.at("format"), "pli/registre/3");
    EXPECT_TRUE(looks_like_register(R"({"format":"pli/registre/3"})"));
    EXPECT_FALSE(looks_like_register(R"({"format":"pli/fiche/1"})"));
    EXPECT_FALSE(looks_like_register("PK\x03\x04"));
}

TEST(RegisterFile, IsWrittenInTheFirstFormatThatHoldsIt) {
    Register made = register_of(1);
    EXPECT_EQ(format_of(made), "pli/registre/1");
    made.territory = "nord";
    EXPECT_EQ(format_of(made), "pli/registre/2");
    made = must(note_grants_formalised(register_of(1), id_of(0), {"ouiform"}, today));
    EXPECT_EQ(format_of(made), "pli/registre/2");
    Json json = must(parse_json(must(write_register(made))));
    json["format"] = "pli/registre/1";
    EXPECT_THAT(codes_of(read_register(must(canonical_json(json))).faults), ElementsAre("register.unknown-member"));
    json = must(parse_json(must(write_register(register_of(1)))));
    json["format"] = "pli/registre/2";
    EXPECT_THAT(codes_of(read_register(must(canonical_json(json))).faults), ElementsAre("register.not-canonical"));
}

TEST(RegisterFile, RefusesEveryTruncation) {
    const std::string text = must(write_register(register_of(2)));
    for (std::size_t size = 0; size < text.size(); ++size)
        ASSERT_THAT(codes_of(read_register(text.substr(0, size)).faults), ElementsAre(testing::StartsWith("json.")))
            << size;
}

TEST(RegisterFile, NamesRowAndColumnOfEveryFault) {
    const auto faults = faults_after([](Json& json) {
        json[second]["naissance"] = "1985-02-30";
        json[second]["mail"] = "a@b";
        json[second].erase("region");
        json["/personnes/2"_json_pointer]["note"] = "autre";
    });
    EXPECT_THAT(codes_of(faults), ElementsAre("register.bad-value", "register.missing-member", "register.bad-value",
                                              "register.unknown-member"));
    EXPECT_EQ(faults[0].place, "/personnes/1/naissance");
    EXPECT_EQ(faults[0].params.at("row"), "2");
    EXPECT_EQ(faults[0].params.at("column"), "naissance");
    EXPECT_EQ(faults[0].params.at("code"), "date.not-real");
    EXPECT_EQ(faults[1].params.at("column"), "region");
    EXPECT_EQ(faults[2].params.at("code"), "email.domain");
    EXPECT_EQ(faults[3].params.at("row"), "3");
}

TEST(RegisterFile, ReportsAHundredFaultsAtMost) {
    Json json = must(parse_json(must(write_register(register_of(300)))));
    for (Json& person : json["personnes"]) person["manager"] = "oui";
    EXPECT_EQ(read_register(must(canonical_json(json))).faults.size(), 100U);
}

TEST(RegisterFile, RefusesWhatItWouldNotWrite) {
    const auto only = [](const char* code, const auto& change) {
        EXPECT_THAT(codes_of(faults_after(change)), ElementsAre(code));
    };
    only("register.order", [](Json& json) { json[second]["id"] = id_of(0); });
    only("register.bad-value",
         [](Json& json) { json["/personnes/2"_json_pointer]["id"] = "0F" + std::string(30, '0'); });
    only("register.not-canonical", [](Json& json) { json[second]["nom"] = " DURAND"; });
    only("register.bad-value", [](Json& json) { json["registre"]["version"] = 0; });
    only("register.wrong-type", [](Json& json) { json["registre"]["version"] = "1"; });
    only("register.bad-value", [](Json& json) { json["registre"]["predecesseurs"] = {"abc"}; });
    only("register.bad-value", [](Json& json) { json["effacees"] = {id_of(1)}; });
    only("register.order", [](Json& json) { json["effacees"] = {id_of(8), id_of(8)}; });
    only("register.empty", [](Json& json) { json["effacees"] = Json::array(); });
    only("register.empty", [](Json& json) { json[second]["outils"] = Json::object(); });
    only("register.empty", [](Json& json) { json[second]["etat"] = {{"genre", "active"}}; });
    only("register.bad-value", [](Json& json) { json[second]["etat"] = {{"genre", "perdue"}}; });
    only("register.bad-value", [](Json& json) { json[second]["outils"]["Oui Form"] = {{"accorde", "2026-01-05"}}; });
    only("register.bad-value", [](Json& json) { json[second]["utilise"] = "2026-11-23"; });
    only("register.bad-value", [](Json& json) { json["organisme"]["safir"] = "6201"; });
    const auto second_format = [&only](const char* code, const auto& change) {
        only(code, [&change](Json& json) {
            json["format"] = "pli/registre/2";
            change(json);
        });
    };
    second_format("register.bad-value", [](Json& json) { json["registre"]["territoire"] = "Le Nord"; });
    second_format("register.bad-value",
                  [](Json& json) { json[second]["outils"]["ouiform"]["formalise"] = "2026-11-23"; });
    second_format("register.bad-value", [](Json& json) {
        json[second]["etat"] = {{"genre", "active"}, {"formalise", "2026-11-22"}};
    });
    only("register.missing-member", [](Json& json) { json.erase("personnes"); });
    only("register.wrong-type", [](Json& json) { json[second] = "DURAND"; });
    const std::string text = must(write_register(register_of(1)));
    EXPECT_THAT(codes_of(read_register(text + "\n").faults), ElementsAre("register.not-canonical"));
    EXPECT_THAT(codes_of(read_register("\xEF\xBB\xBF" + text).faults), ElementsAre("json.encoding"));
}

TEST(RegisterFile, BoundsWhatItReads) {
    Json json = must(parse_json(must(write_register(register_of(1)))));
    json["personnes"] = Json::array();
    for (std::size_t i = 0; i <= register_limits::persons; ++i) json["personnes"].push_back(0);
    EXPECT_THAT(codes_of(read_register(must(canonical_json(json))).faults), ElementsAre("register.too-many"));
}

TEST(RegisterFile, JudgesDaysByTheDayOfSaving) {
    Register made = register_of(1);
    made.saved = {2099, 1, 1};
    made.persons[0].last_use = Date{2098, 12, 31};
    EXPECT_THAT(read_register(must(write_register(made))).faults, IsEmpty());
}
