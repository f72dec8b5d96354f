// A file that was sealed and waits to be saved: the shell holds the last one only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace pli::ui {

struct Sealed {
    std::string name, armor_name;
    std::string seven_zip_name; ///< of the archive beside it; empty without one
    std::int64_t size = 0;      ///< bytes
    std::string sha256, document_id;
    std::string content_sha256; ///< of the fiche.json or the register in it
    std::string signer;         ///< the verifying key of who signed it; empty: nobody did
    std::string verified_file;  ///< the file chosen again
    std::optional<bool> same;
    bool saved = false; ///< the browser was asked to save it, or the file was chosen again and is the same
};

} // namespace pli::ui
