#include "core/register/spreadsheet.hpp"

#include "core/register/import.hpp"
#include "core/register/workbook_json.hpp"
#include "unit/register/people.hpp"
#include "unit/register/workbooks.hpp"

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Table table_of(const std::string& rows, const std::string& after_rows = {}) {
    return must(WorkbookParts(rows, after_rows).read()).table;
}

/// The text of the only cell of a sheet.
std::string cell(const std::string& xml) { return table_of("<row r=\"1\">" + xml + "</row>").rows.at(0).at(0); }

Error fault_of(const std::string& rows, const std::string& after_rows = {}) {
    const auto read = WorkbookParts(rows, after_rows).read();
    return read ? Error{} : read.error();
}

/// What the import makes of a sheet whose first row are the usual headers.
Import import_of(const WorkbookParts& parts) {
    const Table table = must(parts.read()).table;
    return read_import(table, match_columns(table, shipped_wording()), shipped_wording(), empty_register(), today);
}

std::string inline_row(const std::vector<std::string>& cells) {
    std::string row = "<row>";
    for (const std::string& text : cells)
        row += text.starts_with("<c") ? text : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    return row + "</row>";
}

const std::string headers =
    inline_row({"Nom", "Prénom", "Date de naissance", "Mail", "Région", "Manager", "Dernière connexion"});

} // namespace

TEST(Workbooks, GiveTheTextOfEveryKindOfCell) {
    EXPECT_EQ(cell(R"(<c r="A1" t="s"><v>0</v></c>)"), "Nom");
    EXPECT_EQ(cell(R"(<c r="A1" t="s"><v>1</v></c>)"), "Éloïse & Zoé") << "runs are joined, readings are left out";
    EXPECT_EQ(cell(R"(<c r="A1" t="s"><v>2</v></c>)"), "a\rb_");
    EXPECT_EQ(cell(R"(<c r="A1" t="inlineStr"><is><r><t>Du</t></r><r><t>rand</t></r></is></c>)"), "Durand");
    EXPECT_EQ(cell(R"(<c r="A1" t="str"><v>a &lt; b &#233;&#xE9;</v></c>)"), "a < b éé");
    EXPECT_EQ(cell(R"(<c r="A1" t="b"><v>1</v></c>)"), "oui");
    EXPECT_EQ(cell(R"(<c r="A1" t="b"><v>0</v></c>)"), "non");
    EXPECT_EQ(cell(R"(<c r="A1"><v><![CDATA[62011]]></v></c>)"), "62011");
    EXPECT_EQ(cell(R"(<x:c xmlns:x="main" r="A1"><x:v>7</x:v></x:c>)"), "7");
}

TEST(Workbooks, WriteNumbersAsPeopleDo) {
    const auto number = [](const std::string& text) { return cell("<c><v>" + text + "</v></c>"); };
    EXPECT_EQ(number("7031985"), "7031985");
    EXPECT_EQ(number("1.2345678901E10"), "12345678901");
    EXPECT_EQ(number("1.5E-2"), "0.015");
    EXPECT_EQ(number("7.0"), "7");
    EXPECT_EQ(number("-0"), "0");
    EXPECT_EQ(number("-12.50"), "-12.5");
    EXPECT_EQ(fault_of("<row><c><v>douze</v></c></row>").code, "table.cell");
    EXPECT_EQ(fault_of("<row><c><v>1E400</v></c></row>").params.at("cell"), "A1");
}

