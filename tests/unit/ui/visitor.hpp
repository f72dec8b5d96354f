// A person at the page, without a browser: events go in, patches build a small DOM, and the shell's
// answers are simulated. Answers are named by their path in the form, other nodes by their key.
#pragma once

#include "core/base/date.hpp"
#include "core/base/json.hpp"
#include "unit/semantics/dom_model.hpp"

#include "semantics/application.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pli::ui {

inline constexpr Date test_day{2026, 11, 22};

/// The catalogue and the pack as they are shipped.
const std::string& shipped_texts();
const std::string& shipped_pack();

/// The parts of the catalogue that the page starts with, and that come later: {key: sentence}.
nlohmann::json first_texts();
nlohmann::json later_texts();

/// Stands for the SHA-256 of a recipient's text.
std::string fingerprint_of(const std::string& recipient);

class Visitor {
  public:
    /// Who chose `territory` at an earlier visit; empty: it is the first one.
    explicit Visitor(std::string_view first_route = "#/", const std::string& territory = "pas-de-calais");
    Visitor(std::string_view pack_bundle, std::string_view first_route, const std::string& territory);
    /// Whose page has the first texts only (shared/texts/first.json).
    static Visitor who_waits_for_texts(std::string_view first_route);

    // ---- what the person does
    void click(const std::string& key);
    void visit(const std::string& route);                                 ///< by hand, a link, or the back button
    void type(const std::string& path, const std::string& text);          ///< still in the field
    void answer(const std::string& path, const std::string& text);        ///< types and leaves the field
    void choose(const std::string& path, const std::string& option);      ///< radios
    void tick(const std::string& path, bool ticked = true);               ///< a tick of the form
    void tick_option(const std::string& path, const std::string& option); ///< one box of several
    void untick_option(const std::string& path, const std::string& option);
    void draw(const std::string& path, const std::string& stroke);
    void write(const std::string& key, const std::string& text); ///< a field that is no answer of the form
    void check(const std::string& key, bool ticked = true);
    void pick(const std::string& radios, const std::string& option);
    void scroll(const std::string& table, const std::string& seen); ///< "first count focused"
    void give_file(const std::string& key, const std::string& name);

    // ---- what the shell answers
    void shell_answers(const std::string& name, const nlohmann::json& payload);
    void shell_seals(); ///< a fiche, as document 1111…
    void shell_fails(const std::string& during, const std::string& code);

    // ---- journeys
    void choose_territory(const std::string& id);                    ///< at home
    void start_fiche(const std::string& form = "liaison-ag-tacite"); ///< as an adviser, if it is asked
    void fill_agents();
    void fill_identity();
    void fill_situation();
    void fill_steps();  ///< of a fiche de liaison that was started, left with "Relire la fiche"
    void fill_saisie(); ///< from home to the last step, left with "Relire la fiche"
    void fill_to_recipients();
    void add_key(const std::string& recipient, const std::string& type = "x25519", const std::string& role = "slai");
    void seal_with_key();

    // ---- what is on the screen
    [[nodiscard]] bool shows(const std::string& key) const { return dom_.elements.count(key) != 0; }
    [[nodiscard]] std::size_t children(const std::string& key) const { return dom_.elements.at(key).children.size(); }
    [[nodiscard]] bool asks(const std::string& path) const { return shows("reponse-" + path); }
    [[nodiscard]] std::string label(const std::string& key) const { return property(key, "label"); }
    [[nodiscard]] std::string value(const std::string& path) const { return property("reponse-" + path, "value"); }
    [[nodiscard]] std::string hint(const std::string& path) const { return property("reponse-" + path, "hint"); }
    [[nodiscard]] std::string error(const std::string& path) const { return property("reponse-" + path, "error"); }
    [[nodiscard]] std::string property(const std::string& key, const std::string& name) const;
    [[nodiscard]] std::string cell(const std::string& row, std::size_t column) const; ///< of a table
    [[nodiscard]] bool checked(const std::string& key) const { return flag(key, "checked"); }
    [[nodiscard]] bool flag(const std::string& key, const std::string& name) const;
    [[nodiscard]] std::string title() const; ///< the only h1; throws when there is not exactly one
    [[nodiscard]] std::string status() const { return label("etat"); }
    [[nodiscard]] std::string focused() const { return dom_.focused; }
    [[nodiscard]] std::string text() const; ///< everything that is written on the screen, line by line

    // ---- what the shell was asked for
    [[nodiscard]] std::string route() const { return effect("screen").at("route"); }
    [[nodiscard]] std::string tab() const { return effect("screen").at("title"); }
    [[nodiscard]] int asked_for(const std::string& name) const;
    [[nodiscard]] nlohmann::json effect(const std::string& name) const; ///< payload of the last one of that name

  private:
    explicit Visitor(std::unique_ptr<semantics::Application> page) : page_(std::move(page)) {}
    void happen(semantics::EventType type, const std::string& key, const std::string& value);
    void frame();

    std::unique_ptr<semantics::Application> page_;
    semantics::Ui ui_;
    semantics::DomModel dom_;
};

} // namespace pli::ui
