#include "core/register/table.hpp"

#include "core/base/text.hpp"
#include "unit/register/people.hpp"

#include <random>

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;

namespace {

Table table_of(std::string_view text) { return must(read_csv(bytes_of(text))); }
std::string fault_of(std::string_view text) { return code_of(read_csv(bytes_of(text))); }

} // namespace

TEST(Tables, FindTheirSeparator) {
    for (const char* text : {"Nom;Mail\nA;b@c.fr\n", "Nom,Mail\r\nA,b@c.fr", "Nom\tMail\rA\tb@c.fr\r"})
        EXPECT_THAT(table_of(text).rows, ElementsAre(ElementsAre("Nom", "Mail"), ElementsAre("A", "b@c.fr"))) << text;
    EXPECT_EQ(table_of("\"a,b,c\";d\n").separator, ';');
    EXPECT_EQ(table_of("Agents, au 22/11/2026, Arras\n\nNom;Mail\nA;a@c.fr\nB;b@c.fr\n").separator, ';')
        << "titles above";
    EXPECT_EQ(table_of("a;b;c;d;e;f\n1,2,3,4,5,6,7,8;b;c;d;e;f\n").separator, ';') << "a list within a cell";
    EXPECT_EQ(table_of("Liste ; agents\n\n\na,b,c,d\n1,2,3,4\n").separator, ',');
    EXPECT_EQ(table_of("sep=,\r\nNom,a;b;c\n").rows[0], (Row{"Nom", "a;b;c"}));
    EXPECT_EQ(table_of("sep=,\nNom\n").lines[0], 2U);
}

TEST(Tables, FindTheirEncoding) {
    EXPECT_EQ(table_of("\xEF\xBB\xBFPrénom;Œ").rows[0], (Row{"Prénom", "Œ"}));
    EXPECT_EQ(table_of("Prénom").encoding, TableEncoding::Utf8);
    const Table old = table_of("Pr\xE9nom;\x8C;\x92;\x80");
    EXPECT_EQ(old.rows[0], (Row{"Prénom", "Œ", "’", "€"}));
    EXPECT_EQ(old.encoding, TableEncoding::Windows1252);
    EXPECT_EQ(fault_of("\xFF\xFEN\0o\0"), "table.encoding");
    EXPECT_EQ(fault_of("Pr\xE9nom;\x81"), "table.encoding");
    EXPECT_EQ(fault_of(std::string_view("a\0b", 3)), "table.encoding");
}

TEST(Tables, ReadQuotedCells) {
    const Table table = table_of("\"dit \"\"le Grand\"\"\";\"deux\nlignes\";\"\"\nA;\"b;c\"\n");
    EXPECT_EQ(table.rows[0], (Row{"dit \"le Grand\"", "deux\nlignes", ""}));
    EXPECT_EQ(table.rows[1], (Row{"A", "b;c"}));
    EXPECT_THAT(table.lines, ElementsAre(1, 3));
    const auto open = read_csv(bytes_of("A;b\nC;\"d\ne"));
    EXPECT_EQ(code_of(open), "table.quote");
    EXPECT_EQ(open.error().place, "line 2");
    EXPECT_EQ(fault_of("\"a\"b;c"), "table.quote");
}

TEST(Tables, RefuseWhatIsNoTable) {
    EXPECT_EQ(fault_of(""), "table.empty");
    EXPECT_EQ(fault_of("\xEF\xBB\xBF ;;\r\n"), "table.empty");
    EXPECT_EQ(fault_of("PK\x03\x04...."), "table.workbook");
    EXPECT_EQ(fault_of("\xD0\xCF\x11\xE0\xA1\xB1"), "table.workbook");
}

TEST(Tables, AreBounded) {
    std::string rows = "Nom\n";
    for (std::size_t i = 0; i < table_limits::rows; ++i) rows += "A\n";
    EXPECT_EQ(table_of(rows).rows.size(), table_limits::rows + 1);
    EXPECT_EQ(fault_of(rows + "A\n"), "table.too-many-rows");
    EXPECT_EQ(fault_of("Nom" + std::string(table_limits::columns, ';')), "table.too-many-columns");
    EXPECT_EQ(fault_of(std::string(table_limits::bytes + 1, 'a')), "table.too-large");
}

TEST(Tables, NeutraliseFormulas) {
    const std::string text = write_csv({{"=1+1", "+33", "-2", "@a", "Nom"}});
    EXPECT_EQ(text, "\xEF\xBB\xBF'=1+1;'+33;'-2;'@a;Nom\r\n");
    EXPECT_EQ(read_cell("'=1+1"), "=1+1");
    EXPECT_EQ(read_cell(" 'Ndiaye "), "'Ndiaye");
    EXPECT_EQ(read_cell("  a   b "), "a b");
}

TEST(Tables, ReadWhatTheyWrote) {
    constexpr std::string_view alphabet = "ab;,\t\"\n\r=+-@' é";
    std::mt19937 random(1);
    const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
    for (int round = 0; round < 2000; ++round) {
        std::vector<Row> rows(1 + below(4), Row(2));
        for (Row& row : rows)
            for (std::string& cell : row)
                for (std::size_t size = below(6); size > 0; --size) append_utf8(cell, code_points(alphabet)[below(15)]);
        rows[0][0] = "Nom";
        const Table table = table_of(write_csv(rows));
        ASSERT_EQ(table.rows.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t k = 0; k < 2; ++k) {
                const std::string& cell = rows[i][k];
                ASSERT_EQ(table.rows[i][k], is_formula(cell) ? "'" + cell : cell);
            }
    }
}
