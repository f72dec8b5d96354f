#include "semantics/tree.hpp"

#include "dom_model.hpp"

#include <gtest/gtest.h>
#include <random>

namespace pli::semantics {
namespace {

Node node(const std::string& key, Role role = Role::Text, int parent = -1, const std::string& label = {}) {
    Node result;
    result.key = key;
    result.role = role;
    result.parent = parent;
    result.label = label;
    return result;
}

class TreeTest : public testing::Test {
  protected:
    SemTree tree;
    DomModel dom;
    std::vector<Node> declared;

    std::string show(std::vector<Node> nodes, bool placed = false, float height = 0) {
        declared = nodes;
        Places places;
        for (const Node& each : nodes) places.rects.push_back(each.rects);
        places.height = height;
        tree.begin();
        for (Node& each : nodes) {
            each.rects = {};
            tree.add(std::move(each));
        }
        const std::string patch = tree.diff(placed ? &places : nullptr);
        dom.apply(patch);
        return patch;
    }

    std::vector<std::string> order() const { return dom.elements.at("").children; }
};

TEST_F(TreeTest, CreatesNodesInOrderWithTheirPropertiesOnly) {
    EXPECT_EQ(show({node("titre", Role::Heading, -1, "Bonjour"), node("nom", Role::Field, -1, "Nom")}),
              R"([["+","titre","heading","",""],["=","titre",{"label":"Bonjour"}],)"
              R"(["+","nom","field","","titre"],["=","nom",{"label":"Nom"}]])");
}

TEST_F(TreeTest, SaysNothingWhenNothingChanged) {
    show({node("a"), node("b")});
    EXPECT_EQ(show({node("a"), node("b")}), "");
}

TEST_F(TreeTest, SendsOnlyThePropertyThatChanged) {
    Node field = node("nom", Role::Field, -1, "Nom");
    show({field});
    field.error = "Donnez \"un\" nom\n";
    field.flags = FlagRequired;
    EXPECT_EQ(show({field}), R"([["=","nom",{"error":"Donnez \"un\" nom\u000a","required":true}]])");
}

TEST_F(TreeTest, NeverEchoesAnEditBack) {
    Node field = node("nom", Role::Field);
    show({field});
    tree.observe({EventType::Value, "nom", "Éloïse"});
    field.value = "Éloïse";
    EXPECT_EQ(show({field}), "");
}

TEST_F(TreeTest, WritesTheValueWhenStateDisagreesWithWhatIsShown) {
    Node field = node("nom", Role::Field);
    show({field});
    tree.observe({EventType::Value, "nom", "tapé"});
    EXPECT_EQ(show({field}), R"([["=","nom",{"value":""}]])");
    tree.observe({EventType::Shown, "nom", "autre"});
    EXPECT_EQ(show({field}), R"([["=","nom",{"value":""}]])");
}

TEST_F(TreeTest, KnowsThatARadioLetsGoOfTheOthers) {
    Node first = node("sexe-f", Role::Radio, 0);
    Node second = node("sexe-m", Role::Radio, 0);
    first.flags = FlagChecked;
    show({node("sexe", Role::RadioGroup), first, second});
    tree.observe({EventType::Check, "sexe-m", "1"});
    first.flags = 0;
    second.flags = FlagChecked;
    EXPECT_EQ(show({node("sexe", Role::RadioGroup), first, second}), "");
}

TEST_F(TreeTest, NewOptionsAreFollowedByTheValueEvenUnchanged) {
    Node select = node("choix", Role::Select);
    select.options = {{"a", "A"}, {"b", "B"}};
    select.value = "b";
    show({select});
    select.options.push_back({"c", "C"});
    EXPECT_EQ(show({select}), R"([["=","choix",{"options":[["a","A"],["b","B"],["c","C"]],"value":"b"}]])");
}

TEST_F(TreeTest, RemovingAParentTakesItsChildrenAlong) {
    show({node("groupe", Role::Group), node("dedans", Role::Text, 0), node("apres")});
    EXPECT_EQ(show({node("apres")}), R"([["-","groupe"]])");
    EXPECT_EQ(order(), std::vector<std::string>{"apres"});
}

TEST_F(TreeTest, ANodeThatChangesItsRoleIsMadeAnewWithItsChildren) {
    show({node("x", Role::Group), node("dedans", Role::Text, 0, "mot")});
    EXPECT_EQ(show({node("x", Role::Region), node("dedans", Role::Text, 0, "mot")}),
              R"([["-","x"],["+","x","region","",""],["+","dedans","text","x",""],["=","dedans",{"label":"mot"}]])");
}

TEST_F(TreeTest, ANodeThatChangesItsParentIsMadeAnew) {
    show({node("a", Role::Group), node("b", Role::Group), node("x", Role::Text, 0)});
    show({node("a", Role::Group), node("b", Role::Group), node("x", Role::Text, 1)});
    EXPECT_EQ(dom.elements.at("x").parent, "b");
}

