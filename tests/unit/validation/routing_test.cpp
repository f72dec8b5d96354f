// Every route of the shipped territories: what it permits, what it wants, and all that it forbids.
#include "core/validation/routing.hpp"

#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace pli {
namespace {

using Roles = std::vector<std::string>;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Case {
    std::string territory, from;
    Roles forms, permitted, required;
};

const std::vector<Case> cases{
    {"pas-de-calais",
     "conseiller-france-travail",
     {"liaison-ag-tacite", "liaison-ag-bilaterale"},
     {"slai", "referent-social", "travailleur-social-caf"},
     {"slai"}},
    {"pas-de-calais",
     "slai",
     {"liaison-ag-tacite", "liaison-ag-bilaterale"},
     {"conseiller-france-travail"},
     {"conseiller-france-travail"}},
    {"pas-de-calais", "referent-social", {"liaison-ag-tacite", "liaison-ag-bilaterale"}, {"slai"}, {"slai"}},
    {"pas-de-calais",
     "travailleur-social-caf",
     {"liaison-ag-tacite", "liaison-ag-bilaterale"},
     {"conseiller-france-travail", "slai"},
     {}},
    {"pas-de-calais", "partenaire", {"rgc-designation"}, {"france-travail", "cssi"}, {}},
    {"pas-de-calais", "rgc", {"rgc-acte-engagement"}, {"cssi"}, {"cssi"}},
    {"pas-de-calais",
     "partenaire",
     {"outils-demande-acces"},
     {"plateforme-france-travail", "direction-territoriale"},
     {"plateforme-france-travail", "direction-territoriale"}},
    {"pas-de-calais",
     "slai",
     {"reponse-ag-bilaterale"},
     {"conseiller-france-travail", "referent-social", "travailleur-social-caf"},
     {}},
    {"pas-de-calais", "conseiller-france-travail", {"reponse-ag-bilaterale"}, {"slai", "travailleur-social-caf"}, {}},
    {"pas-de-calais", "france-travail", {"reponse-rgc-designation"}, {"partenaire"}, {"partenaire"}},
    {"pas-de-calais", "cssi", {"reponse-rgc-designation"}, {"partenaire"}, {"partenaire"}},
    {"nord",
     "conseiller-france-travail",
     {"liaison-nord-ag", "liaison-nord-ase"},
     {"departement", "sous-traitant"},
     {}},
    {"nord",
     "departement",
     {"liaison-nord-ag", "liaison-nord-ase"},
     {"conseiller-france-travail"},
     {"conseiller-france-travail"}},
    {"nord",
     "sous-traitant",
     {"liaison-nord-ag", "liaison-nord-ase"},
     {"conseiller-france-travail"},
     {"conseiller-france-travail"}},
    {"nord", "partenaire", {"rgc-designation"}, {"france-travail", "cssi"}, {}},
    {"nord", "france-travail", {"reponse-rgc-designation"}, {"partenaire"}, {"partenaire"}},
    {"nord", "cssi", {"reponse-rgc-designation"}, {"partenaire"}, {"partenaire"}},
};

const Territory& territory_called(const std::string& id) { return *find_territory(test::shipped_pack(), id); }
const Form& form_called(const std::string& id) { return *find_form(test::shipped_pack(), id); }

Roles codes(const std::vector<RoutingFault>& faults) {
    Roles codes;
    for (const RoutingFault& fault : faults) codes.push_back(fault.code);
    return codes;
}

bool among(const Roles& roles, const std::string& role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

class Routes : public testing::TestWithParam<Case> {
  protected:
    [[nodiscard]] std::vector<RoutingFault> routed(const std::string& form, const Roles& recipients) const {
        return check_routing(territory_called(GetParam().territory), form_called(form), GetParam().from, recipients);
    }
};

TEST_P(Routes, PermitWhatTheActSays) {
    for (const std::string& form : GetParam().forms) {
        EXPECT_THAT(routed(form, GetParam().permitted), IsEmpty()) << form;
        if (GetParam().required.empty()) continue;
        EXPECT_THAT(routed(form, GetParam().required), IsEmpty()) << form;
    }
}

TEST_P(Routes, ForbidEveryOtherRole) {
    for (const std::string& form : GetParam().forms) {
        for (const Option& role : territory_called(GetParam().territory).roles) {
            if (among(GetParam().permitted, role.value)) continue;
            Roles recipients = GetParam().permitted;
            recipients.push_back(role.value);
            const std::vector<RoutingFault> faults = routed(form, recipients);
            ASSERT_THAT(codes(faults), ElementsAre("route.forbidden")) << form << " to " << role.value;
            EXPECT_EQ(faults[0].recipient, recipients.size() - 1);
            EXPECT_EQ(faults[0].params.at("role"), role.label);
            EXPECT_THAT(faults[0].params.at("rule"), HasSubstr("(")) << "the act is named";
        }
    }
}

TEST_P(Routes, AskForWhoIsMissing) {
    for (const std::string& form : GetParam().forms) {
        for (const std::string& missing : GetParam().required) {
            Roles recipients = GetParam().permitted;
            std::erase(recipients, missing);
            EXPECT_THAT(codes(routed(form, recipients)), ElementsAre("route.missing")) << form << " " << missing;
        }
        if (GetParam().required.empty()) {
            EXPECT_THAT(codes(routed(form, {})), ElementsAre("route.nobody")) << form;
            for (const std::string& role : GetParam().permitted) EXPECT_THAT(routed(form, {role}), IsEmpty()) << role;
        }
    }
}

TEST_P(Routes, WantARoleOfEveryRecipient) {
    for (const std::string& form : GetParam().forms) {
        for (const std::string role : {"", "inconnu"}) {
            Roles recipients = GetParam().permitted;
            recipients.insert(recipients.begin(), role);
            const std::vector<RoutingFault> faults = routed(form, recipients);
            ASSERT_THAT(codes(faults), ElementsAre("route.role"));
            EXPECT_EQ(faults[0].recipient, 0U);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Routes, testing::ValuesIn(cases));

TEST(Routing, EveryShippedRouteHasACase) {
    std::vector<Roles> shipped;
    std::vector<Roles> tried;
    for (const Territory& territory : test::shipped_pack().territories)
        for (const Route& route : territory.routes)
            for (const std::string& form : route.forms) shipped.push_back({territory.id, route.from, form});
    for (const Case& one : cases)
        for (const std::string& form : one.forms) tried.push_back({one.territory, one.from, form});
    EXPECT_THAT(shipped, testing::UnorderedElementsAreArray(tried));
}

TEST(Routing, OnlyASenderOfTheFormSendsIt) {
    const Territory& nord = territory_called("nord");
    const auto faults = check_routing(nord, form_called("liaison-nord-ag"), "slai", {"conseiller-france-travail"});
    ASSERT_THAT(codes(faults), ElementsAre("route.sender"));
    EXPECT_EQ(faults[0].params.at("role"), "slai") << "it has no label here";
    Roles roles;
    for (const Option& role : sender_roles(nord, form_called("liaison-nord-ag"))) roles.push_back(role.value);
    EXPECT_THAT(roles, ElementsAre("conseiller-france-travail", "departement", "sous-traitant"));
}

TEST(Routing, ASenderWithoutARouteDoesNotSendAFormThatHasRoutes) {
    Json pack = test::small_pack();
    pack["petite.json"]["sender"]["roles"].push_back("copie");
    const Pack loaded = test::must(load_pack(pack.dump()));
    const Territory& territory = loaded.territories.at(0);
    const Form& form = loaded.forms.at(0);
    EXPECT_THAT(codes(check_routing(territory, form, "copie", {"lecteur"})), ElementsAre("route.sender"));
    ASSERT_EQ(sender_roles(territory, form).size(), 1U);
    EXPECT_EQ(sender_roles(territory, form)[0].value, "essayeur");
}

TEST(Routing, AFormWithoutARouteGoesToAnyone) {
    Json pack = test::small_pack();
    pack["territoire.json"].erase("routes");
    const Pack loaded = test::must(load_pack(pack.dump()));
    const Territory& territory = loaded.territories.at(0);
    const Form& form = loaded.forms.at(0);
    EXPECT_FALSE(is_routed(territory, form));
    EXPECT_THAT(check_routing(territory, form, "essayeur", {}), IsEmpty());
    EXPECT_THAT(check_routing(territory, form, "essayeur", {"", "lecteur"}), IsEmpty());
    EXPECT_THAT(codes(check_routing(territory, form, "essayeur", {"inconnu"})), ElementsAre("route.role"));
    EXPECT_THAT(codes(check_routing(territory, form, "lecteur", {})), ElementsAre("route.sender"));
}

} // namespace
} // namespace pli
