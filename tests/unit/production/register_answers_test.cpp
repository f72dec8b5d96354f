#include "core/production/register_answers.hpp"

#include "core/validation/faults.hpp"
#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const RegisterForm& yearly() { return shipped_wording().yearly; }
const RegisterForm& grant() { return shipped_wording().grant; }
const RegisterForm& withdrawal() { return shipped_wording().withdrawal; }
const Form& form_of(const RegisterForm& mapping) { return *find_form(shipped_pack(), mapping.id); }

Answers list_of(const Register& made, const RegisterScope* scope = nullptr) {
    return must(yearly_answers(form_of(yearly()), yearly(), made, scope, today));
}

const RegisterScope& scope_of(std::string_view option) {
    for (const RegisterScope& scope : yearly().scopes)
        if (scope.option == option) return scope;
    std::abort();
}

std::vector<std::string> faulty_paths(const Form& form, const Answers& answers) {
    std::vector<std::string> paths;
    for (const Fault& fault : check_form(form, answers, today))
        if (fault.severity == Severity::Fault) paths.push_back(fault.path);
    return paths;
}

Act first_act(const Register& made, ActKind kind) { return acts_of(made, kind, false).at(0); }

} // namespace

TEST(YearlyAnswers, AreARowForEachPersonWithATool) {
    Register made = register_of(4);
    made.persons[1].tools.clear();
    made.persons[2].last_use = Date{2026, 3, 1};
    made = must(withdraw_tool(made, id_of(3), "ouiform", {2026, 6, 1}, today));
    const Answers answers = list_of(made);
    EXPECT_EQ(answers.row_count("utilisateurs"), 2U) << "without the one who has none, and whose only one is withdrawn";
    EXPECT_EQ(answers.text("partenaire.structure"), "Structure Exemple");
    EXPECT_EQ(answers.text("utilisateurs.0.nom"), "DURAND B");
    EXPECT_EQ(answers.text("utilisateurs.0.octroi"), "05/01/2026");
    EXPECT_EQ(answers.text("utilisateurs.0.suite"), "maintenue");
    EXPECT_THAT(answers.list("utilisateurs.0.constats"), ElementsAre("jamais-utilise"));
    EXPECT_EQ(answers.text("utilisateurs.1.derniere-utilisation"), "01/03/2026");
    EXPECT_THAT(answers.list("utilisateurs.1.constats"), ElementsAre("inactif"));
}

TEST(YearlyAnswers, KeepTheOnesWhoseHabilitationEnded) {
    const Register made = must(remove_habilitation(register_of(1), id_of(0), Reason::ChangeOfFunction, today, today));
    const Answers answers = list_of(made);
    EXPECT_EQ(answers.text("utilisateurs.0.octroi"), "05/01/2026");
    EXPECT_EQ(answers.text("utilisateurs.0.suite"), "supprimee");
    EXPECT_EQ(answers.text("utilisateurs.0.motif"), "changement-fonctions");
    const Register suspended = must(suspend(register_of(1), id_of(0), today, today));
    EXPECT_EQ(list_of(suspended).text("utilisateurs.0.motif"), "") << "the form asks why of a removal only";
}

TEST(YearlyAnswers, NameNobodyElseThanTheScopeIsAbout) {
    Register made = register_of(2);
    made.persons[1].tools = {{"plateforme-formation", since({2026, 2, 1})}, {"ouiform", since({2025, 1, 1})}};
    const Answers answers = list_of(made, &scope_of("plateforme-formation"));
    EXPECT_EQ(answers.row_count("utilisateurs"), 1U);
    EXPECT_EQ(answers.text("liste-pour"), "plateforme-formation");
    EXPECT_EQ(answers.text("utilisateurs.0.octroi"), "01/02/2026") << "not of another tool";
    made.persons[1].tools.erase("plateforme-formation");
    const auto nobody = yearly_answers(form_of(yearly()), yearly(), made, &scope_of("plateforme-formation"), today);
    EXPECT_EQ(code_of(nobody), "production.nobody");
}

