// What the receiver alone fills in: nowhere in what the sender sees and sends, refused when it was filled in.
#include "core/document/print_model.hpp"
#include "unit/document/samples.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using testing::HasSubstr;
using testing::Not;

const Form& bilateral() { return *find_form(test::shipped_pack(), "liaison-ag-bilaterale"); }

Answers bilateral_answers() {
    return test::must(answers_from_json(bilateral(), test::golden_json("liaison-ag-bilaterale/answers.json")));
}

TEST(ReceiverOnly, AnAnswerOfTheSenderIsNeitherWrittenNorPrinted) {
    const Answers answers = bilateral_answers();
    ASSERT_EQ(answers.text("decision.entree"), "oui");
    EXPECT_THAT(test::written(answers, test::sample_envelope(bilateral()), bilateral()), Not(HasSubstr("decision")));
    EXPECT_THAT(dump_json(print_model_to_json(print_model(bilateral(), answers))), Not(HasSubstr("DECISION")));
}

TEST(ReceiverOnly, AFicheInWhichTheSenderFilledItInIsRefused) {
    Json fiche = test::must(parse_json(test::golden_text("liaison-ag-bilaterale/fiche.json")));
    ASSERT_TRUE(read_fiche(test::shipped_pack(), dump_json(fiche), test::today).ok());
    fiche["reponses"]["decision"]["entree"] = true;
    const auto read = read_fiche(test::shipped_pack(), test::must(canonical_json(fiche)), test::today);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, "fiche.unknown-member");
    EXPECT_EQ(read.error().place, "/reponses/decision/entree");
}

TEST(ReceiverOnly, StandsEmptyInTheReceiversCopy) {
    const PrintModel copy = print_model(bilateral(), bilateral_answers(), Reader::Receiver);
    ASSERT_GE(copy.blocks.size(), 2U);
    const PrintBlock& title = copy.blocks[copy.blocks.size() - 2];
    const PrintBlock& decision = copy.blocks.back();
    EXPECT_EQ(title.text, "DECISION SUITE AU DIAGNOSTIC PARTAGE (à adresser à la structure prescriptrice)");
    EXPECT_EQ(decision.label, "Entrée en accompagnement global");
    ASSERT_EQ(decision.ticks.size(), 2U);
    for (const Option& box : decision.ticks) EXPECT_EQ(box.value, "");
    EXPECT_EQ(decision.ticks[0].label, "OUI");
    EXPECT_EQ(decision.ticks[1].label, "NON");
}

} // namespace
} // namespace pli
