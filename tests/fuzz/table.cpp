// A table as any program may have exported it, and its import into a register.
#include "core/register/table.hpp"

#include "core/register/edits.hpp"
#include "core/register/import.hpp"
#include "core/register/register_file.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

void check_import(const Table& table) {
    const RegisterWording& wording = fuzz::shipped_pack().register_wording;
    const auto empty = new_register(std::string(32, '0'), "Structure", "62011", fuzz::today);
    fuzz::require(empty.ok(), "a register can be begun");
    const Matching matching = match_columns(table, wording);
    if (matching.header == table.rows.size()) return;
    Import import = read_import(table, matching, wording, empty.value(), fuzz::today);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < import.rows.size(); ++i) {
        const std::string digits = std::to_string(i);
        ids.push_back(std::string(32 - digits.size(), '0') + digits);
    }
    const auto taken = take_rows(empty.value(), import, ids, fuzz::today);
    if (!taken) return;
    const std::size_t refused = refused_rows(table, import).size() - 1;
    fuzz::require(taken.value().persons.size() + refused == import.rows.size(), "nothing is lost");
    const auto text = write_register(taken.value());
    fuzz::require(text.ok() && read_register(text.value()).faults.empty(), "what was imported can be read again");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto table = read_csv({data, size});
    if (!table) return 0;
    fuzz::require(table.value().rows.size() == table.value().lines.size(), "every row has a line");
    check_import(table.value());
    const auto again = read_csv(bytes_of(write_csv(table.value().rows)));
    if (again) fuzz::require(again.value().rows.size() == table.value().rows.size(), "rows are kept");
    return 0;
}
