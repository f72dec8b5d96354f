// What the tests of documents start from: an envelope, and answers drawn by chance.
#pragma once

#include "core/document/fiche.hpp"
#include "core/state/options.hpp"
#include "core/state/rows.hpp"
#include "core/validation/routing.hpp"
#include "unit/liaison.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace pli::test {

/// To whom the first sender may address the form; one recipient without a role where anyone may receive it.
inline std::vector<Addressee> sample_addressees(const Form& form) {
    const Territory& territory = territory_of(form);
    const Route* route = find_route(territory, form, sender_roles(territory, form).at(0).value);
    std::vector<std::string> roles{""};
    if (route != nullptr) roles = route->required.empty() ? std::vector{route->to.front()} : route->required;
    std::vector<Addressee> addressees;
    for (const std::string& role : roles)
        addressees.push_back({"age1" + std::string(58, "qpzry"[addressees.size()]), std::string(64, 'f'), role});
    return addressees;
}

inline Envelope sample_envelope(const Form& form = liaison()) {
    const bool answers_another = !form.replies_to.empty();
    return {.document_id = std::string(32, 'd'),
            .salt = std::string(32, '5'),
            .created = today,
            .pack_sha256 = std::string(64, 'a'),
            .sender_role = sender_roles(territory_of(form), form).at(0).value,
            .addressees = sample_addressees(form),
            .replaces = "",
            .signing_key = "",
            .reply_key = "",
            .answered_id = answers_another ? std::string(32, 'b') : "",
            .answered_sha256 = answers_another ? std::string(64, 'c') : ""};
}

/// The fiche.json of answers that are valid.
inline std::string written(const Answers& answers, const Envelope& envelope = sample_envelope(),
                           const Form& form = liaison()) {
    return must(build_fiche(territory_of(form), form, answers, envelope));
}

/// Valid answers to every item, hidden ones too; optional ones are sometimes missing.
class RandomAnswers {
  public:
    explicit RandomAnswers(unsigned seed) : random_(seed) {}

    Answers draw(const Form& form = liaison()) {
        Answers answers;
        for_each_item(form, [&](const Item& item) {
            if (item.control == Control::Rows)
                answers.set_row_count(item.path, static_cast<std::size_t>(item.min) + below(3));
        });
        for_each_item(form, answers, [&](const Item& item) {
            const bool skipped = !item.required && below(3) == 0;
            if (is_answer(item.control) && !skipped) answer(item, answers);
        });
        return answers;
    }

  private:
    std::size_t below(std::size_t bound) { return random_() % bound; }
    const std::string& one_of(const std::vector<std::string>& values) { return values[below(values.size())]; }

    std::string text(const std::string& kind) {
        static const std::map<std::string, std::vector<std::string>> values{
            {"person-name", {"Lefèvre-Dupré", "D’Hondt", " Le  Bras ", "Éloïse", "O'Neil"}},
            {"function", {"Travailleuse sociale", "Chef de service"}},
            {"organisation", {"Association Exemple & Cie", "C.C.A.S. (Arras)", "Arras  Centre"}},
            {"phone", {"03 53 01 23 45", "0639981234", "+33 6 39 98 56 78", "06.39.98.12.34"}},
            {"email", {"prenom.nom@exemple.fr", "o'neil@ville-exemple.fr"}},
            {"street", {"12 bis,  rue de l’Église", "Bâtiment B, 2e étage"}},
            {"postcode", {"62000", "97410", "62 300"}},
            {"town", {"Arras", "ARRAS CEDEX 9"}},
            {"place", {"Arras", "Hénin-Beaumont"}},
            {"ft-id", {"1234567A", "12345678901", "1234567a"}},
            {"caf-id", {"1234567", "7", "2055990"}},
            {"nir", {"185073306399971", "2 90 12 97 411 995 11"}},
            {"safir", {"62011", "00123"}},
            {"siren", {"732829320"}},
            {"siret", {"73282932000074", "356 000 000 00048"}},
            {"rome", {"G1602", "j1501"}},
            {"insee-commune", {"62041", "2A004"}},
            {"departement", {"62", "2B", "974"}},
            {"code-pe", {"062", "059"}}};
        return one_of(values.at(kind));
    }

    std::string day(const std::string& kind) {
        const std::int64_t age = kind == "birth-date" ? 20 * 365 + static_cast<std::int64_t>(below(60 * 365)) : 0;
        const std::int64_t shift = kind == "birth-date" ? -age : static_cast<std::int64_t>(below(300)) - 150;
        const Date drawn = add_days(today, shift);
        return below(2) == 0 ? french_date(drawn) : iso_date(drawn);
    }

    std::int64_t count(const Item& item) {
        const std::int64_t drawn = item.min + static_cast<std::int64_t>(below(21));
        return std::min(drawn, item.max);
    }

    void answer(const Item& item, Answers& answers) {
        std::vector<std::string> ticked;
        switch (item.control) {
        case Control::Text:
            return answers.set(item.path, text(item.kind));
        case Control::Date:
            return answers.set(item.path, day(item.kind));
        case Control::Count:
            return answers.set(
                item.path, std::to_string(item.min + static_cast<std::int64_t>(
                                                         below(static_cast<std::size_t>(item.max - item.min + 1)))));
        case Control::Choice:
        case Control::YesNo:
            return answers.set(item.path, item.options[below(item.options.size())].value);
        case Control::Tick:
            return answers.set(item.path, item.required || below(2) == 0);
        case Control::Multi:
            for (auto option = item.options.rbegin(); option != item.options.rend(); ++option)
                if (below(2) == 0) ticked.push_back(option->value);
            return answers.set(item.path, settled_options(item, ticked));
        case Control::Signature:
            answers.signature = below(2) == 0 ? Signature{Signature::Mode::Paper, {}} : drawn();
            return;
        default:
            return;
        }
    }

    Signature drawn() {
        Signature signature{Signature::Mode::Drawn, {}};
        for (std::size_t stroke = 0; stroke <= below(3); ++stroke) {
            auto& numbers = signature.strokes.emplace_back();
            for (std::size_t point = 0; point < 4 + below(10); ++point) {
                numbers.push_back(static_cast<int>(below(1001)));
                numbers.push_back(static_cast<int>(below(301)));
            }
        }
        return signature;
    }

    std::mt19937 random_;
};

} // namespace pli::test
