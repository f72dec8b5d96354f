// What the session remembers of a 7-Zip archive that is to go with a fiche (seven_zip.hpp).
#pragma once

#include "ui/locks.hpp"

namespace pli::ui {

struct SevenZipWish {
    bool wanted = false;
    Addressing passphrase; ///< its own, of a fiche that is sealed to keys
};

} // namespace pli::ui
