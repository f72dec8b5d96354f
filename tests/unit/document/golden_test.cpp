// Golden cases: tests/data/<case>/{answers,faults,print,fiche}.json. A wanted change is taken over with
// PLI_UPDATE_GOLDEN=1, and read in the diff before it is committed.
#include "core/document/fiche.hpp"
#include "core/document/print_model.hpp"
#include "unit/document/samples.hpp"

#include <cstdlib>
#include <fstream>

namespace pli {
namespace {

using test::golden_json;
using test::golden_text;
using test::liaison;
using test::pas_de_calais;
using test::sample_envelope;
using test::today;

Json faults_to_json(const std::vector<Fault>& faults) {
    Json json = Json::array();
    for (const Fault& fault : faults)
        json.push_back({{"code", fault.code},
                        {"path", fault.path},
                        {"warning", fault.severity == Severity::Warning},
                        {"params", fault.params}});
    return json;
}

void expect_golden(const std::string& name, const std::string& actual) {
    if (std::getenv("PLI_UPDATE_GOLDEN") != nullptr)
        std::ofstream(test::source_folder + "/tests/data/" + name, std::ios::binary) << actual;
    EXPECT_EQ(golden_text(name), actual) << name;
}

class Golden : public testing::TestWithParam<std::string> {
  protected:
    const Answers answers = test::must(answers_from_json(liaison(), golden_json(GetParam() + "/answers.json")));
};

TEST_P(Golden, FaultsAreThoseExpected) {
    expect_golden(GetParam() + "/faults.json", faults_to_json(check_form(liaison(), answers, today)).dump(2) + "\n");
}

TEST_P(Golden, PrintIsAsExpected) {
    expect_golden(GetParam() + "/print.json", print_model_to_json(print_model(liaison(), answers)).dump(2) + "\n");
}

TEST_P(Golden, FicheIsAsExpectedOrRefused) {
    const auto fiche = build_fiche(pas_de_calais(), liaison(), answers, sample_envelope());
    const bool valid = !has_fault(check_form(liaison(), answers, today));
    ASSERT_EQ(fiche.ok(), valid);
    if (valid) expect_golden(GetParam() + "/fiche.json", fiche.value());
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::Values("liaison-ag-tacite", "liaison-ag-tacite-incomplet"));

} // namespace
} // namespace pli
