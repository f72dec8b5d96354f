// A blank form from the home screen, printed for a meeting held on paper.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Vierge, EveryFormHasOne) {
    Visitor visitor;
    EXPECT_EQ(visitor.property("vierge-liaison-ag-tacite", "value"), "#/vierge/liaison-ag-tacite");
    visitor.visit("#/vierge/liaison-ag-tacite");
    EXPECT_EQ(visitor.title(), "Imprimer un formulaire vierge");
    EXPECT_EQ(visitor.route(), "#/vierge/liaison-ag-tacite");
    EXPECT_THAT(visitor.label("document-titre"), HasSubstr("accord tacite"));
    EXPECT_THAT(visitor.text(), HasSubstr("[\u00a0\u00a0] En couple"));
    EXPECT_THAT(visitor.text(), HasSubstr("REFERENT SOCIAL MANDATÉ"));
    EXPECT_THAT(visitor.text(), Not(HasSubstr("Non renseigné")));
    EXPECT_THAT(visitor.text(), Not(HasSubstr("…"))) << "lines to write on are drawn, not read out";
    visitor.click("imprimer");
    EXPECT_EQ(visitor.asked_for("print"), 1);
}

TEST(Vierge, TheFicheInProgressIsKeptAndStaysOutOfIt) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "Martin-Exemple");
    visitor.visit("#/vierge/liaison-ag-tacite");
    EXPECT_THAT(visitor.text(), Not(HasSubstr("Martin-Exemple")));
    visitor.visit("#/saisie/1");
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Martin-Exemple");
}

TEST(Vierge, AFormThatIsNotThereLeadsHome) {
    Visitor visitor;
    visitor.visit("#/vierge/inconnu");
    EXPECT_EQ(visitor.route(), "#/");
    visitor.visit("#/vierge");
    EXPECT_EQ(visitor.route(), "#/");
}

} // namespace
} // namespace pli::ui
