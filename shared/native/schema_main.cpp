// pli-schemas PACK_DIR OUT_DIR     writes <form>.schema.json for every form of a pack
// pli-schemas --check PACK_DIR     only says whether the pack is good, and if not, where
#include "core/definition/pack.hpp"
#include "core/definition/schema.hpp"
#include "native/pack_files.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>

namespace {

void explain(const pli::Error& error) {
    std::cerr << error.code << " at " << error.place;
    for (const auto& [name, value] : error.params) std::cerr << ", " << name << " = " << value;
    std::cerr << '\n';
}

pli::Result<pli::Pack> load(const std::string& folder) {
    const auto bundle = pli::read_pack_folder(folder);
    if (!bundle) return bundle.error();
    return pli::load_pack(bundle.value());
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
    if (!pack) {
        explain(pack.error());
        return 1;
    }
    if (!only_check) return write_schemas(pack.value(), second) ? 0 : 1;
    std::cout << pack.value().id << ' ' << pack.value().version << ": " << pack.value().forms.size() << " form(s)\n";
    return 0;
}
