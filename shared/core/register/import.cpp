#include "core/register/import.hpp"

#include "core/base/text.hpp"
#include "core/definition/register_names.hpp"
#include "core/identifiers/ascii.hpp"
#include "core/identifiers/search_key.hpp"
#include "core/register/faults.hpp"
#include "core/register/rules.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace pli {

namespace {

namespace names = register_names;

/// What two entries about one person have in common: the mail, or name and date of birth.
std::array<std::string, 2> keys_of(const UserIdentity& identity) {
    return {upper_case(identity.mail),
            search_key(identity.family_name + " " + identity.given_name) + "|" + iso_date(identity.birth)};
}

/// The count of days of a spreadsheet as a day: 1 was 1900-01-01, and 1900 had, wrongly, a 29 February; or 0 was
/// 1904-01-01. Only plausible days count, so that a stray number is not taken for one.
std::optional<Date> serial_day(std::string_view text, bool from_1904) {
    constexpr std::int64_t shift = 1462;                          // from one count to the other
    const std::int64_t epoch = from_1904 ? 25569 - shift : 25569; // serial number of 1970-01-01
    constexpr std::int64_t first = 366;                           // 1900-12-31
    const std::int64_t last = from_1904 ? 73050 - shift : 73050;  // 2099-12-31
    const std::string_view whole = text.substr(0, text.find_first_of(".,"));
    if (whole.size() < 3 || whole.size() > 5 || !is_digits(whole, whole.size())) return std::nullopt;
    for (const char c : text.substr(whole.size()))
        if (c != '0' && c != '.' && c != ',') return std::nullopt;
    std::int64_t serial = 0;
    for (const char digit : whole) serial = serial * 10 + digit_value(digit);
    if (serial < first || serial > last) return std::nullopt;
    return date_from_days(serial - epoch);
}

/// JMMAAAA or JJMMAAAA: a date typed without separators, of which a spreadsheet kept a number.
std::optional<Date> compact_day(std::string_view text) {
    if (!is_digits(text, 7) && !is_digits(text, 8)) return std::nullopt;
    const std::string digits = (text.size() == 7 ? "0" : "") + std::string(text);
    const auto day = parse_typed_date(digits.substr(0, 2) + "/" + digits.substr(2, 2) + "/" + digits.substr(4));
    return day ? std::optional(day.value()) : std::nullopt;
}

/// The time of day behind a day, with its space: " 14:32", " 00:00:00"; empty when there is none.
std::string_view time_behind(std::string_view text) {
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos) return {};
    const std::string_view time = text.substr(space + 1);
    const bool is_time = time.size() >= 4 && time.size() <= 8 && is_ascii_digit(time.front()) &&
                         is_ascii_digit(time.back()) && time.find(':') != std::string_view::npos &&
                         time.find_first_not_of("0123456789:") == std::string_view::npos;
    return is_time ? text.substr(space) : std::string_view();
}

/// Judges the rows of one table, one after the other.
class RowReader {
  public:
    RowReader(const Table& table, const Matching& matching, const RegisterWording& wording,
              const Register& habilitations, const Date& today)
        : table_(table), matching_(matching), wording_(wording), today_(today) {
        for (const Person& person : habilitations.persons)
            for (const std::string& key : keys_of(person.identity)) known_.try_emplace(key, person.id);
        for (const RegisterWord& tool : wording.tools) {
            tools_.try_emplace(search_key(tool.value), tool.value);
            tools_.try_emplace(search_key(tool.label), tool.value);
        }
    }

    ImportRow read(std::size_t index) {
        row_ = {};
        row_.index = index;
        row_.line = table_.lines[index];
        check_shape();
        note_merged();
        read_identity();
        read_tools();
        row_.granted = read_day(names::granted);
        row_.last_use = read_day(names::last_use);
        if (row_.last_use && *row_.last_use > today_) refuse({"habilitation.future", "", {}}, names::last_use);
        if (!row_.tools.empty() && !row_.granted) refuse({"habilitation.needs-day", "", {}}, names::granted);
        recognise();
        return std::move(row_);
    }

  private:
    [[nodiscard]] const std::optional<std::size_t>& cell_of(std::string_view column) const {
        static const std::optional<std::size_t> none;
        const auto found = std::find_if(matching_.columns.begin(), matching_.columns.end(),
                                        [column](const ColumnMatch& one) { return one.name == column; });
        return found == matching_.columns.end() ? none : found->cell;
    }

    [[nodiscard]] std::string raw(std::string_view column, int offset = 0) const {
        const auto& cell = cell_of(column);
        const Row& cells = table_.rows[row_.index];
        if (!cell || (offset < 0 && *cell == 0)) return {};
        const std::size_t at = *cell + static_cast<std::size_t>(offset); // wraps back to one before for -1
        return at < cells.size() ? cells[at] : std::string();
    }

