// Ticking boxes that depend on each other: one by one, and every set of them.
#include "core/state/options.hpp"

#include <algorithm>
#include <gtest/gtest.h>

using namespace pli;

namespace {

Option option(std::string value) { return {std::move(value), "Option"}; }

/// Two locked ones, three free ones of which one needs another that needs a third, one that cannot be had.
Item tools() {
    Item item;
    item.control = Control::Multi;
    for (const char* value : {"usager", "vue", "carte", "contrat", "plan", "essai"})
        item.options.push_back(option(value));
    item.options[0].locked = item.options[1].locked = true;
    item.options[3].needs = "carte";
    item.options[4].needs = "contrat";
    item.options[5].unavailable = true;
    return item;
}

TickedOptions after(const TickedOptions& ticked, std::string_view value, bool on = true) {
    return options_after(tools(), ticked, value, on);
}

TEST(Options, LockedOnesGoWithWhateverIsTicked) {
    EXPECT_EQ(after({}, "carte"), (TickedOptions{"usager", "vue", "carte"}));
    EXPECT_EQ(after({"usager", "vue", "carte"}, "carte", false), TickedOptions());
    EXPECT_EQ(after({"usager", "vue", "carte"}, "vue", false), (TickedOptions{"usager", "vue", "carte"})) << "held";
}

TEST(Options, LockedOnesMayBeAllThatIsTicked) {
    EXPECT_EQ(after({}, "vue"), (TickedOptions{"usager", "vue"}));
    EXPECT_EQ(after({"usager", "vue"}, "usager", false), TickedOptions());
}

TEST(Options, AreHeldByFreeOnes) {
    const Item item = tools();
    const auto held = [&](const TickedOptions& ticked, std::size_t n) {
        return is_held(item, ticked, item.options.at(n));
    };
    EXPECT_FALSE(held({}, 0));
    EXPECT_FALSE(held({"usager", "vue"}, 0));
    EXPECT_TRUE(held({"usager", "vue", "carte"}, 0));
    EXPECT_FALSE(held({"usager", "vue", "carte"}, 2));
}

TEST(Options, BringWhatTheyNeedAndGoWithIt) {
    const TickedOptions all = {"usager", "vue", "carte", "contrat", "plan"};
    EXPECT_EQ(after({}, "plan"), all);
    EXPECT_EQ(after(all, "contrat", false), (TickedOptions{"usager", "vue", "carte"}));
    EXPECT_EQ(after(all, "carte", false), TickedOptions()) << "nothing of its own is left";
    EXPECT_EQ(after({"usager", "vue", "carte"}, "carte"), (TickedOptions{"usager", "vue", "carte"})) << "again";
}

TEST(Options, ThatCannotBeHadStayOut) {
    EXPECT_EQ(after({}, "essai"), TickedOptions());
    EXPECT_EQ(after({}, "inconnu"), TickedOptions());
    EXPECT_EQ(settled_options(tools(), {"essai", "carte", "inconnu", "carte"}),
              (TickedOptions{"usager", "vue", "carte"}));
    EXPECT_EQ(settled_options(tools(), {"plan"}), TickedOptions()) << "it lacks what it needs: nothing was asked for";
}

/// The definition of a settled set, said otherwise than in the code.
bool is_settled(const TickedOptions& ticked) {
    const auto has = [&](const char* value) { return std::count(ticked.begin(), ticked.end(), value) == 1; };
    if (ticked.empty()) return true;
    return has("usager") && has("vue") && !has("essai") && (!has("contrat") || has("carte")) &&
           (!has("plan") || has("contrat"));
}

TEST(Options, AreAlwaysSettledAfterwards) {
    const Item item = tools();
    for (unsigned set = 0; set < 64; ++set) {
        TickedOptions ticked;
        for (std::size_t n = 0; n < item.options.size(); ++n)
            if ((set >> n & 1U) != 0) ticked.push_back(item.options[n].value);
        const TickedOptions settled = settled_options(item, ticked);
        EXPECT_TRUE(is_settled(settled)) << set;
        EXPECT_EQ(settled == ticked, is_settled(ticked)) << set << ": a settled set stays as it is";
        EXPECT_EQ(settled_options(item, settled), settled) << set;
        for (const Option& one : item.options)
            for (const bool on : {true, false})
                EXPECT_TRUE(is_settled(options_after(item, ticked, one.value, on))) << set << one.value << on;
    }
}

} // namespace