TEST(YearlyAnswers, LeaveNothingOpenButWhoSigns) {
    Answers answers = list_of(register_of(3), &scope_of("outils-communs"));
    answers.set("mise-a-jour", std::string("22/11/2026"));
    EXPECT_THAT(faulty_paths(form_of(yearly()), answers), ElementsAre("rgc.nom", "rgc.prenom"));
}

TEST(YearlyAnswers, AreRefusedWhenTheFormHasNoRoom) {
    EXPECT_EQ(list_of(register_of(500)).row_count("utilisateurs"), 500U);
    const auto full = yearly_answers(form_of(yearly()), yearly(), register_of(501), nullptr, today);
    ASSERT_EQ(code_of(full), "production.too-many");
    EXPECT_EQ(full.error().params.at("max"), "500");
}

TEST(ActAnswers, SayWhatOnePersonIsGranted) {
    Register made = register_of(1);
    UserIdentity& identity = made.persons[0].identity;
    identity.works_for = WorksFor::Delegate;
    identity.structure = "Association Exemple";
    identity.manager = true;
    made.persons[0].tools = {{"suivi-donnees", since({2026, 1, 5})}, {"suivi-sanction", since({2026, 1, 5})}};
    Answers common;
    fill_organisation(grant(), made, common);
    common.set("habilitation.regles", true);
    const Answers answers = act_answers(form_of(grant()), grant(), made, first_act(made, ActKind::Grant), common);
    EXPECT_EQ(answers.text("partenaire.structure"), "Structure Exemple");
    EXPECT_EQ(answers.text("utilisateur.naissance"), "07/03/1985");
    EXPECT_EQ(answers.text("utilisateur.manager"), "oui");
    EXPECT_EQ(answers.text("utilisateur.structure"), "Association Exemple");
    EXPECT_THAT(answers.list("habilitation.outils"), ElementsAre("suivi-de-parcours")) << "named once";
    EXPECT_EQ(answers.text("habilitation.effet"), "05/01/2026");
    EXPECT_THAT(faulty_paths(form_of(grant()), answers),
                ElementsAre("signature.rgc.nom", "signature.rgc.prenom", "signature.lieu", "signature.date",
                            "signature.signature"));
}

TEST(ActAnswers, SayHowAnHabilitationEnds) {
    const Register suspended = must(suspend(register_of(1), id_of(0), today, today));
    const Form& form = form_of(withdrawal());
    Answers answers = act_answers(form, withdrawal(), suspended, first_act(suspended, ActKind::Withdrawal), {});
    EXPECT_EQ(answers.text("retrait.nature"), "suspension");
    EXPECT_TRUE(answers.ticked("retrait.inactivite"));
    EXPECT_EQ(answers.text("retrait.effet"), "22/11/2026");
    const Register removed = must(remove_habilitation(register_of(1), id_of(0), Reason::Absence, today, today));
    answers = act_answers(form, withdrawal(), removed, first_act(removed, ActKind::Withdrawal), {});
    EXPECT_EQ(answers.text("retrait.nature"), "suppression");
    EXPECT_FALSE(answers.ticked("retrait.inactivite"));
    EXPECT_EQ(answers.text("retrait.motif"), "absence-prolongee");
}

TEST(ActAnswers, NameTheToolsThatTheFormDoesNotKnow) {
    Register made = register_of(1);
    made.persons[0].tools["outil-voisin"] = since({2026, 1, 5});
    EXPECT_THAT(tools_left_out(form_of(grant()), grant(), first_act(made, ActKind::Grant)),
                ElementsAre("outil-voisin"));
    EXPECT_THAT(tools_left_out(form_of(grant()), grant(), first_act(register_of(1), ActKind::Grant)), IsEmpty());
}

TEST(CommonPart, AsksForNothingThatIsOfOnePerson) {
    std::vector<std::string> asked;
    for_each_item(common_part(form_of(grant()), grant()), [&](const Item& item) {
        if (is_answer(item.control)) asked.push_back(item.path);
    });
    EXPECT_THAT(asked, ElementsAre("partenaire.structure", "habilitation.regles", "signature.rgc.nom",
                                   "signature.rgc.prenom", "signature.lieu", "signature.date"));
}
