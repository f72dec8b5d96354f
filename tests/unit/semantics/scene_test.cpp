#include "semantics/scene.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace pli::semantics {
namespace {

Node node(Role role, int parent, const std::string& label, bool holds = false) {
    Node result;
    result.role = role;
    result.parent = parent;
    result.label = label;
    result.holds = holds;
    return result;
}

/// A card with a field at fault in it, a signature, and a heading after the card.
std::vector<Node> sample() {
    std::vector<Node> nodes{node(Role::Group, -1, "Personne", true),   node(Role::Field, 0, "Prénom"),
                            node(Role::RadioGroup, 0, "Accord", true), node(Role::Radio, 2, "Oui"),
                            node(Role::Pad, 0, "Signature"),           node(Role::Heading, -1, "Suite")};
    nodes[1].hint = "Celui de l’état civil";
    nodes[1].error = "Donnez un prénom";
    nodes[1].value = "Éloïse";
    nodes[1].flags = FlagRequired | FlagSecret;
    nodes[3].flags = FlagChecked;
    nodes[4].value = "1,2 3,4;5,6";
    nodes[5].level = 2;
    return nodes;
}

std::vector<Node> placed_sample() {
    std::vector<Node> nodes = sample();
    nodes[1].rects[static_cast<std::size_t>(Part::Control)] = {16, 40.25F, 288, 44};
    nodes[1].rects[static_cast<std::size_t>(Part::Hint)] = {16, 12, 288, 26};
    nodes[4].rects[static_cast<std::size_t>(Part::Label)] = {0, -0.5F, 1, 1};
    return nodes;
}

TEST(Scene, KnowsEveryRole) {
    for (int role = 0; role <= static_cast<int>(last_role); ++role) {
        const auto scene = read_scene(write_scene({node(static_cast<Role>(role), -1, "Un")}, -1, -1));
        ASSERT_TRUE(scene) << role;
        EXPECT_EQ(static_cast<int>(scene->nodes.front().role), role);
    }
}

TEST(Scene, SaysHowManyRowsATableHas) {
    std::vector<Node> nodes{node(Role::Table, -1, "Personnes", true), node(Role::TableRow, 0, "")};
    nodes[0].value = "5000";
    const auto scene = read_scene(write_scene(nodes, -1, -1));
    ASSERT_TRUE(scene);
    EXPECT_EQ(scene->nodes.front().value, "5000");
}

TEST(Scene, IsReadAsItWasWritten) {
    const std::vector<Node> nodes = sample();
    const auto scene = read_scene(write_scene(nodes, 1, 3));
    ASSERT_TRUE(scene);
    EXPECT_EQ(scene->focused, 1);
    EXPECT_EQ(scene->hovered, 3);
    ASSERT_EQ(scene->nodes.size(), nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node &read = scene->nodes[i], &written = nodes[i];
        EXPECT_EQ(read.role, written.role);
        EXPECT_EQ(read.parent, written.parent);
        EXPECT_EQ(read.level, written.level);
        EXPECT_EQ(read.holds, written.holds);
        EXPECT_EQ(read.flags, written.flags);
        EXPECT_EQ(read.label, written.label);
        EXPECT_EQ(read.hint, written.hint);
        EXPECT_EQ(read.error, written.error);
    }
    EXPECT_EQ(scene->nodes[4].value, "1,2 3,4;5,6");
}

TEST(Scene, OfAnEmptyFrameIsEmpty) {
    const auto scene = read_scene(write_scene({}, -1, -1));
    ASSERT_TRUE(scene);
    EXPECT_TRUE(scene->nodes.empty());
    EXPECT_EQ(scene->focused, -1);
    EXPECT_EQ(scene->hovered, -1);
}

TEST(Scene, KeepsWhatIsTypedIntoALineInThePage) {
    const auto scene = read_scene(write_scene(sample(), -1, -1));
    ASSERT_TRUE(scene);
    EXPECT_EQ(scene->nodes[1].value, "");
}

TEST(Scene, IsRefusedWhenItIsCutOrContinued) {
    Bytes bytes = write_scene(sample(), 1, -1);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(read_scene(ByteView(bytes).first(size))) << size;
    bytes.push_back(0);
    EXPECT_FALSE(read_scene(bytes));
}

TEST(Scene, IsRefusedWhenANodeLiesNowhere) {
    EXPECT_FALSE(read_scene(write_scene({node(Role::Text, 0, "dans lui-même")}, -1, -1)));
    EXPECT_FALSE(read_scene(write_scene({node(Role::Text, -1, "feuille"), node(Role::Text, 0, "dans elle")}, -1, -1)));
    const std::vector<Node> closed{node(Role::Group, -1, "fermé", true), node(Role::Text, -1, "après"),
                                   node(Role::Text, 0, "trop tard")};
    EXPECT_FALSE(read_scene(write_scene(closed, -1, -1)));
    EXPECT_FALSE(read_scene(write_scene({node(Role::Text, -1, "seule")}, 1, -1)))
        << "the focus is on what is not there";
}

TEST(Scene, IsRefusedWithARoleThatDoesNotExist) {
    Bytes bytes = write_scene({node(Role::Text, -1, "")}, -1, -1);
    bytes[12] = static_cast<std::uint8_t>(last_role) + 1;
    EXPECT_FALSE(read_scene(bytes));
}

TEST(Places, AreReadAsTheyWereWritten) {
    const std::vector<Node> nodes = placed_sample();
    const auto places = read_places(write_places(nodes, 812.5F));
    ASSERT_TRUE(places);
    EXPECT_EQ(places->height, 812.5F);
    ASSERT_EQ(places->rects.size(), nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) EXPECT_EQ(places->rects[i], nodes[i].rects) << i;
}

TEST(Places, AreRefusedWhenTheyAreCutOrContinued) {
    Bytes bytes = write_places(placed_sample(), 100);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(read_places(ByteView(bytes).first(size))) << size;
    bytes.push_back(0);
    EXPECT_FALSE(read_places(bytes));
}

TEST(Places, AreRefusedWithNumbersThatNoPageHas) {
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1e30F}) {
        std::vector<Node> nodes = placed_sample();
        EXPECT_FALSE(read_places(write_places(nodes, bad)));
        nodes[1].rects[0].y = bad;
        EXPECT_FALSE(read_places(write_places(nodes, 100)));
    }
}

TEST(Places, AreRefusedWithAPartThatDoesNotExist) {
    Bytes bytes = write_places({node(Role::Text, -1, "")}, 0);
    bytes[8] = 16;
    EXPECT_FALSE(read_places(bytes));
}

/// Any damage is refused or read as something sound: what is laid out never points outside.
TEST(SceneAndPlaces, SurviveAnyDamage) {
    std::mt19937 random{20261125};
    const auto below = [&](std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
    };
    const Bytes scene = write_scene(sample(), 1, 3), places = write_places(placed_sample(), 100);
    for (int round = 0; round < 20000; ++round) {
        Bytes damaged = round % 2 == 0 ? scene : places;
        for (std::size_t change = 0; change <= below(4); ++change)
            damaged[below(damaged.size())] = static_cast<std::uint8_t>(below(256));
        if (const auto read = read_scene(damaged)) {
            for (std::size_t i = 0; i < read->nodes.size(); ++i) ASSERT_LT(read->nodes[i].parent, static_cast<int>(i));
        }
        (void)read_places(damaged);
    }
}

} // namespace
} // namespace pli::semantics
