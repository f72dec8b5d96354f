#include "core/register/import.hpp"

#include "core/register/yearly_list.hpp"
#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const std::string header = "NOM;Prenom;Date de naissance;Courriel;REGION;Manager;Outils;Habilité le;Dernière connexion";
const std::string good_row = "DURAND;Éloïse;07/03/1985;e.durand@exemple.fr;Hauts-de-France;non;OuiForm;05/01/2026;";

Table table_of(const std::string& text) { return must(read_csv(bytes_of(text))); }

Import import_of(const Table& table, const Register& into = empty_register()) {
    return read_import(table, match_columns(table, shipped_wording()), shipped_wording(), into, today);
}

/// The only row of a table with that line below the header.
ImportRow row_of(const std::string& line) { return import_of(table_of(header + "\n" + line)).rows.at(0); }

std::vector<std::string> ids(std::size_t count) {
    std::vector<std::string> made;
    for (std::size_t i = 0; i < count; ++i) made.push_back(id_of(10000 + i));
    return made;
}

} // namespace

TEST(Matching, FindsHeadersWhateverTheirLooks) {
    const Matching matching =
        match_columns(table_of(";\nN° nom;PRÉNOMS;Né(e) le;@Mail;Région;Manager O/N;Service"), shipped_wording());
    EXPECT_EQ(matching.header, 1U);
    EXPECT_THAT(matching.missing, IsEmpty());
    EXPECT_THAT(matching.unknown, ElementsAre("Service"));
    EXPECT_EQ(matching.columns[1].cell, 1U);
}

TEST(Matching, FindsHeadersBelowTitles) {
    const auto header_line = [](const std::string& text) {
        const Table table = table_of(text);
        const Matching matching = match_columns(table, shipped_wording());
        return table.lines.at(matching.header);
    };
    const std::string headers = "Nom;Prénom;Naissance;Mail;Région;Manager\n";
    EXPECT_EQ(header_line("Agents habilités, Arras\n\nExport du 22/11/2026;;;;;\n" + headers + good_row), 4U);
    EXPECT_EQ(header_line("Nom;;;;;\n" + headers + good_row), 2U) << "one name by chance";
    EXPECT_EQ(header_line(headers + good_row + "\n" + headers), 1U) << "headers repeated on each page";
    EXPECT_EQ(header_line("Identité;;;Contact;;\nNom;Prénom;Naissance;;;\n" + headers + good_row), 3U)
        << "headers on several rows: the fullest";
    EXPECT_EQ(header_line("Titre\nQui;Quand;Comment\nDURAND;07/03/1985;a@exemple.fr\n"), 1U) << "none can be told";
    std::string titles;
    for (int n = 0; n < 20; ++n) titles += "Titre\n";
    EXPECT_EQ(header_line(titles + headers + good_row), 1U) << "too far below";
    EXPECT_EQ(header_line(titles.substr(6) + headers + good_row), 20U);
    Table blank;
    blank.rows = {{" ", ""}, {}};
    blank.lines = {1, 2};
    EXPECT_EQ(match_columns(blank, shipped_wording()).header, 2U);
}

TEST(Matching, TakesTheRowOfHeadersThatIsChosen) {
    const Table table = table_of("Titre\n;;\nQui;Prénom;Quand\nDURAND;Éloïse;07/03/1985\n");
    EXPECT_THAT(header_candidates(table), ElementsAre(0, 2, 3));
    const Matching matching = match_columns(table, shipped_wording(), 2);
    EXPECT_EQ(matching.header, 2U);
    EXPECT_EQ(matching.columns[1].cell, 1U);
    EXPECT_THAT(matching.unknown, ElementsAre("Qui", "Quand"));
    const Import import = read_import(table, matching, shipped_wording(), empty_register(), today);
    ASSERT_EQ(import.rows.size(), 1U);
    EXPECT_EQ(import.rows[0].line, 4U);
}

TEST(Matching, NamesMissingAndDoubledColumns) {
    const Matching matching = match_columns(table_of("Nom;Prénom;Nom de famille;Mail;Email"), shipped_wording());
    EXPECT_THAT(matching.missing, ElementsAre("naissance", "region", "manager"));
    EXPECT_THAT(matching.doubled, ElementsAre("nom", "mail"));
    EXPECT_EQ(matching.columns[0].cell, 0U);
}

TEST(Matching, IsCompletedByHand) {
    Matching matching = match_columns(table_of("Nom;Prénom;Quand;Mail;Région;Chef"), shipped_wording());
    matching = with_column(with_column(matching, "naissance", 2), "manager", 5);
    EXPECT_THAT(matching.missing, IsEmpty());
    matching = with_column(matching, "region", 5);
    EXPECT_THAT(matching.missing, ElementsAre("manager"));
    matching = with_column(matching, "region", std::nullopt);
    EXPECT_THAT(matching.missing, ElementsAre("region", "manager"));
}

