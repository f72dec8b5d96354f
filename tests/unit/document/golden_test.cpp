// Golden cases: tests/data/<case>/{answers,faults,print,fiche}.json; a case is named after its form, and each form
// has one of its own name. A wanted change is taken over with PLI_UPDATE_GOLDEN=1, and read in the diff before it
// is committed.
#include "core/document/fiche.hpp"
#include "core/document/print_model.hpp"
#include "unit/document/samples.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace pli {
namespace {

using test::golden_json;
using test::golden_text;
using test::liaison;
using test::sample_envelope;
using test::shipped_pack;
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

/// The form whose id the name of a case is or goes on from.
const Form& form_of_case(const std::string& name) {
    const Form* found = nullptr;
    for (const Form& form : shipped_pack().forms)
        if (name == form.id || name.starts_with(form.id + "-"))
            if (found == nullptr || form.id.size() > found->id.size()) found = &form;
    if (found == nullptr) ADD_FAILURE() << name << " is no case of a form";
    return found != nullptr ? *found : liaison();
}

/// Folders of tests/data that hold answers.
std::vector<std::string> golden_cases() {
    std::vector<std::string> names;
    for (const auto& folder : std::filesystem::directory_iterator(test::source_folder + "/tests/data"))
        if (std::filesystem::exists(folder.path() / "answers.json")) names.push_back(folder.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

class Golden : public testing::TestWithParam<std::string> {
  protected:
    const Form& form = form_of_case(GetParam());
    const Answers answers = test::must(answers_from_json(form, golden_json(GetParam() + "/answers.json")));
};

TEST_P(Golden, FaultsAreThoseExpected) {
    expect_golden(GetParam() + "/faults.json", faults_to_json(check_form(form, answers, today)).dump(2) + "\n");
}

TEST_P(Golden, PrintIsAsExpected) {
    expect_golden(GetParam() + "/print.json", print_model_to_json(print_model(form, answers)).dump(2) + "\n");
}

TEST_P(Golden, FicheIsAsExpectedOrRefused) {
    const auto fiche = build_fiche(shipped_pack(), form, answers, sample_envelope());
    const bool valid = !has_fault(check_form(form, answers, today));
    ASSERT_EQ(fiche.ok(), valid);
    if (valid) expect_golden(GetParam() + "/fiche.json", fiche.value());
}

TEST(GoldenCases, EveryFormHasOne) {
    const std::vector<std::string> cases = golden_cases();
    for (const Form& form : shipped_pack().forms)
        EXPECT_NE(std::find(cases.begin(), cases.end(), form.id), cases.end()) << form.id;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(golden_cases()), test::case_name);

} // namespace
} // namespace pli