    [[nodiscard]] std::string text(std::string_view column) const { return read_cell(raw(column)); }

    [[nodiscard]] Params place_params(std::string_view column) const {
        const RegisterColumn* found = find_column(wording_, column);
        return {{"row", std::to_string(row_.line)}, {"column", found == nullptr ? std::string(column) : found->label}};
    }

    void refuse(Error error, std::string_view column) {
        error.place = column;
        error.params.merge(place_params(column));
        row_.faults.push_back(std::move(error));
    }

    void note(std::string_view code, std::string_view column, Params params) {
        params.merge(place_params(column));
        row_.notices.push_back({std::string(code), std::string(column), std::move(params)});
    }

    /// Which cells have the text of one above.
    void note_merged() {
        for (const ColumnMatch& column : matching_.columns) {
            if (!column.cell) continue;
            const auto found =
                std::lower_bound(table_.merged.begin(), table_.merged.end(), MergedCell{row_.line, *column.cell, 0});
            if (found == table_.merged.end() || found->line != row_.line || found->cell != *column.cell) continue;
            note("import.merged", column.name, {{"first", std::to_string(found->first)}, {"value", text(column.name)}});
        }
    }

    void check_shape() {
        const Row& cells = table_.rows[row_.index];
        const std::size_t columns = table_.rows[matching_.header].size();
        std::size_t filled = cells.size();
        while (filled > 0 && read_cell(cells[filled - 1]).empty()) --filled;
        if (filled > columns)
            refuse({"import.cells", "", {{"cells", std::to_string(filled)}, {"columns", std::to_string(columns)}}}, "");
        for (const ColumnMatch& column : matching_.columns)
            if (fold_spaces(raw(column.name)).starts_with('=')) refuse({"import.formula", "", {}}, column.name);
        const auto is_mail = [&](int offset) { return raw(names::mail, offset).find('@') != std::string::npos; };
        const bool moved = cell_of(names::mail) && !is_mail(0) && (is_mail(1) || is_mail(-1));
        if (moved) refuse({"import.shifted", "", {}}, names::mail);
    }

    void read_identity() {
        IdentityEntry entry{text(names::family_name), text(names::given_name), "",
                            text(names::mail),        text(names::region),     text(names::manager),
                            text(names::status),      text(names::structure)};
        entry.birth = day_text(names::birth);
        IdentityCheck check = check_identity(entry, today_);
        row_.identity = std::move(check.identity);
        for (Error& fault : check.faults) {
            const std::string column = fault.place;
            refuse(std::move(fault), column);
        }
    }

    /// A date as typed, spreadsheets' numbers put right; a register knows no time of day.
    std::string day_text(std::string_view column) {
        std::string typed = text(column);
        const std::string_view time = time_behind(typed);
        if (!time.empty()) {
            const bool is_midnight = time.find_first_not_of(" 0:") == std::string_view::npos;
            std::string day = typed.substr(0, typed.size() - time.size());
            if (!is_midnight) note("import.time", column, {{"before", typed}, {"after", day}});
            typed = std::move(day);
        }
        std::optional<Date> day = serial_day(typed, table_.counts_from_1904);
        std::string_view code = "import.serial-date";
        if (!day) {
            day = compact_day(typed);
            code = "import.zero";
        }
        if (!day) return typed;
        note(code, column, {{"before", typed}, {"after", french_date(*day)}});
        return french_date(*day);
    }

    std::optional<Date> read_day(std::string_view column) {
        const std::string typed = day_text(column);
        if (typed.empty()) return std::nullopt;
        const Result<Date> day = parse_typed_date(typed);
        if (day) return day.value();
        refuse(day.error(), column);
        return std::nullopt;
    }

    /// Tools stand in one cell, parted by commas, bars, slashes or line breaks; their names hold none of these.
    void read_tools() {
        const std::string cell = text(names::tools);
        for (std::size_t start = 0; start < cell.size();) {
            const std::size_t end = std::min(cell.find_first_of(",;|/\n", start), cell.size());
            const std::string written = fold_spaces(std::string_view(cell).substr(start, end - start));
            start = end + 1;
            if (written.empty()) continue;
            const auto tool = tools_.find(search_key(written));
            if (tool == tools_.end()) {
                refuse({"import.unknown-tool", "", {{"value", written}}}, names::tools);
            } else if (std::find(row_.tools.begin(), row_.tools.end(), tool->second) == row_.tools.end()) {
                row_.tools.push_back(tool->second);
            }
        }
    }

