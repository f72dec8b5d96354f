#include "core/base/json.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace pli;
using namespace std::string_literals;

namespace {

std::string fault(std::string_view text, const JsonLimits& limits = {}) {
    const auto json = parse_json(text, limits);
    return json ? "accepted" : json.error().code;
}

std::string canonical(std::string_view text) {
    const auto json = parse_json(text);
    if (!json) return json.error().code;
    const auto written = canonical_json(json.value());
    return written ? written.value() : written.error().code;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(ParseJson, ReadsEveryType) {
    const auto json = parse_json(R"( {"a": [1, -2, 1.5, true, null, "é\u00e9\ud83d\ude00"], "b": {}} )");
    ASSERT_TRUE(json.ok());
    EXPECT_EQ(json.value(), (Json{{"a", {1, -2, 1.5, true, nullptr, "éé\U0001F600"}}, {"b", Json::object()}}));
}

TEST(ParseJson, RefusesWhatIsNotJson) {
    for (const auto& text : {""s, " "s, "{"s, "[1,]"s, "{\"a\":1,}"s, "{a:1}"s, "'a'"s, "01"s, "1."s, "+1"s, "NaN"s,
                             "[1] 2"s, "{} {}"s, "// c\n1"s, "\"\t\""s, "\"\\x\""s, "\"\\ud800\""s, "1e999"s, "tru"s})
        EXPECT_EQ(fault(text), "json.syntax") << text;
}

TEST(ParseJson, SaysWhereTheSyntaxFails) {
    EXPECT_EQ(parse_json("{\"a\":x}").error(), (Error{"json.syntax", "byte 6", {}}));
    EXPECT_EQ(parse_json("[\"\xFF\"]").error(), (Error{"json.encoding", "byte 3", {}}));
}

TEST(ParseJson, ReadsToTheEndPastANul) {
    EXPECT_EQ(fault("{}\0"s), "json.syntax");
    EXPECT_EQ(fault("{}\0{\"hidden\":1}"s), "json.syntax");
}

TEST(ParseJson, RefusesRepeatedMembers) {
    EXPECT_EQ(parse_json(R"({"a":1,"b":{"a":2},"a":3})").error(), (Error{"json.duplicate-key", "", {{"key", "a"}}}));
    EXPECT_EQ(fault(R"({"a":1,"\u0061":2})"), "json.duplicate-key") << "the same name, escaped";
    EXPECT_EQ(fault(R"([{"a":1},{"a":1}])"), "accepted");
}

TEST(ParseJson, RefusesOtherEncodings) {
    EXPECT_EQ(fault("\xEF\xBB\xBF{}"), "json.encoding");
    EXPECT_EQ(fault("\"Caf\xE9\""), "json.encoding");
    EXPECT_EQ(fault("\xFF\xFE{\0}\0"s), "json.encoding");
}

TEST(ParseJson, BoundsDepthAndSize) {
    EXPECT_EQ(fault(nested(64)), "accepted");
    EXPECT_EQ(fault(nested(65)), "json.too-deep");
    EXPECT_EQ(fault(std::string(1'000'000, '[')), "json.too-deep");
    EXPECT_EQ(fault("[[]]", {.max_depth = 1}), "json.too-deep");
    EXPECT_EQ(fault("[1,2]", {.max_bytes = 5}), "accepted");
    EXPECT_EQ(parse_json("[1,2]", {.max_bytes = 4}).error(), (Error{"json.too-large", "", {{"max", "4"}}}));
}

TEST(CanonicalJson, SortsMembersByUtf16CodeUnits) { // RFC 8785 section 3.2.3
    EXPECT_EQ(canonical(R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",)"
                        R"("1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",)"
                        R"("\u00f6":"Latin Small Letter O With Diaeresis"})"),
              "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
              "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
              "\"\U0001F600\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST(CanonicalJson, EscapesAsLittleAsItCan) { // RFC 8785 section 3.2.2.2
    EXPECT_EQ(canonical(R"("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/\b\f\t\r\u007f")"),
              "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\\r\x7F\"");
}

TEST(CanonicalJson, WritesLiteralsAndNestingWithoutSpaces) {
    EXPECT_EQ(canonical(R"( { "literals" : [ null , true , false ] , "a" : [ { } , [ ] ] } )"),
              R"({"a":[{},[]],"literals":[null,true,false]})");
}

TEST(CanonicalJson, WritesExactIntegersOnly) {
    EXPECT_EQ(canonical("[0,-0,-7,9007199254740992,-9007199254740992]"), "[0,0,-7,9007199254740992,-9007199254740992]");
    for (const auto* text : {"1.5", "1.0", "1e3", "-0.0", "9007199254740993", "-9007199254740993",
                             "18446744073709551615", "[1,{\"a\":0.1}]"})
        EXPECT_EQ(canonical(text), "json.number") << text;
}

TEST(CanonicalJson, RefusesWhatCannotBeWritten) {
    EXPECT_EQ(canonical_json(Json("Caf\xE9")).error().code, "json.encoding");
    EXPECT_EQ(canonical_json(Json{{"\xFF", 1}}).error().code, "json.encoding");
    EXPECT_EQ(canonical_json(Json::binary({1, 2})).error().code, "json.number");
    Json deep = 1;
    for (int i = 0; i < 65; ++i) deep = Json::array({std::move(deep)});
    EXPECT_EQ(canonical_json(deep).error().code, "json.too-deep");
}

TEST(CanonicalJson, IsAFixedPoint) {
    std::mt19937 random(20261122);
    const auto value = [&random](const auto& self, int depth) -> Json {
        switch (random() % (depth > 3 ? 4U : 6U)) {
        case 0:
            return static_cast<std::int64_t>(random()) - 1'000'000'000;
        case 1:
            return random() % 2 == 0;
        case 2:
            return nullptr;
        case 3:
            return std::string(1, static_cast<char>(random() % 128)) + "é\U0001F600";
        case 4: {
            Json array = Json::array();
            for (auto size = random() % 5; size > 0; --size) array.push_back(self(self, depth + 1));
            return array;
        }
        default: {
            Json object = Json::object();
            for (auto size = random() % 5; size > 0; --size)
                object["\uFB33" + std::to_string(random() % 100)] = self(self, depth + 1);
            return object;
        }
        }
    };
    for (int round = 0; round < 500; ++round) {
        const Json json = value(value, 0);
        const auto written = canonical_json(json);
        ASSERT_TRUE(written.ok());
        const auto read = parse_json(written.value());
        ASSERT_TRUE(read.ok()) << written.value();
        ASSERT_EQ(read.value(), json);
        ASSERT_EQ(canonical_json(read.value()).value(), written.value());
    }
}

TEST(JsonMembers, NeverThrowOnAnotherType) {
    const Json object{{"text", "a"}, {"flag", true}, {"count", 3}, {"huge", 18446744073709551615U}, {"real", 1.5}};
    EXPECT_EQ(*text_member(object, "text"), "a");
    EXPECT_EQ(text_member(object, "count"), nullptr);
    EXPECT_EQ(text_member_or(object, "absent", "b"), "b");
    EXPECT_TRUE(bool_member_or(object, "flag", false));
    EXPECT_TRUE(bool_member_or(object, "text", true));
    EXPECT_EQ(int_member_or(object, "count", 0), 3);
    EXPECT_EQ(int_member_or(Json{{"count", -3}}, "count", 0), -3);
    EXPECT_EQ(int_member_or(object, "huge", 7), 7) << "does not fit";
    EXPECT_EQ(int_member_or(object, "real", 7), 7);
    for (const Json& other : {Json(nullptr), Json("text"), Json::array({1}), Json(3)}) {
        EXPECT_EQ(member(other, "text"), nullptr);
        EXPECT_EQ(int_member_or(other, "text", 7), 7);
    }
}

TEST(DumpJson, ReplacesWhatIsNotUtf8) { EXPECT_EQ(dump_json(Json("Caf\xE9")), "\"Caf\uFFFD\""); }

} // namespace