TEST(Imports, ReadARow) {
    const ImportRow row = row_of(good_row + "16/11/2026");
    EXPECT_THAT(row.faults, IsEmpty());
    EXPECT_THAT(row.notices, IsEmpty());
    EXPECT_EQ(row.line, 2U);
    EXPECT_EQ(row.identity, identity_of());
    EXPECT_THAT(row.tools, ElementsAre("ouiform"));
    EXPECT_EQ(row.granted, (Date{2026, 1, 5}));
    EXPECT_EQ(row.last_use, (Date{2026, 11, 16}));
}

TEST(Imports, NameRowAndColumnOfEveryFault) {
    const Import import =
        import_of(table_of(header + "\n\n" + good_row + "\nM4rtin;;31/02/1985;a@b;;peut-être;Minitel;;"));
    ASSERT_EQ(import.rows.size(), 2U);
    const ImportRow& row = import.rows[1];
    EXPECT_THAT(codes_of(row.faults), ElementsAre("person-name.digit", "required", "date.not-real", "email.domain",
                                                  "required", "choice.unknown", "import.unknown-tool"));
    for (const Error& fault : row.faults) EXPECT_EQ(fault.params.at("row"), "4");
    EXPECT_EQ(row.faults[2].params.at("column"), "Date de naissance");
    EXPECT_EQ(row.faults[6].params.at("value"), "Minitel");
}

TEST(Imports, PutSpreadsheetDatesRight) {
    const auto birth = [](const std::string& cell) {
        return row_of("DURAND;Éloïse;" + cell + ";e.durand@exemple.fr;Bretagne;non;;;");
    };
    const ImportRow serial = birth("31113");
    EXPECT_THAT(serial.faults, IsEmpty());
    EXPECT_EQ(serial.identity.birth, (Date{1985, 3, 7}));
    ASSERT_EQ(codes_of(serial.notices), std::vector<std::string>{"import.serial-date"});
    EXPECT_EQ(serial.notices[0].params.at("before"), "31113");
    EXPECT_EQ(serial.notices[0].params.at("after"), "07/03/1985");
    EXPECT_EQ(birth("31113,0").identity.birth, (Date{1985, 3, 7}));
    EXPECT_EQ(codes_of(birth("7031985").notices), std::vector<std::string>{"import.zero"});
    EXPECT_EQ(birth("7031985").identity.birth, (Date{1985, 3, 7}));
    EXPECT_EQ(birth("1985-03-07").identity.birth, (Date{1985, 3, 7}));
    EXPECT_EQ(birth("07/03/1985 00:00:00").identity.birth, (Date{1985, 3, 7}));
    EXPECT_THAT(codes_of(birth("365").faults), ElementsAre("date.format"));
    EXPECT_THAT(codes_of(birth("73051").faults), ElementsAre("date.format"));
    EXPECT_THAT(codes_of(birth("07/03/85").faults), ElementsAre("date.format"));
}

TEST(Imports, TellShiftedAndExcessCells) {
    EXPECT_THAT(codes_of(row_of("DURAND;Éloïse;;07/03/1985;e.durand@exemple.fr;Bretagne;non;;").faults),
                testing::Contains("import.shifted"));
    const ImportRow excess = row_of(good_row + ";;encore");
    ASSERT_THAT(codes_of(excess.faults), ElementsAre("import.cells"));
    EXPECT_EQ(excess.faults[0].params.at("cells"), "11");
    EXPECT_EQ(excess.faults[0].params.at("columns"), "9");
    EXPECT_THAT(row_of(good_row + ";;;").faults, IsEmpty());
    EXPECT_THAT(row_of("DURAND;Éloïse;07/03/1985;e.durand@exemple.fr;Bretagne;non").faults, IsEmpty());
}

TEST(Imports, RefuseFormulas) {
    EXPECT_THAT(codes_of(row_of("=A1;Éloïse;07/03/1985;e.durand@exemple.fr;Bretagne;non;;;").faults),
                ElementsAre("import.formula", "person-name.character"));
}

TEST(Imports, GrantToolsFromADayOnly) {
    const ImportRow row =
        row_of("DURAND;Éloïse;07/03/1985;e.durand@exemple.fr;Bretagne;non;ouiform / Académie France Travail;;");
    EXPECT_THAT(row.tools, ElementsAre("ouiform", "academie"));
    EXPECT_THAT(codes_of(row.faults), ElementsAre("habilitation.needs-day"));
    EXPECT_THAT(codes_of(row_of(good_row + "23/11/2026").faults), ElementsAre("habilitation.future"));
}