TEST(Workbooks, ShowDaysByTheFormatOfTheirCell) {
    EXPECT_EQ(cell(R"(<c s="1"><v>31113</v></c>)"), "07/03/1985");
    EXPECT_EQ(cell(R"(<c s="2"><v>31113</v></c>)"), "07/03/1985");
    EXPECT_EQ(cell(R"(<c s="0"><v>31113</v></c>)"), "31113");
    EXPECT_EQ(cell(R"(<c s="3"><v>31113</v></c>)"), "31113") << "the text of a format is none of its letters";
    EXPECT_EQ(cell(R"(<c s="9"><v>31113</v></c>)"), "31113");
    EXPECT_EQ(cell(R"(<c s="4"><v>46342.604166666664</v></c>)"), "16/11/2026 14:30:00");
    EXPECT_EQ(cell(R"(<c s="1"><v>46342.9999999999</v></c>)"), "17/11/2026");
    EXPECT_EQ(cell(R"(<c s="1"><v>59</v></c>)"), "28/02/1900");
    EXPECT_EQ(cell(R"(<c s="1"><v>61</v></c>)"), "01/03/1900");
    EXPECT_EQ(cell(R"(<c s="1"><v>60</v></c>)"), "60") << "the day that 1900 did not have";
    EXPECT_EQ(cell(R"(<c s="1"><v>2958466</v></c>)"), "2958466");
    EXPECT_EQ(cell(R"(<c t="d"><v>2026-11-16T00:00:00</v></c>)"), "16/11/2026");
    EXPECT_EQ(fault_of(R"(<row r="3"><c r="D3" t="d"><v>2026-13-16</v></c></row>)").params.at("cell"), "D3");
}

TEST(Workbooks, CountDaysFrom1904WhereTheySaySo) {
    WorkbookParts parts(headers + inline_row({"DURAND", "Éloïse", "<c s=\"1\"><v>29651</v></c>", "e@exemple.fr",
                                              "Bretagne", "non", "<c><v>44880</v></c>"}));
    parts.insert("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/>");
    const Import import = import_of(parts);
    EXPECT_THAT(import.rows.at(0).faults, IsEmpty());
    EXPECT_EQ(import.rows.at(0).identity.birth, (Date{1985, 3, 7}));
    EXPECT_EQ(import.rows.at(0).last_use, (Date{2026, 11, 16})) << "also where no format says that it is a day";
}

TEST(Workbooks, KeepTheSpreadsheetsOwnNumbersOfRows) {
    const Table table =
        table_of(R"(<row r="2"><c r="B2"><v>1</v></c></row><row r="3"/><row r="4"><c r="A4" s="1"/></row>)"
                 R"(<row><c/><c><v>2</v></c></row>)");
    EXPECT_THAT(table.rows, ElementsAre(ElementsAre("", "1"), ElementsAre("", "2")));
    EXPECT_THAT(table.lines, ElementsAre(2, 5));
}

TEST(Workbooks, NeverTakeAFormulaForWhatSomebodyWrote) {
    EXPECT_EQ(cell(R"(<c t="str"><f>LOWER(D2)</f><v>a@b.fr</v></c>)"), "=a@b.fr");
    EXPECT_EQ(cell(R"(<c><f t="shared" si="0"/><v>7</v></c>)"), "=7");
    EXPECT_EQ(cell(R"(<c><f>A1</f></c>)"), "=");
    EXPECT_EQ(cell(R"(<c t="e"><v>#N/A</v></c>)"), "=#N/A");
    const Import import = import_of(
        WorkbookParts(headers + inline_row({"DURAND", "Éloïse", "07/03/1985",
                                            R"(<c t="str"><f>A1</f><v>a@exemple.fr</v></c>)", "Bretagne", "non"})));
    ASSERT_FALSE(import.rows.at(0).faults.empty());
    const Error& fault = import.rows.at(0).faults.at(0);
    EXPECT_EQ(fault.code, "import.formula");
    EXPECT_EQ(fault.params.at("row"), "2");
    EXPECT_EQ(fault.params.at("column"), "Mail professionnel");
}

TEST(Workbooks, FillMergedCellsDownwardsWithANotice) {
    const WorkbookParts parts(headers +
                                  inline_row({"DURAND", "Éloïse", "07/03/1985", "a@exemple.fr", "Bretagne", "non"}) +
                                  inline_row({"PETIT", "Zoé", "07/03/1985", "b@exemple.fr", "<c/>", "non"}),
                              R"(<mergeCells><mergeCell ref="E2:E1048576"/><mergeCell ref="A1:C1"/></mergeCells>)");
    const Import import = import_of(parts);
    EXPECT_THAT(import.rows.at(1).faults, IsEmpty());
    EXPECT_EQ(import.rows.at(1).identity.region, "Bretagne");
    ASSERT_EQ(codes_of(import.rows.at(1).notices), std::vector<std::string>{"import.merged"});
    EXPECT_EQ(import.rows.at(1).notices[0].params.at("first"), "2");
    EXPECT_EQ(import.rows.at(1).notices[0].params.at("value"), "Bretagne");
    EXPECT_EQ(import.rows.size(), 2U);
}

