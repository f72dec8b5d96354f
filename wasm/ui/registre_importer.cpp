// A table on its way into the register: its columns, its rows, and those that must be corrected first.
#include "core/base/text.hpp"
#include "core/definition/register_names.hpp"
#include "ui/registre.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

#include "core/register/workbook_json.hpp"

#include <algorithm>
#include <charconv>

namespace pli::ui {

namespace {

namespace names = register_names;
using semantics::ButtonStyle;
using semantics::Cells;

std::string label_of_column(const View& view, std::string_view name) {
    const RegisterColumn* column = find_column(view.pack.register_wording, name);
    return column == nullptr ? std::string(name) : column->label;
}

std::string labels_of(const View& view, const std::vector<std::string>& columns) {
    std::string labels;
    for (const std::string& name : columns) {
        if (!labels.empty()) labels += ", ";
        labels += label_of_column(view, name);
    }
    return labels;
}

void judge(View& view) {
    RegisterDesk& desk = *view.session.desk;
    ImportDraft& draft = desk.import;
    if (!draft.table) return;
    draft.import = read_import(*draft.table, draft.import.matching, wording_here(view, desk), desk.content, view.today);
}

/// A row as an option to choose: its line and the beginning of what stands in it.
std::string row_in_words(const View& view, const Table& table, std::size_t row) {
    constexpr std::size_t most_cells = 4, most_letters = 24;
    std::string cells;
    std::size_t shown = 0;
    for (const std::string& cell : table.rows[row]) {
        const std::vector<char32_t> letters = code_points(fold_spaces(read_cell(cell)));
        if (letters.empty() || shown++ >= most_cells) continue;
        if (!cells.empty()) cells += ", ";
        for (std::size_t n = 0; n < letters.size() && n < most_letters; ++n) append_utf8(cells, letters[n]);
        if (letters.size() > most_letters) cells += "…";
    }
    const char* const wording = shown > most_cells ? "import.entetes-ligne-suite" : "import.entetes-ligne";
    return view.say(wording, {{"n", std::to_string(table.lines[row])}, {"cases", cells}});
}

/// Which row names the columns: it is told, and can be changed.
void header_choice(View& view) {
    ImportDraft& draft = view.session.desk->import;
    const std::vector<std::size_t> candidates = header_candidates(*draft.table);
    if (candidates.size() < 2) return;
    const std::size_t header = draft.import.matching.header;
    semantics::Field field = hinted(view.say("import.entetes-aide"));
    if (header != candidates.front())
        field.hint += ' ' + view.say("import.entetes-plus-bas", {{"n", std::to_string(draft.table->lines[header])}});
    Cells options;
    for (const std::size_t row : candidates)
        options.emplace_back(std::to_string(row), row_in_words(view, *draft.table, row));
    std::string chosen = std::to_string(header);
    if (!view.ui.select("import-entetes", view.say("import.entetes"), chosen, options, field)) return;
    for (const std::size_t row : candidates) {
        if (std::to_string(row) != chosen) continue;
        draft.import.matching = match_columns(*draft.table, view.pack.register_wording, row);
        draft.corrected = 0;
        judge(view);
        view.session.notice = view.say_count("import.lues", draft.import.rows.size());
    }
}

/// Which column of the table holds which of the register's.
void matching(View& view) {
    ImportDraft& draft = view.session.desk->import;
    view.ui.begin_group("import-colonnes", view.say("import.colonnes"));
    header_choice(view);
    const Matching& matching = draft.import.matching;
    if (!matching.missing.empty())
        view.ui.text("import-manquantes",
                     view.say("import.manquantes", {{"colonnes", labels_of(view, matching.missing)}}),
                     semantics::Emphasis::Strong);
    if (!matching.doubled.empty())
        view.ui.text("import-doublees", view.say("import.doublees", {{"colonnes", labels_of(view, matching.doubled)}}));
    Cells headers{{"", view.say("import.aucune")}};
    const Row& first = draft.table->rows[matching.header];
    for (std::size_t cell = 0; cell < first.size(); ++cell)
        headers.emplace_back(std::to_string(cell), std::to_string(cell + 1) + " – " + read_cell(first[cell]));
    std::optional<Matching> next;
    for (const ColumnMatch& column : matching.columns) {
        std::string chosen = column.cell ? std::to_string(*column.cell) : std::string();
        if (!view.ui.select("import-colonne-" + column.name, label_of_column(view, column.name), chosen, headers))
            continue;
        std::size_t cell = 0;
        const auto read = std::from_chars(chosen.data(), chosen.data() + chosen.size(), cell);
        const bool is_cell = read.ec == std::errc() && cell < first.size();
        next = with_column(matching, column.name, is_cell ? std::optional(cell) : std::nullopt);
    }
    view.ui.end_group();
    if (!next) return;
    draft.import.matching = std::move(*next);
    judge(view);
}

/// A fault or a notice, with the column that it is about; sentences about values name it themselves.
std::string in_words(const View& view, const Error& each) {
    if (each.place.empty() || !each.code.starts_with("import.")) return fault_sentence(view, each);
    return view.say("import.ligne-detail",
                    {{"colonne", label_of_column(view, each.place)}, {"phrase", fault_sentence(view, each)}});
}

/// What a column of the pack is called; "" stands for the row as a whole.
std::string label_of_place(const View& view, const std::string& place) {
    return place.empty() ? view.say("import.toute-la-ligne") : label_of_column(view, place);
}

/// The columns that remarks are about, each once, in their order.
std::vector<std::string> places_of(const ImportRow& row) {
    std::vector<std::string> places;
    for (const auto* list : {&row.faults, &row.notices})
        for (const Error& each : *list)
            if (std::find(places.begin(), places.end(), each.place) == places.end()) places.push_back(each.place);
    return places;
}

/// Those columns by name, as many as a cell of the list holds on the narrowest page; the others are counted. What is
/// wrong with them is said beside their cells.
std::string columns_in_words(const View& view, const ImportRow& row) {
    constexpr std::size_t room = 40; // two lines at 320 px
    const std::vector<std::string> places = places_of(row);
    std::string names;
    for (std::size_t n = 0; n < places.size(); ++n) {
        const std::string label = label_of_place(view, places[n]);
        const std::size_t left = places.size() - n;
        if (n > 0 && names.size() + label.size() > room)
            return view.say(left == 1 ? "import.et-autre" : "import.et-autres",
                            {{"colonnes", names}, {"n", std::to_string(left)}});
        names += (n == 0 ? "" : ", ") + label;
    }
    return names;
}

using Rows = std::vector<const ImportRow*>;

Rows faulty_rows(const Import& import) {
    Rows rows;
    for (const ImportRow& row : import.rows)
        if (!row.faults.empty()) rows.push_back(&row);
    return rows;
}

/// Rows that can be taken, but not quite as they stand in the table.
Rows noted_rows(const Import& import) {
    Rows rows;
    for (const ImportRow& row : import.rows)
        if (row.faults.empty() && !row.notices.empty()) rows.push_back(&row);
    return rows;
}

struct ListWording {
    std::string_view key, heading, detail, label, column;
};

/// Rows with what is to be said of them, each leading to its cells.
void list_rows(View& view, const Rows& rows, semantics::TableWindow& window, const ListWording& wording) {
    if (rows.empty()) return;
    const std::string key(wording.key);
    view.ui.heading(key + "-titre", view.say_count(wording.heading, rows.size()), 2);
    view.paragraph(key + "-detail", wording.detail);
    view.ui.begin_table(key, view.say(wording.label),
                        {{"numero", view.say("import.colonne-ligne")}, {"fautes", view.say(wording.column)}},
                        rows.size(), window);
    for (const std::size_t n : window.rows(rows.size())) {
        const ImportRow& row = *rows[n];
        const Cells cells{{"numero", view.say("import.ligne", {{"n", std::to_string(row.line)}})},
                          {"fautes", columns_in_words(view, row)}};
        if (!view.ui.table_row("import-ligne-" + std::to_string(row.line), n, cells, "#import-corriger")) continue;
        view.session.desk->import.corrected = row.line;
        view.ui.focus("import-corriger");
    }
    view.ui.end_table();
}

/// The row whose cells are shown: the chosen one, else the first one with a fault; nullptr for none.
const ImportRow* corrected_row(const ImportDraft& draft, const Rows& faulty) {
    const auto& rows = draft.import.rows;
    const auto chosen =
        std::find_if(rows.begin(), rows.end(), [&draft](const ImportRow& row) { return row.line == draft.corrected; });
    if (chosen != rows.end()) return &*chosen;
    return faulty.empty() ? nullptr : faulty.front();
}

/// Line of the next row with a fault after this one, beginning again at the top; 0 when there is none.
std::size_t next_faulty(const Import& import, std::size_t line) {
    const Rows faulty = faulty_rows(import);
    const auto next =
        std::find_if(faulty.begin(), faulty.end(), [line](const ImportRow* row) { return row->line > line; });
    if (next != faulty.end()) return (*next)->line;
    return faulty.empty() ? 0 : faulty.front()->line;
}

/// Everything that is to be said of a row, each in full.
void remarks(View& view, const ImportRow& row) {
    if (row.faults.empty() && row.notices.empty()) return view.paragraph("import-juste", "import.ligne-juste");
    view.ui.begin_list("import-remarques");
    std::size_t number = 0;
    for (const auto* list : {&row.faults, &row.notices})
        for (const Error& each : *list)
            view.ui.item("import-remarque-" + std::to_string(++number), in_words(view, each));
    view.ui.end_list();
}

/// The cells of one row, to be corrected.
void correction(View& view, const ImportRow& row) {
    ImportDraft& draft = view.session.desk->import;
    const std::size_t line = row.line;
    view.ui.begin_group("import-corriger", view.say("import.corriger", {{"n", std::to_string(line)}}));
    remarks(view, row);
    Row& cells = draft.table->rows[row.index];
    bool changed = false;
    for (const ColumnMatch& column : draft.import.matching.columns) {
        if (!column.cell) continue;
        if (*column.cell >= cells.size()) cells.resize(*column.cell + 1);
        semantics::Field field;
        field.error = column_error(view, row.faults, column.name);
        const std::string key = "import-cellule-" + column.name;
        view.ui.text_field(key, label_of_column(view, column.name), cells[*column.cell], field);
        changed = changed || view.ui.blurred(key);
    }
    const bool next = view.button("import-suivante", "import.suivante");
    view.ui.end_group();
    draft.corrected = line;
    if (changed || next) judge(view);
    if (!next) return;
    draft.corrected = next_faulty(draft.import, line);
    view.ui.focus(draft.corrected == 0 ? "import-prendre" : "import-corriger");
}

void rows(View& view) {
    ImportDraft& draft = view.session.desk->import;
    const Rows faulty = faulty_rows(draft.import);
    const std::size_t good = draft.import.rows.size() - faulty.size();
    view.ui.status("import-nombre", view.say("import.nombre", {{"bonnes", std::to_string(good)},
                                                               {"fautives", std::to_string(faulty.size())}}));
    list_rows(view, faulty, draft.faulty_window,
              {"import-fautes", "import.fautes", "import.fautes-detail", "import.lignes", "import.colonne-fautes"});
    list_rows(view, noted_rows(draft.import), draft.noted_window,
              {"import-reprises", "import.reprises", "import.reprises-detail", "import.lignes-reprises",
               "import.colonne-reprises"});
    const ImportRow* corrected = corrected_row(draft, faulty);
    const bool is_any_faulty = !faulty.empty();
    if (corrected != nullptr) correction(view, *corrected);
    if (is_any_faulty && view.button("import-exporter", "import.exporter")) {
        view.effect("save", {{"name", "lignes-a-corriger.csv"},
                             {"content", write_csv(refused_rows(*draft.table, draft.import))}});
        view.session.notice = view.say("import.exporte");
    }
    if (view.ui.button("import-prendre", view.say_count("import.prendre", good), ButtonStyle::Primary, good == 0))
        ask_for_ids(view, NeedsIds::Import, good);
}

void ask_for_table(View& view) {
    const ImportDraft& draft = view.session.desk->import;
    view.effect("table", {{"file", table_file}, {"sheet", draft.sheet}});
    view.session.notice = view.say("import.lecture");
}

/// Which sheet of a workbook is taken.
void sheet_choice(View& view) {
    ImportDraft& draft = view.session.desk->import;
    if (draft.sheets.size() < 2) return;
    Cells sheets;
    for (std::size_t n = 0; n < draft.sheets.size(); ++n) sheets.emplace_back(std::to_string(n), draft.sheets[n]);
    std::string chosen = std::to_string(draft.sheet);
    if (!view.ui.select("import-feuille", view.say("import.feuille"), chosen, sheets,
                        hinted(view.say("import.feuille-aide"))))
        return;
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const auto& sheet) { return sheet.first == chosen; });
    if (found != sheets.end()) draft.sheet = static_cast<std::size_t>(found - sheets.begin());
    ask_for_table(view);
}

