// The file of kind "calendar".
#include "unit/definition/packs.hpp"

#include <gmock/gmock.h>
#include <map>

namespace pli::test {
namespace {

Json with_calendar() {
    Json pack = small_pack();
    pack["territoire.json"]["calendar"] = "calendrier";
    pack["calendrier.json"] = parse_json(R"json({
      "kind": "calendar", "id": "calendrier", "intro": "Ce qui est dû.",
      "items": [
        {"control": "choice", "name": "cas", "label": "Cas", "options": "couleurs"},
        {"control": "date", "name": "depuis", "kind": "far-date", "label": "Depuis"},
        {"control": "text", "name": "a", "kind": "time", "label": "À"}],
      "deadlines": [
        {"id": "stock", "label": "Stock", "worked_friday": 3, "hour": 17, "rule": "Le troisième vendredi."},
        {"id": "fuite", "label": "Fuite", "from": "depuis", "time": "a", "hours": 36, "rule": "Sous 36 heures."}]
    })json")
                                  .value();
    return pack;
}

std::string reading_with(const std::string& pointer, const Json& value) {
    Json pack = with_calendar();
    pack[Json::json_pointer("/calendrier.json" + pointer)] = value;
    return pack_reading(pack);
}

std::string reading_without(const std::string& pointer) {
    Json pack = with_calendar();
    const Json::json_pointer place("/calendrier.json" + pointer);
    pack[place.parent_pointer()].erase(place.back());
    return pack_reading(pack);
}

TEST(CalendarFile, IsReadWithItsQuestionsAndDeadlines) {
    const auto pack = load_pack(with_calendar().dump());
    ASSERT_TRUE(pack.ok()) << pack_reading(with_calendar());
    const Calendar* calendar = find_calendar(pack.value(), pack.value().territories.front().calendar);
    ASSERT_NE(calendar, nullptr);
    EXPECT_EQ(calendar->intro, "Ce qui est dû.");
    EXPECT_EQ(calendar->fields.steps.front().items.size(), 3U);
    ASSERT_EQ(calendar->fields.deadlines.size(), 2U);
    EXPECT_EQ(calendar->fields.deadlines[0].span, DeadlineRule::Span::WorkedFriday);
    EXPECT_EQ(calendar->fields.deadlines[0].hour, 17);
    EXPECT_EQ(calendar->fields.deadlines[1].span, DeadlineRule::Span::Hours);
    EXPECT_EQ(calendar->fields.deadlines[1].time, "a");
}

TEST(CalendarFile, MustBeComplete) {
    for (const std::string name : {"id", "intro", "items"})
        EXPECT_EQ(reading_without("/" + name), "pack.missing-member calendrier.json# (" + name + ")");
    EXPECT_EQ(reading_with("/title", "x"), "pack.unknown-member calendrier.json#/title (title)");
}

TEST(CalendarFile, AsksOnlyWhatAnEventIsAndWhenItWas) {
    const Json name = {{"control", "text"}, {"name", "nom"}, {"kind", "person-name"}, {"label", "Nom"}};
    EXPECT_EQ(reading_with("/items/0", name), "pack.bad-value calendrier.json#/items (nom)") << "no data of a person";
    const Json tick = {{"control", "tick"}, {"name", "accord"}, {"label", "Accord"}};
    EXPECT_EQ(reading_with("/items/0", tick), "pack.bad-value calendrier.json#/items (accord)");
}

TEST(CalendarFile, CountsHoursFromADayAndATime) {
    const std::string place = "calendrier.json#/deadlines/1";
    EXPECT_EQ(reading_without("/deadlines/1/time"), "pack.missing-member " + place + " (time)");
    EXPECT_EQ(reading_without("/deadlines/1/from"), "pack.missing-member " + place + "/from (from)");
    EXPECT_EQ(reading_with("/deadlines/1/time", "cas"), "pack.bad-value " + place + "/time (cas)");
    EXPECT_EQ(reading_with("/deadlines/1/time", "minuit"), "pack.unknown-field " + place + "/time (minuit)");
    EXPECT_EQ(reading_with("/deadlines/1/hours", -1), "pack.bad-value " + place + "/hours (hours)");
    EXPECT_EQ(reading_with("/deadlines/0/hour", 24), "pack.bad-value calendrier.json#/deadlines/0/hour (hour)");
}

TEST(CalendarFile, SaysWhichOfItsQuestionsAskAboutABreach) {
    const Json breach = {{"given", {{"cas", "bleu"}}}, {"day", "depuis"}, {"time", "a"}};
    Json pack = with_calendar();
    pack["calendrier.json"]["breach"] = breach;
    const auto loaded = load_pack(pack.dump());
    ASSERT_TRUE(loaded.ok()) << pack_reading(pack);
    const auto& questions = loaded.value().calendars.front().breach;
    ASSERT_TRUE(questions);
    EXPECT_EQ(questions->given, (std::map<std::string, std::string>{{"cas", "bleu"}}));
    EXPECT_EQ(questions->day, "depuis");
    EXPECT_EQ(questions->time, "a");

    const auto with = [&](const std::string& pointer, const Json& value) {
        Json changed = breach;
        changed[Json::json_pointer(pointer)] = value;
        return reading_with("/breach", changed);
    };
    const std::string place = "calendrier.json#/breach";
    EXPECT_EQ(with("/given/cas", "rouge"), "pack.bad-value " + place + "/given (cas)");
    EXPECT_EQ(with("/given/cas", 1), "pack.bad-value " + place + "/given (cas)");
    EXPECT_EQ(with("/given/depuis", "bleu"), "pack.bad-value " + place + "/given (depuis)");
    EXPECT_EQ(with("/given/autre", "bleu"), "pack.unknown-field " + place + "/given (autre)");
    EXPECT_EQ(with("/given", Json::object()), "pack.empty " + place + "/given (given)");
    EXPECT_EQ(with("/day", "a"), "pack.bad-value " + place + "/day (a)");
    EXPECT_EQ(with("/time", "minuit"), "pack.unknown-field " + place + "/time (minuit)");
    EXPECT_EQ(with("/x", 1), "pack.unknown-member " + place + "/x (x)");
    EXPECT_EQ(reading_with("/breach", Json{{"given", {{"cas", "bleu"}}}, {"day", "depuis"}}),
              "pack.missing-member " + place + " (time)");
}

TEST(CalendarFile, IsNamedByATerritoryAndByOneNameOnly) {
    Json pack = with_calendar();
    pack["territoire.json"].erase("calendar");
    EXPECT_EQ(pack_reading(pack), "pack.unused calendrier.json# (calendrier)");
    pack["territoire.json"]["calendar"] = "almanach";
    EXPECT_EQ(pack_reading(pack), "pack.missing-file territoire.json#/calendar (almanach)");
    pack = with_calendar();
    pack["copie.json"] = pack["calendrier.json"];
    EXPECT_EQ(pack_reading(pack), "pack.duplicate-name copie.json#/id (calendrier)");
}

} // namespace
} // namespace pli::test
