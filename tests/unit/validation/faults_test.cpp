// Every fault, with an answer on each side of its limit.
#include "core/validation/faults.hpp"

#include "unit/liaison.hpp"

#include <set>

using namespace pli;
using test::complete_answers;
using test::liaison;
using test::today;

namespace {

std::vector<Fault> faults_at(const Answers& answers, std::string_view path) {
    std::vector<Fault> faults = check_form(liaison(), answers, today);
    std::erase_if(faults, [path](const Fault& fault) { return fault.path != path; });
    return faults;
}

/// The code at a path, "warning CODE" or "none"; there is never more than one.
std::string fault_at(const Answers& answers, std::string_view path) {
    const std::vector<Fault> faults = faults_at(answers, path);
    if (faults.empty()) return "none";
    EXPECT_EQ(faults.size(), 1U) << path;
    return (faults[0].severity == Severity::Warning ? "warning " : "") + faults[0].code;
}

std::string fault_of(std::string_view path, Answer answer) {
    Answers answers = complete_answers();
    answers.set(path, std::move(answer));
    return fault_at(answers, path);
}

std::string param_of(std::string_view path, Answer answer, const std::string& name) {
    Answers answers = complete_answers();
    answers.set(path, std::move(answer));
    const std::vector<Fault> faults = faults_at(answers, path);
    return faults.empty() || !faults[0].params.contains(name) ? "no param" : faults[0].params.at(name);
}

std::string signature_fault(std::vector<std::vector<int>> strokes) {
    Answers answers = complete_answers();
    answers.signature = {Signature::Mode::Drawn, std::move(strokes)};
    return fault_at(answers, "signature.signature");
}

TEST(Faults, CompleteAnswersHaveNone) { EXPECT_TRUE(check_form(liaison(), complete_answers(), today).empty()); }

TEST(Faults, OfNothingAtAllAreTheRequiredAnswers) {
    const std::vector<Fault> faults = check_form(liaison(), {}, today);
    std::set<std::string> codes;
    for (const Fault& fault : faults) {
        codes.insert(fault.code);
        const Item* item = find_item(liaison(), fault.path);
        ASSERT_NE(item, nullptr) << fault.path;
        EXPECT_EQ(fault.severity == Severity::Fault, item->required) << fault.path;
    }
    EXPECT_EQ(codes, (std::set<std::string>{"required", "required.choice", "required.tick", "required.signature",
                                            "freins.none"}));
    EXPECT_TRUE(has_fault(faults));
}

TEST(Faults, RequiredSaysWhatIsMissing) {
    EXPECT_EQ(fault_of("demandeur.nom", ""), "required");
    EXPECT_EQ(fault_of("demandeur.nom", " \u00a0\t"), "required") << "blank is nothing";
    EXPECT_EQ(fault_of("demandeur.naissance", ""), "required");
    EXPECT_EQ(fault_of("demandeur.enfants", ""), "required");
    EXPECT_EQ(fault_of("demandeur.famille", ""), "required.choice");
    EXPECT_EQ(fault_of("demandeur.brsa", ""), "required.choice");
    EXPECT_EQ(fault_of("information.lecture", false), "required.tick");
    EXPECT_EQ(fault_of("information.accord", false), "required.tick");
    Answers answers = complete_answers();
    answers.signature = {};
    EXPECT_EQ(fault_at(answers, "signature.signature"), "required.signature");
    answers.signature.mode = Signature::Mode::Paper;
    EXPECT_EQ(fault_at(answers, "signature.signature"), "none") << "signed on the printed copy";
}

TEST(Faults, OptionalAnswersMayBeMissing) {
    for (const std::string_view path :
         {"demandeur.telephone", "demandeur.adresse.complement", "demandeur.identifiant-caf", "suivi.choix"})
        EXPECT_EQ(fault_of(path, ""), "none") << path;
    EXPECT_EQ(fault_of("demandeur.telephone", "03 53"), "phone.digits") << "but not be wrong";
}

TEST(Faults, HaveTheParamsOfTheirMessage) {
    EXPECT_EQ(param_of("agent-ft.nom", "", "label"), "Nom");
    EXPECT_EQ(param_of("agent-ft.nom", "", "group"), "FRANCE TRAVAIL");
    EXPECT_EQ(param_of("agent-ft.nom", "", "example"), "Lefèvre-Dupré");
    EXPECT_EQ(param_of("date", "", "group"), "") << "in no group";
    EXPECT_EQ(param_of("demandeur.famille", "", "example"), "");
}

TEST(Faults, AChoiceIsOneOfItsOptions) {
    EXPECT_EQ(fault_of("demandeur.famille", "couple"), "none");
    EXPECT_EQ(fault_of("demandeur.famille", "veuf"), "choice.unknown");
    EXPECT_EQ(fault_of("demandeur.brsa", "non"), "none");
    EXPECT_EQ(fault_of("demandeur.brsa", "NON"), "choice.unknown");
    EXPECT_EQ(fault_of("freins", std::vector<std::string>{"sante", "famille"}), "none");
    EXPECT_EQ(fault_of("freins", std::vector<std::string>{"sante", "paresse"}), "choice.unknown");
}

/// Codes of the faults of ticked boxes, of which the first is locked, the third needs the second and the last
/// cannot be had.
std::vector<std::string> faults_of_boxes(const std::vector<std::string>& ticked) {
    Item item;
    item.path = "outils";
    item.control = Control::Multi;
    for (const char* value : {"socle", "carte", "contrat", "essai"}) item.options.push_back({value, value});
    item.options[0].locked = item.options[3].unavailable = true;
    item.options[2].needs = "carte";
    Answers answers;
    answers.set("outils", ticked);
    std::vector<std::string> codes;
    for (const Fault& fault : check_item(liaison(), answers, item, today)) codes.push_back(fault.code);
    return codes;
}

TEST(Faults, BoxesThatDependOnEachOtherStandTogether) {
    using Codes = std::vector<std::string>;
    EXPECT_EQ(faults_of_boxes({"socle"}), Codes());
    EXPECT_EQ(faults_of_boxes({"socle", "carte", "contrat"}), Codes());
    EXPECT_EQ(faults_of_boxes({"carte"}), Codes{"choice.locked"});
    EXPECT_EQ(faults_of_boxes({"socle", "contrat"}), Codes{"choice.needs"});
    EXPECT_EQ(faults_of_boxes({"socle", "essai"}), Codes{"choice.unavailable"});
    EXPECT_EQ(faults_of_boxes({"contrat", "essai"}), (Codes{"choice.locked", "choice.needs", "choice.unavailable"}));
    EXPECT_EQ(faults_of_boxes({"socle", "inconnu"}), Codes{"choice.unknown"});
}

TEST(Faults, ACountIsAWholeNumberBetweenItsBounds) {
    for (const std::string count : {"0", "20", " 7 ", "07"}) EXPECT_EQ(fault_of("demandeur.enfants", count), "none");
    for (const std::string count : {"21", "100", "99999999999999999999"})
        EXPECT_EQ(fault_of("demandeur.enfants", count), "count.range") << count;
    for (const std::string count : {"-1", "+1", "2,5", "2.0", "deux", "0x2", "1 2"})
        EXPECT_EQ(fault_of("demandeur.enfants", count), "count.format") << count;
    EXPECT_EQ(param_of("demandeur.enfants", "21", "min"), "0");
    EXPECT_EQ(param_of("demandeur.enfants", "21", "max"), "20");
}

TEST(Faults, ADateIsADayOfTheCalendar) {
    for (const std::string day : {"22/11/2026", "5/1/2026", "2026-01-05", "05.01.2026"})
        EXPECT_EQ(fault_of("date", day), "none") << day;
    for (const std::string day : {"22/11/26", "22/11", "le 22", "2026/11/22"})
        EXPECT_EQ(fault_of("date", day), "date.format") << day;
    EXPECT_EQ(fault_of("date", "29/02/2026"), "date.not-real");
    EXPECT_EQ(param_of("date", "29/02/2026", "day"), "29");
    EXPECT_EQ(param_of("date", "29/02/2026", "month"), "02");
    EXPECT_EQ(param_of("date", "29/02/2026", "year"), "2026");
}

TEST(Faults, ADateAYearAwayDeservesALook) {
    EXPECT_EQ(fault_of("date", "22/11/2025"), "none");
    EXPECT_EQ(fault_of("date", "21/11/2025"), "warning date.far");
    EXPECT_EQ(fault_of("date", "22/11/2027"), "none");
    EXPECT_EQ(fault_of("date", "23/11/2027"), "warning date.far");
}

TEST(Faults, ADateOfBirthIsOfAPersonAlive) {
    EXPECT_EQ(fault_of("demandeur.naissance", "23/11/2026"), "birth-date.future");
    EXPECT_EQ(fault_of("demandeur.naissance", "22/11/2026"), "warning birth-date.under") << "born today";
    EXPECT_EQ(fault_of("demandeur.naissance", "23/11/1896"), "warning birth-date.over") << "129 years old";
    EXPECT_EQ(fault_of("demandeur.naissance", "22/11/1896"), "birth-date.too-old") << "130 years old";
    EXPECT_EQ(param_of("demandeur.naissance", "22/11/1896", "max"), "130");
}

TEST(Faults, AnUnusualAgeDeservesALook) {
    EXPECT_EQ(fault_of("demandeur.naissance", "23/11/2010"), "warning birth-date.under") << "16 tomorrow";
    EXPECT_EQ(fault_of("demandeur.naissance", "22/11/2010"), "none") << "16 today";
    EXPECT_EQ(fault_of("demandeur.naissance", "23/11/1925"), "none") << "101 tomorrow";
    EXPECT_EQ(fault_of("demandeur.naissance", "22/11/1925"), "warning birth-date.over") << "101 today";
    EXPECT_EQ(param_of("demandeur.naissance", "23/11/2010", "min"), "16");
    EXPECT_EQ(param_of("demandeur.naissance", "22/11/1925", "max"), "100");
}

TEST(Faults, ASignatureIsMoreThanASlip) {
    EXPECT_EQ(signature_fault({{1, 1, 2, 2, 3, 3, 4, 4}}), "none") << "four points";
    EXPECT_EQ(signature_fault({{1, 1, 2, 2, 3, 3}}), "signature.slip");
    EXPECT_EQ(signature_fault({{1, 1}, {1, 1, 2, 2, 3, 3}, {2, 2}}), "signature.slip") << "no stroke is long";
    EXPECT_EQ(signature_fault({{1, 1}, {1, 1, 2, 2, 3, 3, 4, 4}}), "none") << "one is enough";
    EXPECT_EQ(signature_fault({}), "signature.slip");
}

TEST(Faults, ASignatureLiesOnThePad) {
    EXPECT_EQ(signature_fault({{0, 0, 1000, 300, 1000, 0, 0, 300}}), "none");
    EXPECT_EQ(signature_fault({{0, 0, 1001, 300, 1000, 0, 0, 300}}), "signature.shape");
    EXPECT_EQ(signature_fault({{0, 0, 1000, 301, 1000, 0, 0, 300}}), "signature.shape");
    EXPECT_EQ(signature_fault({{0, 0, -1, 300, 1000, 0, 0, 300}}), "signature.shape");
    EXPECT_EQ(signature_fault({{0, 0, 1, 1, 2, 2, 3}}), "signature.shape") << "half a point";
    EXPECT_EQ(signature_fault({{}, {1, 1, 2, 2, 3, 3, 4, 4}}), "signature.shape") << "a stroke of nothing";
}

TEST(Faults, ASignatureIsBounded) {
    const std::vector<int> stroke = {1, 1, 2, 2, 3, 3, 4, 4};
    EXPECT_EQ(signature_fault(std::vector(SignatureLimits::max_strokes, stroke)), "none");
    EXPECT_EQ(signature_fault(std::vector(SignatureLimits::max_strokes + 1, stroke)), "signature.shape");
    EXPECT_EQ(signature_fault({std::vector(2 * SignatureLimits::max_points, 1)}), "none");
    EXPECT_EQ(signature_fault({std::vector(2 * SignatureLimits::max_points + 2, 1)}), "signature.shape");
}

TEST(Faults, OfAKindAreThoseOfTheKind) {
    EXPECT_EQ(fault_of("agent-ft.nom", "M4rtin"), "person-name.digit");
    EXPECT_EQ(fault_of("agent-ft.mail", "camille@agence"), "email.domain");
    EXPECT_EQ(fault_of("demandeur.adresse.code-postal", "6200").substr(0, 9), "postcode.");
    EXPECT_EQ(fault_of("demandeur.identifiant-ft", "123456A"), "ft-id.length");
    EXPECT_EQ(param_of("demandeur.identifiant-ft", "123456A", "length"), "7");
}

TEST(Faults, NoTextHoldsWhatNoFieldMayHold) {
    int texts = 0;
    for_each_item(liaison(), [&](const Item& item) {
        if (item.control != Control::Text || !is_visible(liaison(), complete_answers(), item.path)) return;
        ++texts;
        EXPECT_EQ(fault_of(item.path, "1 85 07 33 063 999 71"), "guard.nir") << item.path;
        EXPECT_EQ(fault_of(item.path, "FR14 2004 1010 0505 0001 3M02 606"), "guard.iban") << item.path;
        EXPECT_EQ(fault_of(item.path, "4970 1000 0000 0055"), "guard.card") << item.path;
        EXPECT_EQ(fault_of(item.path, "loyer de 450 €"), "guard.amount") << item.path;
        EXPECT_EQ(fault_of(item.path, "voir www.exemple.fr"), "guard.url") << item.path;
        EXPECT_EQ(fault_of(item.path, "Arras\nCentre"), "guard.line-break") << item.path;
    });
    EXPECT_GT(texts, 25);
}

} // namespace
