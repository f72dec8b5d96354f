// Tables of many rows: which of them are declared.
#include "semantics/ui.hpp"
#include "unit/semantics/dom_model.hpp"

#include <gmock/gmock.h>

namespace pli::semantics {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST(TableWindow, HoldsAScreenfulAroundWhatCanBeSeen) {
    TableWindow window{.first = 100, .count = 10, .focused = {}};
    EXPECT_THAT(window.rows(5000), SizeIs(30));
    EXPECT_EQ(window.rows(5000).front(), 90U);
    EXPECT_EQ(window.rows(5000).back(), 119U);
    EXPECT_EQ(window.rows(105).back(), 104U);
    EXPECT_THAT(window.rows(0), SizeIs(0));
    window.first = 4;
    EXPECT_EQ(window.rows(5000).front(), 0U);
}

TEST(TableWindow, KeepsTheFocusedRowWhereverThePageIs) {
    TableWindow window{.first = 100, .count = 2, .focused = 3};
    EXPECT_THAT(window.rows(5000), ElementsAre(3, 98, 99, 100, 101, 102, 103));
    window.focused = 4000;
    EXPECT_EQ(window.rows(5000).back(), 4000U);
    EXPECT_EQ(window.rows(200).back(), 103U) << "it is gone";
    window.focused = 101;
    EXPECT_THAT(window.rows(5000), SizeIs(6));
}

class Table : public testing::Test {
  protected:
    void build() {
        ui.begin_table("table", "Personnes", {{"nom", "Nom"}, {"outils", "Outils"}}, 5000, window);
        for (const std::size_t row : window.rows(5000))
            ui.table_row("r" + std::to_string(row), row, {{"nom", "N"}, {"outils", "2"}}, "#/ligne");
        ui.end_table();
    }
    void frame() {
        ui.begin_consume();
        build();
        ui.end_consume();
        ui.begin_emit();
        build();
        dom.apply(ui.end_emit());
    }
    void tell(const std::string& seen) {
        ui.push({EventType::Window, "table", seen});
        frame();
    }

    Ui ui;
    DomModel dom;
    TableWindow window;
};

TEST_F(Table, SaysHowManyRowsThereAreAndWhereEachStands) {
    frame();
    EXPECT_EQ(dom.elements.at("table").role, "table");
    EXPECT_EQ(dom.elements.at("table").properties.at("value"), "5000");
    EXPECT_EQ(dom.elements.at("r7").properties.at("hint"), "7");
    EXPECT_EQ(dom.elements.at("r7").parent, "table");
    EXPECT_EQ(dom.elements.at("table").children.size(), 40U);
}

TEST_F(Table, FollowsThePage) {
    frame();
    tell("2000 15 -1");
    EXPECT_EQ(dom.elements.at("table").children.size(), 45U);
    EXPECT_EQ(dom.elements.count("r1985"), 1U);
    EXPECT_EQ(dom.elements.count("r0"), 0U);
    tell("4990 15 4999");
    EXPECT_EQ(dom.elements.count("r4999"), 1U);
    EXPECT_EQ(dom.moves, 0);
}

TEST_F(Table, IgnoresWhatIsNoWindow) {
    frame();
    for (const char* seen : {"", "a", "1 2", "-1 5 -1", "0 201 -1", "9999999999 5 -1"}) tell(seen);
    EXPECT_EQ(window.first, 0U);
    EXPECT_EQ(window.count, 20U);
}

} // namespace
} // namespace pli::semantics
