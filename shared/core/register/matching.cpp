#include "core/definition/register_names.hpp"
#include "core/identifiers/search_key.hpp"
#include "core/register/import.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace pli {

namespace {

namespace names = register_names;

/// Columns without which a row says too little; the others may be absent.
constexpr std::array<std::string_view, 6> required{names::family_name, names::given_name, names::birth,
                                                   names::mail,        names::region,     names::manager};
/// Columns of the yearly list that say what the register concluded: not taken back in.
constexpr std::array<std::string_view, 3> outputs{names::state, names::reason, names::findings};

constexpr std::size_t searched_rows = 20; ///< titles are a few lines

bool is_among(const auto& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_blank(const Row& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return read_cell(cell).empty(); });
}

void find_missing(Matching& matching) {
    matching.missing.clear();
    for (const ColumnMatch& column : matching.columns)
        if (!column.cell && is_among(required, column.name)) matching.missing.push_back(column.name);
}

const RegisterColumn* column_with_header(const RegisterWording& wording, const std::string& key) {
    const auto found = std::find_if(wording.columns.begin(), wording.columns.end(),
                                    [&](const RegisterColumn& column) { return is_among(column.headers, key); });
    return found == wording.columns.end() ? nullptr : &*found;
}

void match_header(Matching& matching, const std::string& header, std::size_t cell, const RegisterWording& wording) {
    const std::string key = search_key(header);
    if (key.empty()) return;
    const RegisterColumn* column = column_with_header(wording, key);
    if (column == nullptr) {
        matching.unknown.push_back(read_cell(header));
        return;
    }
    const auto match = std::find_if(matching.columns.begin(), matching.columns.end(),
                                    [&](const ColumnMatch& one) { return one.name == column->name; });
    if (match == matching.columns.end()) return; // the register's own conclusions
    if (!match->cell) {
        match->cell = cell;
    } else if (!is_among(matching.doubled, column->name)) {
        matching.doubled.push_back(column->name);
    }
}

/// How many columns of the pack a row names.
std::size_t named_columns(const Row& row, const RegisterWording& wording) {
    std::set<const RegisterColumn*> named;
    for (const std::string& cell : row)
        if (const RegisterColumn* column = column_with_header(wording, search_key(cell))) named.insert(column);
    return named.size();
}

} // namespace

std::vector<std::size_t> header_candidates(const Table& table) {
    std::size_t first = 0;
    while (first < table.rows.size() && is_blank(table.rows[first])) ++first;
    std::vector<std::size_t> candidates;
    for (std::size_t row = first; row < table.rows.size() && row < first + searched_rows; ++row)
        if (!is_blank(table.rows[row])) candidates.push_back(row);
    return candidates;
}

std::size_t find_header(const Table& table, const RegisterWording& wording) {
    const std::vector<std::size_t> candidates = header_candidates(table);
    std::size_t header = candidates.empty() ? table.rows.size() : candidates.front();
    std::size_t most = 1; // a title may hold one name of a column by chance
    for (const std::size_t row : candidates) {
        const std::size_t named = named_columns(table.rows[row], wording);
        if (named <= most) continue;
        most = named;
        header = row;
    }
    return header;
}

Matching match_columns(const Table& table, const RegisterWording& wording) {
    return match_columns(table, wording, find_header(table, wording));
}

Matching match_columns(const Table& table, const RegisterWording& wording, std::size_t header) {
    Matching matching;
    matching.header = header;
    for (const RegisterColumn& column : wording.columns)
        if (!is_among(outputs, column.name)) matching.columns.push_back({column.name, std::nullopt});
    if (matching.header < table.rows.size()) {
        const Row& headers = table.rows[matching.header];
        for (std::size_t cell = 0; cell < headers.size(); ++cell) match_header(matching, headers[cell], cell, wording);
    }
    find_missing(matching);
    return matching;
}

Matching with_column(Matching matching, std::string_view name, std::optional<std::size_t> cell) {
    for (ColumnMatch& column : matching.columns) {
        if (column.name == name) {
            column.cell = cell;
        } else if (cell && column.cell == cell) {
            column.cell.reset(); // one cell says one thing
        }
    }
    std::erase(matching.doubled, name);
    find_missing(matching);
    return matching;
}

} // namespace pli
