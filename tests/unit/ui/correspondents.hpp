// The made-up directory of tests/data/annuaire on the page, as the shell answers that it may be believed.
#pragma once

#include "unit/ui/visitor.hpp"

#include <fstream>
#include <sstream>

namespace pli::ui {

inline std::string directory_text() {
    std::ostringstream content;
    content << std::ifstream(PLI_SOURCE_DIR "/tests/data/annuaire/annuaire.json").rdbuf();
    return content.str();
}

inline nlohmann::json directory_json() { return nlohmann::json::parse(directory_text()); }

/// A key of the entry with that id: "destinataire", "hybride" or "signature" of its key with that index.
inline std::string directory_key(const std::string& id, std::size_t index, const std::string& kind) {
    const nlohmann::json directory = directory_json();
    for (const auto& entry : directory.at("inscriptions"))
        if (entry.at("id") == id) return entry.at("cles").at(index).at(kind);
    throw std::runtime_error("no entry " + id);
}

/// A fingerprint that tells keys apart: no more is asked of it here.
inline std::string print_of(const std::string& key) {
    std::string print(64, 'a');
    for (std::size_t i = 0; i < 8; ++i) print[i] = "0123456789abcdef"[static_cast<unsigned char>(key[8 + i]) % 16];
    return print;
}

inline nlohmann::json directory_message(const std::string& origin = "files") {
    nlohmann::json fingerprints = nlohmann::json::object();
    const nlohmann::json directory = directory_json();
    for (const auto& entry : directory.at("inscriptions"))
        for (const auto& key : entry.at("cles"))
            for (const char* kind : {"destinataire", "hybride"})
                if (key.contains(kind)) fingerprints[key.at(kind).get<std::string>()] = print_of(key.at(kind));
    return {{"territory", "pas-de-calais"},
            {"sha256", std::string(64, 'b')},
            {"learned", R"({"confiance":[{"sha256":")" + std::string(64, 'b') +
                            R"(","territoire":"pas-de-calais","version":3}],"format":"pli/confiance/1"})"},
            {"fingerprints", fingerprints},
            {"text", directory_text()},
            {"origin", origin}};
}

} // namespace pli::ui
