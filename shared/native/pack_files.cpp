#include "native/pack_files.hpp"

#include "core/base/json.hpp"
#include "native/files.hpp"

#include <filesystem>

namespace pli {

Result<std::string> read_pack_folder(const std::string& folder) {
    std::string bundle;
    for (const std::string& path : files_in(folder)) {
        const std::filesystem::path file(path);
        if (file.extension() != ".json") continue;
        const Result<std::string> text = read_file(path);
        if (!text) return text.error();
        const std::string name = file.filename().string();
        if (const Result<Json> json = parse_json(text.value()); !json) {
            Error error = json.error();
            error.place = error.place.empty() ? name : name + ", " + error.place;
            return error;
        }
        bundle += bundle.empty() ? "{" : ",\n";
        bundle += dump_json(name) + ": " + text.value();
    }
    if (bundle.empty()) return Error{"pack.missing-file", "", {{"name", "*.json"}}};
    return bundle + "}";
}

} // namespace pli
