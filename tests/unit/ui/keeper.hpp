// Somebody who keeps a register of habilitations at the page.
#pragma once

#include "core/register/register_file.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>
#include <string>

namespace pli::ui {

inline std::string id_of(std::size_t number) {
    const std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), '0') + digits;
}

/// Somebody who keeps a register.
class Keeper : public Visitor {
  public:
    Keeper() : Visitor("#/registre") {}

    void begin() {
        write("registre-organisme", "Structure Exemple");
        write("registre-safir", "62011");
        click("registre-commencer");
        shell_answers("ids", {{"ids", {id_of(900)}}});
    }

    void enlist(const std::string& name, std::size_t number) {
        click("registre-ajouter");
        write("registre-champ-nom", name);
        write("registre-champ-prenom", "Éloïse");
        write("registre-champ-naissance", "07/03/1985");
        write("registre-champ-mail", "agent" + std::to_string(number) + "@exemple.fr");
        write("registre-champ-region", "Hauts-de-France");
        pick("registre-champ-manager", "non");
        click("personne-enregistrer");
        shell_answers("ids", {{"ids", {id_of(number)}}});
    }

    void grant(const std::string& tool, const std::string& day) {
        write("personne-outil", tool);
        write("personne-outil-jour", day);
        click("personne-accorder");
    }

    /// Seals and comes back; the answer is the text that was sealed.
    std::string seal(const std::string& sha256) {
        visit("#/registre/sceller");
        add_key("age1exemple");
        click("sceller");
        const std::string text = effect("seal-register").at("text");
        shell_answers("sealed", {{"name", "pli.age"}, {"size", 900}, {"sha256", "ab"}, {"contentSha256", sha256}});
        click("registre-revenir");
        return text;
    }

    void open(const std::string& text, const std::string& sha256) {
        visit("#/ouvrir");
        give_file("ouvrir-fichier", "pli.age");
        shell_answers("inspected", {{"locks", "keys"}, {"recipients", 1}});
        give_file("ouvrir-cle", "cle.txt");
        click("ouvrir");
        shell_answers("register", {{"text", text}, {"sha256", sha256}, {"locks", "keys"}, {"recipients", 1}});
    }

    void import(const std::string& csv) {
        visit("#/registre/importer");
        give_file("registre-tableau", "export.csv");
        std::string characters; // each byte as the character of its number
        for (const char byte : csv) {
            const auto code = static_cast<unsigned char>(byte);
            if (code < 0x80) {
                characters += byte;
            } else {
                characters += static_cast<char>(0xC0 | code >> 6);
                characters += static_cast<char>(0x80 | (code & 0x3F));
            }
        }
        shell_answers("table", {{"bytes", characters}});
    }
};

inline const std::string hash_a(64, 'a');
inline const std::string hash_b(64, 'b');

} // namespace pli::ui
