// The files of a pack folder as the one bundle that load_pack reads.
#pragma once

#include "core/base/result.hpp"

#include <string>

namespace pli {

/// {"listes.json": {...}, …}: every *.json file of the folder, by name, as it stands.
/// Errors: file.unreadable (place = path), pack.missing-file (the folder holds none), those of parse_json
/// (place = name of the file, and where in it).
Result<std::string> read_pack_folder(const std::string& folder);

} // namespace pli