void take_table(View& view, Table table) {
    ImportDraft& draft = view.session.desk->import;
    draft.table = std::move(table);
    draft.corrected = 0;
    draft.faulty_window = {};
    draft.noted_window = {};
    draft.import = {};
    draft.import.matching = match_columns(*draft.table, view.pack.register_wording);
    judge(view);
    view.session.failure.reset();
    view.session.notice = view.say_count("import.lues", draft.import.rows.size());
}

} // namespace

void registre_importer(View& view) {
    if (!view.session.desk) return;
    ImportDraft& draft = view.session.desk->import;
    view.paragraph("chapeau", "import.chapeau");
    semantics::Field field = hinted(view.say("import.fichier-aide"));
    field.required = true;
    if (view.ui.file(table_file, view.say("import.fichier"), draft.file, ".csv,.txt,.tsv,.xlsx", field)) {
        std::string chosen = draft.file;
        draft = {};
        draft.file = std::move(chosen);
        view.session.failure.reset();
        view.session.notice.clear();
        if (!draft.file.empty()) ask_for_table(view);
    }
    sheet_choice(view);
    if (draft.table) {
        matching(view);
        if (draft.import.matching.missing.empty()) rows(view);
    }
    if (view.button("precedent", "registre.retour")) view.session.go(Screen::Registre);
}

