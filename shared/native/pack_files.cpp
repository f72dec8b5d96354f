#include "native/pack_files.hpp"

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
        bundle += bundle.empty() ? "{" : ",\n";
        bundle += "\"" + file.filename().string() + "\": " + text.value();
    }
    if (bundle.empty()) return Error{"pack.missing-file", folder, {{"name", "*.json"}}};
    return bundle + "}";
}

} // namespace pli
