// A table on its way into the register: its columns, its rows, and those that must be corrected first.
#include "core/definition/register_names.hpp"
#include "ui/registre.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <charconv>

namespace pli::ui {

namespace {

namespace names = register_names;
using semantics::ButtonStyle;
using semantics::Cells;

constexpr std::string_view rows_table = "import-lignes";

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
    draft.corrected = 0;
}

/// Which column of the table holds which of the register's.
void matching(View& view) {
    ImportDraft& draft = view.session.desk->import;
    const Matching& matching = draft.import.matching;
    view.ui.begin_group("import-colonnes", view.say("import.colonnes"));
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

std::string in_words(const View& view, const ImportRow& row) {
    std::string sentences;
    for (const auto* list : {&row.faults, &row.notices}) {
        for (const Error& each : *list) {
            if (!sentences.empty()) sentences += ' ';
            sentences += fault_sentence(view, each);
        }
    }
    return sentences;
}

std::vector<std::size_t> faulty_rows(const Import& import) {
    std::vector<std::size_t> rows;
    for (std::size_t n = 0; n < import.rows.size(); ++n)
        if (!import.rows[n].faults.empty()) rows.push_back(n);
    return rows;
}

void faulty_list(View& view, const std::vector<std::size_t>& faulty) {
    ImportDraft& draft = view.session.desk->import;
    view.ui.heading("import-fautes", view.say_count("import.fautes", faulty.size()), 2);
    view.ui.begin_table(rows_table, view.say("import.lignes"),
                        {{"numero", view.say("import.colonne-ligne")}, {"fautes", view.say("import.colonne-fautes")}},
                        faulty.size(), draft.window);
    for (const std::size_t n : draft.window.rows(faulty.size())) {
        const ImportRow& row = draft.import.rows[faulty[n]];
        const Cells cells{{"numero", view.say("import.ligne", {{"n", std::to_string(row.line)}})},
                          {"fautes", in_words(view, row)}};
        if (!view.ui.table_row("import-ligne-" + std::to_string(row.line), n, cells, "#import-corriger")) continue;
        draft.corrected = n + 1;
        view.ui.focus("import-corriger");
    }
    view.ui.end_table();
}

/// The cells of one faulty row, to be corrected.
void correction(View& view, const std::vector<std::size_t>& faulty) {
    ImportDraft& draft = view.session.desk->import;
    if (draft.corrected == 0 || draft.corrected > faulty.size()) draft.corrected = 1;
    const ImportRow& row = draft.import.rows[faulty[draft.corrected - 1]];
    view.ui.begin_group("import-corriger", view.say("import.corriger", {{"n", std::to_string(row.line)}}));
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
    const std::size_t place = draft.corrected;
    if (changed || next) judge(view);
    draft.corrected = next ? place % faulty.size() + 1 : place;
    if (next) view.ui.focus("import-corriger");
}

void rows(View& view) {
    RegisterDesk& desk = *view.session.desk;
    ImportDraft& draft = desk.import;
    const std::vector<std::size_t> faulty = faulty_rows(draft.import);
    const std::size_t good = draft.import.rows.size() - faulty.size();
    view.ui.status("import-nombre", view.say("import.nombre", {{"bonnes", std::to_string(good)},
                                                               {"fautives", std::to_string(faulty.size())}}));
    if (!faulty.empty()) {
        faulty_list(view, faulty);
        correction(view, faulty);
        if (view.button("import-exporter", "import.exporter")) {
            view.effect("save", {{"name", "lignes-a-corriger.csv"},
                                 {"content", write_csv(refused_rows(*draft.table, draft.import))}});
            view.session.notice = view.say("import.exporte");
        }
    }
    if (view.ui.button("import-prendre", view.say_count("import.prendre", good), ButtonStyle::Primary, good == 0))
        ask_for_ids(view, NeedsIds::Import, good);
}

} // namespace

void registre_importer(View& view) {
    if (!view.session.desk) return;
    ImportDraft& draft = view.session.desk->import;
    view.paragraph("chapeau", "import.chapeau");
    semantics::Field field = hinted(view.say("import.fichier-aide"));
    field.required = true;
    if (view.ui.file(table_file, view.say("import.fichier"), draft.file, ".csv,.txt,.tsv", field)) {
        draft.table.reset();
        draft.import = {};
        view.session.failure.reset();
        if (!draft.file.empty()) view.effect("table", {{"file", table_file}});
    }
    if (draft.table) {
        matching(view);
        if (draft.import.matching.missing.empty()) rows(view);
    }
    if (view.button("precedent", "registre.retour")) view.session.go(Screen::Registre);
}

void read_table(View& view, std::string_view bytes) {
    if (!view.session.desk) return;
    ImportDraft& draft = view.session.desk->import;
    Result<Table> table = read_csv(bytes_of(bytes));
    if (!table) {
        view.session.failure = table.error();
        return view.ui.focus(summary_key);
    }
    draft.table = std::move(table).value();
    draft.import.matching = match_columns(*draft.table, view.pack.register_wording);
    judge(view);
    view.session.notice = view.say_count("import.lues", draft.import.rows.size());
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