void read_table(View& view, std::string_view bytes) {
    if (!view.session.desk) return;
    Result<Table> table = read_csv(bytes_of(bytes));
    if (table) {
        view.session.desk->import.sheets.clear();
        return take_table(view, std::move(table).value());
    }
    view.session.notice.clear();
    view.session.failure = table.error();
    view.ui.focus(summary_key);
}

void read_sheet(View& view, const Json& json) {
    if (!view.session.desk) return;
    Workbook workbook = workbook_from_json(json);
    view.session.desk->import.sheets = std::move(workbook.sheets);
    view.session.desk->import.sheet = workbook.sheet;
    take_table(view, std::move(workbook.table));
}

void take_imported_rows(View& view, const std::vector<std::string>& ids) {
    RegisterDesk& desk = *view.session.desk;
    ImportDraft& draft = desk.import;
    Result<Register> next = take_rows(desk.content, draft.import, ids, view.today);
    if (!next) {
        view.session.failure = next.error();
        return view.ui.focus(summary_key);
    }
    const std::size_t before = draft.import.rows.size();
    desk.take(std::move(next).value());
    // What was taken leaves the table; what was not stays to be corrected.
    std::vector<std::size_t> lines{draft.table->lines[draft.import.matching.header]};
    for (const ImportRow& row : draft.import.rows)
        if (!row.faults.empty()) lines.push_back(row.line);
    draft.table->rows = refused_rows(*draft.table, draft.import);
    draft.table->lines = std::move(lines);
    draft.import.matching.header = 0;
    draft.corrected = 0;
    const std::size_t refused = draft.table->rows.size() - 1;
    judge(view);
    view.session.notice = view.say_count("import.prises", before - refused);
    if (refused == 0) {
        desk.import = {};
        view.session.go(Screen::Registre);
        view.session.notice = view.say_count("import.prises", before);
    }
}

} // namespace pli::ui
