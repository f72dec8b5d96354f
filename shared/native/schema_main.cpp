// pli-schemas PACK_DIR OUT_DIR     writes <form>.schema.json for every form of a pack
// pli-schemas --check PACK_DIR     only says whether the pack is good, and if not, all that is wrong with it
#include "core/definition/pack.hpp"
#include "core/definition/schema.hpp"
#include "native/pack_files.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace {

/// One line for each failure: "listes.json#/lists/freins/0: pack.missing-member, name = value".
void explain(const std::string& folder, const std::vector<pli::Error>& failures) {
    for (const pli::Error& failure : failures) {
        std::cerr << (failure.place.empty() ? folder : failure.place) << ": " << failure.code;
        for (const auto& [name, value] : failure.params) std::cerr << ", " << name << " = " << value;
        std::cerr << '\n';
    }
}

/// The pack of a folder; nothing, once explained, when it is not good.
std::optional<pli::Pack> load(const std::string& folder) {
    const auto bundle = pli::read_pack_folder(folder);
    auto pack = bundle ? pli::load_pack(bundle.value()) : bundle.error();
    if (pack) return std::move(pack).value();
    explain(folder, bundle ? pli::check_pack(bundle.value()) : std::vector{bundle.error()});
    return std::nullopt;
}

bool write_schemas(const pli::Pack& pack, const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    for (const pli::Form& form : pack.forms) {
        const auto path = folder / (form.id + ".schema.json");
        std::ofstream file(path, std::ios::binary);
        file << pli::json_schema(form).dump(2) << '\n';
        if (!file.flush()) {
            std::cerr << "cannot write " << path.string() << '\n';
            return false;
        }
        std::cout << path.string() << '\n';
    }
    return true;
}

} // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::cerr << "usage: pli-schemas PACK_DIR OUT_DIR | pli-schemas --check PACK_DIR\n";
        return 2;
    }
    const std::string first = arguments[1];
    const std::string second = arguments[2];
    const bool only_check = first == "--check";
    const auto pack = load(only_check ? second : first);
    if (!pack) return 1;
    if (!only_check) return write_schemas(*pack, second) ? 0 : 1;
    for (const pli::Territory& territory : pack->territories) {
        std::size_t offered = 0;
        for (const pli::Family& family : territory.families) offered += family.forms.size();
        std::cout << territory.id << ' ' << territory.version << ": " << offered << " form(s)\n";
    }
    return 0;
}