TEST_F(TreeTest, MovesAsFewElementsAsPossible) {
    show({node("a"), node("b"), node("c"), node("d")});
    show({node("d"), node("a"), node("b"), node("c")});
    EXPECT_EQ(order(), (std::vector<std::string>{"d", "a", "b", "c"}));
    EXPECT_EQ(dom.moves, 1);
}

TEST_F(TreeTest, InsertingMovesNothing) {
    show({node("a"), node("c")});
    show({node("a"), node("b"), node("c")});
    EXPECT_EQ(order(), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(dom.moves, 0);
}

TEST_F(TreeTest, PlacesPartsAndHeightInCanvasModeOnly) {
    Node field = node("nom", Role::Field);
    field.rects[static_cast<std::size_t>(Part::Control)] = {16, 40.25F, 288, 44};
    EXPECT_EQ(show({field}, false, 300), R"([["+","nom","field","",""]])");
    tree.forget();
    dom = {};
    EXPECT_EQ(show({field}, true, 300), R"([["+","nom","field","",""],["r","nom",0,16,40.25,288,44],["h",300]])");
    field.rects[0].y = -0.5F;
    EXPECT_EQ(show({field}, true, 300), R"([["r","nom",0,16,-0.5,288,44]])");
}

TEST_F(TreeTest, MovesTheFocusOnceAndOnlyToWhatIsShown) {
    tree.want_focus("nom");
    show({node("nom", Role::Field)});
    EXPECT_EQ(dom.focused, "nom");
    EXPECT_EQ(show({node("nom", Role::Field)}), "");
    tree.want_focus("absent");
    EXPECT_EQ(show({node("nom", Role::Field)}), "");
}

TEST_F(TreeTest, EffectsKeepTheirOrderAndPayload) {
    tree.want_effect("print", {});
    tree.want_effect("screen", R"({"route":"#/saisie"})");
    EXPECT_EQ(show({}), R"([["!","print",{}],["!","screen",{"route":"#/saisie"}]])");
    EXPECT_EQ(show({}), "");
}

TEST_F(TreeTest, ForgettingMakesTheNextPatchComplete) {
    const std::string first = show({node("a", Role::Group, -1, "A"), node("b", Role::Text, 0)}, true, 10);
    tree.forget();
    dom = {};
    EXPECT_EQ(show({node("a", Role::Group, -1, "A"), node("b", Role::Text, 0)}, true, 10), first);
}

/// Any two node lists: the patch between them gives the second.
class RandomTrees : public TreeTest {
  protected:
    std::mt19937 random{20261122};

    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random); }

    std::vector<Node> any_list() {
        std::vector<std::string> keys;
        for (char letter = 'a'; letter <= 'p'; ++letter)
            if (below(4) != 0) keys.emplace_back(1, letter);
        std::shuffle(keys.begin(), keys.end(), random);
        std::vector<Node> list;
        for (const std::string& key : keys) {
            Node made =
                node(key, below(6) == 0 ? Role::Region : Role::Group, below(static_cast<int>(list.size()) + 1) - 1);
            made.label = std::to_string(below(3));
            made.flags = static_cast<std::uint16_t>(below(4));
            made.rects[static_cast<std::size_t>(below(part_count))] = {float(below(3)), 1, 2, float(below(2))};
            list.push_back(std::move(made));
        }
        return list;
    }

    void expect_shown() const {
        std::map<std::string, std::vector<std::string>> children;
        for (const Node& each : declared) {
            const std::string parent = each.parent < 0 ? "" : declared[static_cast<std::size_t>(each.parent)].key;
            children[parent].push_back(each.key);
            ASSERT_EQ(dom.elements.count(each.key), 1U) << each.key;
            const auto& element = dom.elements.at(each.key);
            EXPECT_EQ(element.role, role_name(each.role));
            EXPECT_EQ(element.parent, parent);
            EXPECT_EQ(element.properties.value("label", ""), each.label);
            EXPECT_EQ(element.properties.value("required", false), (each.flags & FlagRequired) != 0);
            for (std::size_t part = 0; part < each.rects.size(); ++part) {
                const Rect& rect = each.rects[part];
                const auto found = element.rects.find(static_cast<int>(part));
                const auto shown = found == element.rects.end() ? std::vector<double>(4, 0) : found->second;
                EXPECT_EQ(shown, (std::vector<double>{rect.x, rect.y, rect.w, rect.h}));
            }
        }
        EXPECT_EQ(dom.elements.size(), declared.size() + 1);
        for (const auto& [key, element] : dom.elements) EXPECT_EQ(element.children, children[key]) << "in " << key;
    }
};

TEST_F(RandomTrees, EveryPatchGivesTheSecondList) {
    for (int round = 0; round < 1000 && !HasFailure(); ++round) {
        show(any_list(), true, 1);
        expect_shown();
    }
}

} // namespace
} // namespace pli::semantics
