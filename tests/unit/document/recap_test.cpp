// What a demand asks for, in short.
#include "core/document/recap.hpp"

#include "unit/document/samples.hpp"

using namespace pli;
using test::golden_json;

namespace {

const Form& demand() { return *find_form(test::shipped_pack(), "outils-demande-acces"); }

/// One line for each part: "step / item: option, option".
std::vector<std::string> lines(const Answers& answers) {
    std::vector<std::string> lines;
    for (const RecapPart& part : recap(demand(), answers)) {
        std::string options;
        for (const std::string& option : part.options) options += (options.empty() ? "" : ", ") + option;
        lines.push_back(part.step + " / " + part.label + ": " + options);
    }
    return lines;
}

TEST(Recap, ListsWhatIsTickedAndNothingElse) {
    Answers answers;
    answers.set("donnees.api", std::vector<std::string>{"statut-usager", "recherche-usager"});
    answers.set("formation.ouiform", true);
    EXPECT_EQ(lines(answers), (std::vector<std::string>{
                                  "A/ Données de l’utilisateur / API: Recherche Usager, Statut Usager",
                                  "F/ Formation / : Application OuiForm",
                              }));
    EXPECT_TRUE(recap(demand(), Answers()).empty());
}

TEST(Recap, OfTheGoldenDemandHasAllItsParts) {
    const Answers answers = test::must(answers_from_json(demand(), golden_json("outils-demande-acces/answers.json")));
    EXPECT_EQ(recap(demand(), answers).size(), 8U);
    EXPECT_TRUE(recap(test::liaison(), test::complete_answers()).empty()) << "a form without a recap";
}

} // namespace