TEST(Workbooks, LeaveOutTheTimeOfDayWithANotice) {
    const Import import = import_of(WorkbookParts(
        headers + inline_row({"DURAND", "Éloïse", "<c s=\"1\"><v>31113</v></c>", "a@exemple.fr", "Bretagne",
                              R"(<c t="b"><v>0</v></c>)", "<c s=\"4\"><v>46342.604166666664</v></c>"})));
    EXPECT_THAT(import.rows.at(0).faults, IsEmpty());
    EXPECT_EQ(import.rows.at(0).last_use, (Date{2026, 11, 16}));
    ASSERT_EQ(codes_of(import.rows.at(0).notices), std::vector<std::string>{"import.time"});
}

TEST(Workbooks, OfferTheSheetsThatCanBeSeen) {
    WorkbookParts parts("<row><c><v>1</v></c></row>");
    parts.add_sheet("Cachée", "<row><c><v>2</v></c></row>", "hidden");
    parts.add_sheet("Départs", "<row><c><v>3</v></c></row>", "visible");
    const Workbook second = must(parts.read(1));
    EXPECT_THAT(second.sheets, ElementsAre("Agents", "Départs"));
    EXPECT_EQ(second.sheet, 1U);
    EXPECT_EQ(second.table.rows.at(0).at(0), "3");
    EXPECT_EQ(must(parts.read(7)).sheet, 0U);

    WorkbookParts hidden("<row><c><v>1</v></c></row>");
    hidden.insert("xl/workbook.xml", " sheetId", " state=\"veryHidden\"");
    EXPECT_EQ(code_of(hidden.read()), "table.no-sheet");
}

TEST(Workbooks, TravelAsJson) {
    WorkbookParts parts(R"(<row r="2"><c><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>)",
                        R"(<mergeCells><mergeCell ref="A2:A3"/></mergeCells>)");
    const Workbook sent = must(parts.read());
    const Workbook read = workbook_from_json(workbook_to_json(sent));
    EXPECT_EQ(read.sheets, sent.sheets);
    EXPECT_EQ(read.table.rows, sent.table.rows);
    EXPECT_EQ(read.table.lines, sent.table.lines);
    EXPECT_EQ(read.table.merged, (std::vector<MergedCell>{{3, 0, 2}}));
    const Json damaged = must(parse_json(R"({"rows": [["a"], 3], "lines": [4, "x", 6]})"));
    EXPECT_THAT(workbook_from_json(damaged).table.lines, ElementsAre(4, 0));
    EXPECT_TRUE(workbook_from_json(Json("non")).table.rows.empty());
}

TEST(Workbooks, RefuseWhatIsUnsafe) {
    for (const char* prolog : {"<!DOCTYPE worksheet [<!ENTITY a \"b\">]>", "<!ENTITY a \"b\">"}) {
        WorkbookParts parts("<row><c><v>1</v></c></row>");
        parts.parts["xl/worksheets/sheet1.xml"].insert(0, prolog);
        EXPECT_EQ(code_of(parts.read()), "table.unsafe") << prolog;
    }
    for (const char* text : {"&a;", "&#0;", "&#xD800;", "&#x110000;", "&;", "&amp", "&#99999999999;"})
        EXPECT_EQ(fault_of(std::string("<row><c t=\"str\"><v>") + text + "</v></c></row>").code, "table.unsafe")
            << text;
}

