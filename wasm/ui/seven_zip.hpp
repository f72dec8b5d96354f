// The second output of a fiche: a 7-Zip archive of the same files, for partners who have nothing else.
#pragma once

#include "ui/summary.hpp"

#include <string>
#include <vector>

namespace pli::ui {

/// Whether an archive is wanted and, where the fiche itself is sealed to keys, its passphrase.
void seven_zip_controls(View& view, const std::vector<Complaint>& complaints);

/// What keeps the archive from being made now.
std::vector<Complaint> missing_seven_zip(const View& view);

/// The archive's passphrase; empty when none is wanted.
std::string seven_zip_passphrase(const Session& session);

/// If it was made: a button to save it, and what it does not protect from.
void seven_zip_download(View& view);

} // namespace pli::ui
