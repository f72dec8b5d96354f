// Golden cases: tests/data/<case>/{answers,faults,print,fiche}.json, where <case> is the id of a form and
// perhaps "-" and what is special about the answers. A wanted change is taken over with
// PLI_UPDATE_GOLDEN=1, and read in the diff before it is committed.
#include "core/document/fiche.hpp"
#include "core/document/print_model.hpp"
#include "unit/document/samples.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace pli {
namespace {

using test::golden_json;
using test::golden_text;
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

/// The folders that hold answers, in order.
std::vector<std::string> cases() {
    std::vector<std::string> names;
    for (const auto& folder : std::filesystem::directory_iterator(test::source_folder + "/tests/data"))
        if (std::filesystem::exists(folder.path() / "answers.json")) names.push_back(folder.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// The form with the longest id that the name of the case begins with.
const Form& form_of(const std::string& name) {
    const Form* longest = nullptr;
    for (const Form& form : shipped_pack().forms) {
        const bool fits = name == form.id || name.starts_with(form.id + "-");
        if (fits && (longest == nullptr || form.id.size() > longest->id.size())) longest = &form;
    }
    if (longest == nullptr) throw std::runtime_error(name + " is of no form");
    return *longest;
}

class Golden : public testing::TestWithParam<std::string> {
  protected:
    const Form& form = form_of(GetParam());
    const Answers answers = test::must(answers_from_json(form, golden_json(GetParam() + "/answers.json")));
};

TEST_P(Golden, FaultsAreThoseExpected) {
    expect_golden(GetParam() + "/faults.json", faults_to_json(check_form(form, answers, today)).dump(2) + "\n");
}

TEST_P(Golden, PrintIsAsExpected) {
    expect_golden(GetParam() + "/print.json", print_model_to_json(print_model(form, answers)).dump(2) + "\n");
}

TEST_P(Golden, FicheIsAsExpectedOrRefused) {
    const auto fiche = build_fiche(test::territory_of(form), form, answers, sample_envelope(form));
    const bool valid = !has_fault(check_form(form, answers, today));
    ASSERT_EQ(fiche.ok(), valid);
    if (!valid) return;
    expect_golden(GetParam() + "/fiche.json", fiche.value());
    const auto read = read_fiche(shipped_pack(), fiche.value(), today);
    ASSERT_TRUE(read.ok()) << read.error().code << " at " << read.error().place;
    EXPECT_EQ(read.value().form, &form);
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()));

TEST(GoldenCases, AreOfEveryForm) {
    const std::vector<std::string> names = cases();
    for (const Form& form : shipped_pack().forms)
        EXPECT_TRUE(std::find(names.begin(), names.end(), form.id) != names.end()) << form.id;
}

} // namespace
} // namespace pli
