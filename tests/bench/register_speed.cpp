// How long the core takes for a large register: register_speed PACKS REGISTER TABLE prints {"<what>": ms} as JSON,
// the median of several runs each. REGISTER is a register's text, TABLE the same users as CSV.
#include "bench/stopwatch.hpp"
#include "core/base/bytes.hpp"
#include "core/definition/pack.hpp"
#include "core/register/edits.hpp"
#include "core/register/import.hpp"
#include "core/register/lineage.hpp"
#include "core/register/listing.hpp"
#include "core/register/register_file.hpp"
#include "native/files.hpp"
#include "native/pack_files.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace pli;
using bench::median_of;

constexpr Date today{2026, 11, 25};
template <class Work> void report(const char* what, Work work, const char* comma = ", ") {
    std::printf("%s\"%s\": %.3f", comma, what, median_of(work));
}

/// What a colleague made of a register: every tenth user moved to another region.
Register edited(Register from, std::size_t first, const char* region) {
    for (std::size_t i = first; i < from.persons.size(); i += 10) from.persons[i].identity.region = region;
    return next_version({from, std::string(64, 'a')}, from, today);
}

std::vector<std::string> ids_for(std::size_t count) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string digits = std::to_string(i);
        ids.push_back("f" + std::string(31 - digits.size(), '0') + digits);
    }
    return ids;
}

/// Takes the whole table into an empty register.
Result<Register> import_all(const Table& table, const RegisterWording& wording) {
    const Register empty = new_register(std::string(32, '9'), "Structure Exemple", "62011", today).value();
    Import import = read_import(table, match_columns(table, wording), wording, empty, today);
    return take_rows(empty, import, ids_for(import.rows.size()), today);
}

int measure(const RegisterWording& wording, const std::string& text, const std::string& csv) {
    const RegisterReading reading = read_register(text);
    const Result<Table> table = read_csv(bytes_of(csv));
    if (!reading.faults.empty() || !table) return 2;
    const Register& content = reading.content;
    const Register mine = edited(content, 0, "Bretagne");
    const Register theirs = edited(content, 5, "Normandie");
    const Version my_version{mine, std::string(64, 'b')};
    const Version their_version{theirs, std::string(64, 'c')};
    const Listing listing(content, today);
    const Result<Merge> merged = merge_registers(my_version, their_version, &content, {}, today);
    const Result<Register> imported = import_all(table.value(), wording);
    if (!merged || !imported || imported.value().persons.size() != content.persons.size()) return 3;

    ListQuery query;
    query.search = "durand abc";
    std::printf("{");
    report(
        "read", [&] { return read_register(text); }, "");
    report("written", [&] { return write_register(content); });
    report("audited", [&] { return audit(content, today); });
    report("searched", [&] { return listing.find(content, query); });
    report("merged", [&] { return merge_registers(my_version, their_version, &content, {}, today); });
    report("imported from CSV", [&] { return import_all(read_csv(bytes_of(csv)).value(), wording); });
    std::printf("}\n");
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 1;
    const auto bundle = read_pack_folder(argv[1]);
    if (!bundle) return 1;
    const auto pack = load_pack(bundle.value());
    const auto text = read_file(argv[2]);
    const auto csv = read_file(argv[3]);
    if (!pack || !text || !csv) return 1;
    return measure(pack.value().register_wording, text.value(), csv.value());
}
