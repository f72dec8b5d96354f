// Reading files and folders, which the core itself may not do (tests and command line).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <vector>

namespace pli {

/// The whole content of a file. Error file.unreadable (place = path).
Result<std::string> read_file(const std::string& path);

/// Paths of the regular files directly in a folder, sorted by name; empty when there is no such folder.
std::vector<std::string> files_in(const std::string& folder);

} // namespace pli
