// What the page can say before the rest of its wording has arrived.
#include "core/definition/pack.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>
#include <regex>

namespace pli::ui {
namespace {

using testing::IsEmpty;
using testing::Not;

/// Keys of the catalogue that are shown in place of their sentences.
std::vector<std::string> keys_shown(const Visitor& visitor) {
    static const std::regex key("(^|\n)([a-z-]+\\.[a-z.-]+)(?=\n|$)");
    const std::string text = visitor.text();
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), key), end; at != end; ++at) found.push_back((*at)[2]);
    return found;
}

TEST(FirstTexts, AreAllThatTheHomeScreenSays) {
    EXPECT_THAT(keys_shown(Visitor::who_waits_for_texts("#/")), IsEmpty());
}

TEST(FirstTexts, AreAllThatTheStepsOfFormsSay) {
    const Pack pack = load_pack(shipped_pack()).value();
    for (const Form& form : pack.forms) {
        Visitor visitor = Visitor::who_waits_for_texts("#/");
        if (!visitor.shows("fiche-" + form.id)) continue; // of another territory
        visitor.click("fiche-" + form.id);
        visitor.click("suivant"); // refused: the faults are shown, and said in a summary
        EXPECT_TRUE(visitor.shows("bilan")) << form.id;
        EXPECT_THAT(keys_shown(visitor), IsEmpty()) << form.id;
        visitor.click("abandonner");
        EXPECT_THAT(keys_shown(visitor), IsEmpty()) << form.id;
    }
}

TEST(FirstTexts, AnotherScreenWaitsForTheRest) {
    Visitor visitor = Visitor::who_waits_for_texts("#/registre");
    EXPECT_EQ(visitor.title(), "Un instant…");
    EXPECT_EQ(visitor.asked_for("screen"), 0);
    visitor.shell_answers("texts", {{"sentences", later_texts()}});
    EXPECT_EQ(visitor.title(), "Registre des habilitations");
    EXPECT_EQ(visitor.route(), "#/registre");
    EXPECT_THAT(keys_shown(visitor), IsEmpty());
}

TEST(FirstTexts, ThatAreFollowedBySomethingElseSaySo) {
    Visitor visitor = Visitor::who_waits_for_texts("#/");
    visitor.shell_answers("texts", {{"sentences", 3}});
    EXPECT_THAT(visitor.text(), testing::HasSubstr("fichier des textes de Pli est abîmé"));
    EXPECT_THAT(later_texts(), Not(IsEmpty()));
}

} // namespace
} // namespace pli::ui