TEST(Workbooks, NameThePartThatIsDamaged) {
    for (const char* rows :
         {"<row", "<row><c></row>", "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"x\"/>",
          "<row r=\"1\"><c r=\"B2\"/></row>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row a=b/>", "<row a=\"<\"/>",
          "\xFF", "<row/></sheetData></worksheet><worksheet><sheetData>"}) {
        const Error fault = fault_of(rows);
        EXPECT_EQ(fault.code, "table.damaged") << rows;
        EXPECT_EQ(fault.place, "xl/worksheets/sheet1.xml") << rows;
    }
    std::string deep;
    for (std::size_t i = 0; i < 70; ++i) deep += "<a>";
    EXPECT_EQ(fault_of(deep).code, "table.damaged");
    EXPECT_EQ(fault_of("<row><c t=\"s\"><v>3</v></c></row>").code, "table.cell") << "no such shared text";
    EXPECT_EQ(fault_of("<row><c t=\"b\"><v>2</v></c></row>").code, "table.cell");
    EXPECT_EQ(fault_of("<row><c t=\"?\"><v>2</v></c></row>").code, "table.cell");
    for (const char* part : {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedstrings.xml", "xl/workbook.xml",
                             "xl/_rels/workbook.xml.rels"}) {
        WorkbookParts parts("<row><c><v>1</v></c></row>");
        parts.parts.erase(part);
        EXPECT_EQ(code_of(parts.read()), "table.damaged") << part;
    }
}

TEST(Workbooks, AreToldFromOtherArchives) {
    WorkbookParts none("");
    none.parts.erase("_rels/.rels");
    EXPECT_EQ(code_of(none.read()), "table.workbook");
    WorkbookParts letter("");
    letter.parts["xl/workbook.xml"] = "<document/>";
    EXPECT_EQ(code_of(letter.read()), "table.workbook");
    EXPECT_EQ(code_of(WorkbookParts("").read()), "table.empty");
    EXPECT_TRUE(is_workbook_part("xl/worksheets/sheet12.xml"));
    EXPECT_TRUE(is_workbook_part("xl/workbook2.xml"));
    for (const char* name : {"xl/media/image1.png", "xl/vbaproject.bin", "xl/worksheets/_rels/sheet1.xml.rels",
                             "docprops/app.xml", "xl/theme/theme1.xml", "content.xml"})
        EXPECT_FALSE(is_workbook_part(name)) << name;
}

TEST(Workbooks, AreBounded) {
    std::string rows;
    for (std::size_t i = 0; i <= table_limits::rows; ++i) rows += "<row><c><v>1</v></c></row>";
    EXPECT_EQ(table_of(rows).rows.size(), table_limits::rows + 1);
    EXPECT_EQ(fault_of(rows + "<row><c><v>1</v></c></row>").code, "table.too-many-rows");
    EXPECT_EQ(fault_of(R"(<row><c r="SG1"><v>1</v></c></row>)").code, "table.too-many-columns");
    EXPECT_EQ(table_of(R"(<row><c r="SF1"><v>1</v></c><c r="XFD1"/></row>)").rows.at(0).size(), 500U);
    std::string wide;
    for (std::size_t i = 0; i < 8001; ++i)
        wide += R"(<row><c r="SF)" + std::to_string(i + 1) + R"("><v>1</v></c></row>)";
    EXPECT_EQ(fault_of(wide).code, "table.too-many-cells");
    std::string long_texts;
    const std::string text(32000, 'a');
    WorkbookParts shared("");
    for (std::size_t i = 0; i < 2200; ++i) long_texts += R"(<row><c t="s"><v>3</v></c></row>)";
    shared = WorkbookParts(long_texts);
    shared.insert("xl/sharedstrings.xml", "</sst>", "<si><t>" + text + "</t></si>");
    EXPECT_EQ(code_of(shared.read()), "table.too-large") << "one long text in many cells";
    WorkbookParts sheets("<row><c><v>1</v></c></row>");
    for (std::size_t i = 0; i < workbook_limits::sheets; ++i) sheets.add_sheet("F", "", "visible");
    EXPECT_EQ(code_of(sheets.read()), "table.damaged");
}