TEST(Imports, TellTheSamePersonTwice) {
    const Import import =
        import_of(table_of(header + "\n" + good_row + "\nDurand;Eloise;07/03/1985;autre@exemple.fr;Bretagne;non;;;"));
    EXPECT_THAT(import.rows[0].faults, IsEmpty());
    ASSERT_THAT(codes_of(import.rows[1].faults), ElementsAre("import.repeated"));
    EXPECT_EQ(import.rows[1].faults[0].params.at("first"), "2");
}

TEST(Imports, AddTheNewAndBringTheKnownUpToDate) {
    Register habilitations = register_of(2);
    const Table table = table_of(header + "\n" + good_row +
                                 "\nDURAND C;Éloïse;7/3/1985;AGENT1@exemple.fr;Bretagne;oui;Académie France "
                                 "Travail;01/10/2026;01/11/2026\nM4rtin;;;;;;;;");
    Import import = import_of(table, habilitations);
    EXPECT_EQ(import.rows[1].known, id_of(1));
    const Register next = must(take_rows(habilitations, import, ids(3), today));
    ASSERT_EQ(next.persons.size(), 3U);
    const Person& known = *find_person(next, id_of(1));
    EXPECT_EQ(known.identity.region, "Bretagne");
    EXPECT_EQ(known.tools.size(), 2U);
    EXPECT_EQ(known.last_use, (Date{2026, 11, 1}));
    EXPECT_EQ(find_person(next, id_of(10000))->identity, identity_of());
    EXPECT_EQ(refused_rows(table, import), (std::vector<Row>{table.rows[0], table.rows[3]}));
}

TEST(Imports, LeaveOutWhatTheRegisterRefuses) {
    Register habilitations = register_of(1);
    habilitations = must(remove_habilitation(habilitations, id_of(0), Reason::Departure, today, today));
    const Table table =
        table_of(header + "\nDURAND B;Éloïse;07/03/1985;agent0@exemple.fr;Bretagne;non;OuiForm;01/10/2026;");
    Import import = import_of(table, habilitations);
    EXPECT_EQ(must(take_rows(habilitations, import, ids(1), today)), habilitations);
    ASSERT_THAT(codes_of(import.rows[0].faults), ElementsAre("habilitation.removed"));
    EXPECT_EQ(import.rows[0].faults[0].params.at("row"), "2");
    EXPECT_EQ(refused_rows(table, import).size(), 2U);
}

TEST(Imports, NeedFreshIds) {
    const Table table = table_of(header + "\n" + good_row);
    Import import = import_of(table);
    EXPECT_EQ(code_of(take_rows(empty_register(), import, {}, today)), "register.bad-value");
    EXPECT_EQ(code_of(take_rows(empty_register(), import, {"1"}, today)), "register.bad-value");
    EXPECT_EQ(code_of(take_rows(register_of(1), import, {id_of(0)}, today)), "register.bad-value");
}

TEST(Imports, TakeAHundredThousandRowsAndHoldTheLimit) {
    std::string text = header + "\n";
    for (std::size_t i = 0; i < table_limits::rows; ++i)
        text += "DURAND;Éloïse;07/03/1985;agent" + std::to_string(i) + "@exemple.fr;Bretagne;non;;;\n";
    const Table table = table_of(text);
    Import import = import_of(table);
    EXPECT_EQ(import.rows.size(), table_limits::rows);
    EXPECT_THAT(import.rows[0].faults, IsEmpty());
    for (ImportRow& row : import.rows) row.faults.clear();
    EXPECT_EQ(code_of(take_rows(empty_register(), import, ids(table_limits::rows), today)), "register.too-many");
}

TEST(YearlyList, CanBeTakenInAgain) {
    Register habilitations = register_of(3);
    habilitations.persons[1].last_use = Date{2026, 9, 1};
    habilitations.persons[2] = must(suspend(habilitations, id_of(2), today, today)).persons[2];
    const auto rows =
        yearly_list(habilitations, shipped_wording(), today, [](const Finding& finding) { return finding.code + "."; });
    EXPECT_EQ(rows[0].front(), "Nom");
    EXPECT_EQ(rows[2].back(), "finding.inactive.");
    EXPECT_THAT(rows[3], testing::Contains("Suspendue"));
    EXPECT_THAT(rows[3], testing::Contains("Inactivité du compte depuis deux mois"));
    const Table table = must(read_csv(bytes_of(write_csv(rows))));
    Import import = import_of(table, habilitations);
    for (const ImportRow& row : import.rows) EXPECT_THAT(codes_of(row.faults), IsEmpty());
    EXPECT_EQ(must(take_rows(habilitations, import, {}, today)), habilitations);
}
