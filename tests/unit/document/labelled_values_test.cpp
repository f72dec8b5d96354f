// A document as one row of a table.
#include "core/document/labelled_values.hpp"

#include "unit/document/samples.hpp"

#include <algorithm>

namespace pli {
namespace {

std::string value_of(const std::vector<LabelledValue>& values, const std::string& label) {
    for (const LabelledValue& one : values)
        if (one.label == label) return one.value;
    return "(none)";
}

std::vector<LabelledValue> values_of(const std::string& form_id) {
    const Form& form = *find_form(test::shipped_pack(), form_id);
    const Answers answers = test::must(answers_from_json(form, test::golden_json(form_id + "/answers.json")));
    return labelled_values(print_model(form, answers));
}

TEST(LabelledValues, AreThoseOfThePrintUnderTheirHeadings) {
    const auto values = values_of("liaison-ag-bilaterale");
    EXPECT_EQ(values.front(), (LabelledValue{"Date", "22/11/2026"}));
    EXPECT_EQ(value_of(values, "DEMANDEUR D’EMPLOI – Données d’identification – Nom et prénom"),
              "Lefèvre-Dupré Éloïse");
    const auto obstacles = std::find_if(values.begin(), values.end(), [](const LabelledValue& one) {
        return one.label.ends_with(" – Freins périphériques à l’emploi");
    });
    ASSERT_NE(obstacles, values.end());
    EXPECT_EQ(obstacles->value, "Faire face à des difficultés de logement, Accéder à un moyen de transport");
    for (const LabelledValue& one : values) EXPECT_EQ(one.value.find("Jamais-Transmis"), std::string::npos);
}

TEST(LabelledValues, OfABoxAloneAreACross) {
    const auto values = values_of("rgc-designation");
    const auto crossed = std::find_if(values.begin(), values.end(), [](const LabelledValue& one) {
        return one.label.starts_with(
            "NOMINATION / RÉVOCATION – Nomination – Le RGC fait partie du personnel permanent");
    });
    ASSERT_NE(crossed, values.end());
    EXPECT_EQ(crossed->value, "x");
}

TEST(LabelledValues, OfAListAreNumbered) {
    const auto values = values_of("liste-sous-traitants");
    std::size_t numbered = 0;
    for (const LabelledValue& one : values)
        if (one.label.find(" 1 – ") != std::string::npos) ++numbered;
    EXPECT_GT(numbered, 1U);
}

} // namespace
} // namespace pli