    /// Who the row is about: somebody in the register, or an earlier row, or somebody new.
    void recognise() {
        const bool is_readable = std::none_of(row_.faults.begin(), row_.faults.end(), [](const Error& fault) {
            return fault.place == names::mail || fault.place == names::birth || fault.place == names::family_name ||
                   fault.place == names::given_name;
        });
        if (!is_readable) return;
        for (const std::string& key : keys_of(row_.identity)) {
            const auto known = known_.find(key);
            if (known != known_.end() && row_.known.empty()) row_.known = known->second;
            const auto [seen, is_new] = seen_.try_emplace(key, row_.line);
            const bool told = std::any_of(row_.faults.begin(), row_.faults.end(),
                                          [](const Error& fault) { return fault.code == "import.repeated"; });
            if (!is_new && !told)
                refuse({"import.repeated", "", {{"first", std::to_string(seen->second)}}}, names::mail);
        }
    }

    const Table& table_;
    const Matching& matching_;
    const RegisterWording& wording_;
    const Date& today_;
    std::unordered_map<std::string, std::string> known_;
    std::unordered_map<std::string, std::size_t> seen_;
    std::unordered_map<std::string, std::string> tools_;
    ImportRow row_;
};

/// What becomes of one person by a row.
Status apply_row(Person& person, const ImportRow& row, const Date& today) {
    Person next = person;
    next.identity = row.identity;
    for (const std::string& tool : row.tools) {
        if (next.habilitation.state == Habilitation::State::Removed)
            return Error{"habilitation.removed", std::string(names::tools), {}};
        Grant& grant = next.tools.try_emplace(tool, Grant{*row.granted, std::nullopt}).first->second;
        if (!is_in_force(grant)) grant = {*row.granted, std::nullopt};
    }
    if (row.last_use) next.last_use = next.last_use ? std::max(*next.last_use, *row.last_use) : *row.last_use;
    const std::vector<Error> faults = check_days(next, today);
    if (!faults.empty()) return faults.front();
    person = std::move(next);
    return done();
}

bool by_id(const Person& one, const Person& other) { return one.id < other.id; }

/// The person with this id among the first `count`, which are in order; nullptr when there is none.
Person* known_person(Register& habilitations, const std::string& id, std::size_t count) {
    const auto end = habilitations.persons.begin() + static_cast<std::ptrdiff_t>(count);
    Person sought;
    sought.id = id;
    const auto found = std::lower_bound(habilitations.persons.begin(), end, sought, by_id);
    return found != end && found->id == id ? &*found : nullptr;
}

} // namespace

Import read_import(const Table& table, const Matching& matching, const RegisterWording& wording,
                   const Register& habilitations, const Date& today) {
    Import import{matching, {}};
    RowReader reader(table, import.matching, wording, habilitations, today);
    for (std::size_t index = matching.header + 1; index < table.rows.size(); ++index) {
        const Row& cells = table.rows[index];
        const bool blank =
            std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return read_cell(cell).empty(); });
        if (!blank) import.rows.push_back(reader.read(index));
    }
    return import;
}

Result<Register> take_rows(const Register& from, Import& import, const std::vector<std::string>& ids,
                           const Date& today) {
    Register next = from;
    std::size_t used = 0;
    for (ImportRow& row : import.rows) {
        if (!row.faults.empty()) continue;
        Person made;
        Person* person = row.known.empty() ? &made : known_person(next, row.known, from.persons.size());
        if (person == nullptr) return Error{"register.unknown-person", "", {}};
        if (Status status = apply_row(*person, row, today); !status) {
            row.faults.push_back(status.error());
            row.faults.back().params.merge(Params{{"row", std::to_string(row.line)}, {"column", status.error().place}});
        } else if (row.known.empty()) {
            if (used == ids.size() || !is_free_id(from, ids[used])) return bad_value(names::id);
            made.id = ids[used++];
            next.persons.push_back(std::move(made));
        }
    }
    if (next.persons.size() > register_limits::persons) return too_many(names::persons, register_limits::persons);
    std::sort(next.persons.begin(), next.persons.end(), by_id);
    const auto same_id = [](const Person& one, const Person& other) { return one.id == other.id; };
    const auto twice = std::adjacent_find(next.persons.begin(), next.persons.end(), same_id);
    if (twice != next.persons.end()) return bad_value(names::id);
    return next;
}

std::vector<Row> refused_rows(const Table& table, const Import& import) {
    std::vector<Row> rows{table.rows[import.matching.header]};
    for (const ImportRow& row : import.rows)
        if (!row.faults.empty()) rows.push_back(table.rows[row.index]);
    return rows;
}

} // namespace pli
