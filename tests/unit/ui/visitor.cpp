#include "unit/ui/visitor.hpp"

#include "native/pack_files.hpp"
#include "ui/application.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace pli::ui {

using semantics::EventType;

namespace {

std::string content_of(const std::string& path) {
    std::ostringstream content;
    content << std::ifstream(PLI_SOURCE_DIR + path).rdbuf();
    return content.str();
}

/// As web/build.mjs divides them.
nlohmann::json texts_where(bool wanted_first) {
    const auto first = nlohmann::json::parse(content_of("/shared/texts/first.json")).get<std::set<std::string>>();
    const nlohmann::json catalogue = nlohmann::json::parse(shipped_texts());
    nlohmann::json texts = nlohmann::json::object();
    for (const auto& [key, sentence] : catalogue.items())
        if ((first.count(key) + first.count(key.substr(0, key.find('.'))) > 0) == wanted_first) texts[key] = sentence;
    return texts;
}

} // namespace

const std::string& shipped_texts() {
    static const std::string texts = content_of("/shared/texts/fr.json");
    return texts;
}

nlohmann::json first_texts() { return texts_where(true); }
nlohmann::json later_texts() { return texts_where(false); }

const std::string& shipped_pack() {
    static const std::string pack = read_pack_folder(PLI_SOURCE_DIR "/shared/packs").value();
    return pack;
}

Visitor::Visitor(std::string_view first_route, const std::string& territory)
    : Visitor(shipped_pack(), first_route, territory) {}

Visitor::Visitor(std::string_view pack_bundle, std::string_view first_route, const std::string& territory) {
    auto page = create_application(pack_bundle, shipped_texts(), test_day);
    if (!page) throw std::runtime_error(page.error().code + " " + page.error().place);
    page_ = std::move(page).value();
    if (!territory.empty())
        ui_.push({EventType::Message, "remembered", nlohmann::json{{"territory", territory}}.dump()});
    visit(std::string(first_route));
}

Visitor Visitor::who_waits_for_texts(std::string_view first_route) {
    Visitor visitor(create_application(shipped_pack(), first_texts().dump(), test_day, Catalogue::First).value());
    visitor.ui_.push({EventType::Message, "remembered", nlohmann::json{{"territory", "pas-de-calais"}}.dump()});
    visitor.visit(std::string(first_route));
    return visitor;
}

void Visitor::happen(EventType type, const std::string& key, const std::string& value) {
    ui_.push({type, key, value});
    frame();
}

void Visitor::frame() {
    ui_.begin_consume();
    page_->build(ui_);
    ui_.end_consume();
    ui_.begin_emit();
    page_->build(ui_);
    dom_.apply(ui_.end_emit());
}

void Visitor::click(const std::string& key) {
    if (!shows(key)) throw std::runtime_error("no " + key + " to click");
    happen(EventType::Click, key, "");
}

void Visitor::visit(const std::string& route) { happen(EventType::Route, "", route); }

void Visitor::write(const std::string& key, const std::string& text) {
    if (!shows(key)) throw std::runtime_error("no " + key + " to write in");
    dom_.elements.at(key).properties["value"] = text; // a field holds what is typed before the page knows it
    happen(EventType::Value, key, text);
}

void Visitor::type(const std::string& path, const std::string& text) { write("reponse-" + path, text); }

void Visitor::answer(const std::string& path, const std::string& text) {
    type(path, text);
    happen(EventType::Blur, "reponse-" + path, "");
}

void Visitor::pick(const std::string& radios, const std::string& option) { check(radios + "-" + option); }

void Visitor::choose(const std::string& path, const std::string& option) { pick("reponse-" + path, option); }

void Visitor::check(const std::string& key, bool ticked) {
    if (!shows(key)) throw std::runtime_error("no " + key + " to tick");
    dom_.elements.at(key).properties["checked"] = ticked; // a box shows its tick before the page knows it
    happen(EventType::Check, key, ticked ? "1" : "");
}

void Visitor::tick(const std::string& path, bool ticked) {
    if (!asks(path)) throw std::runtime_error("no " + path + " to tick");
    happen(EventType::Check, "reponse-" + path, ticked ? "1" : "");
}

void Visitor::tick_option(const std::string& path, const std::string& option) {
    check("reponse-" + path + "-" + option);
}

void Visitor::untick_option(const std::string& path, const std::string& option) {
    const std::string key = "reponse-" + path + "-" + option;
    if (!shows(key)) throw std::runtime_error("no " + key + " to untick");
    happen(EventType::Check, key, "");
}

void Visitor::draw(const std::string& path, const std::string& stroke) {
    happen(EventType::Stroke, "reponse-" + path + "-trace", stroke);
}

void Visitor::scroll(const std::string& table, const std::string& seen) { happen(EventType::Window, table, seen); }

void Visitor::give_file(const std::string& key, const std::string& name) { happen(EventType::File, key, name); }

void Visitor::shell_answers(const std::string& name, const nlohmann::json& payload) {
    happen(EventType::Message, name, payload.dump());
}

void Visitor::shell_fails(const std::string& during, const std::string& code) {
    const nlohmann::json error = {{"code", code}, {"place", ""}, {"params", nlohmann::json::object()}};
    shell_answers("failed", {{"during", during}, {"error", error}});
}

void Visitor::choose_territory(const std::string& id) { pick("territoire", id); }

void Visitor::start_fiche(const std::string& form) {
    click("fiche-" + form);
    if (shows("vous-etes")) pick("vous-etes", "conseiller-france-travail");
}

void Visitor::fill_agents() {
    for (const std::string agent : {"agent-ft", "agent-cd"}) {
        answer(agent + ".nom", "Exemple");
        answer(agent + ".prenom", "Camille");
        answer(agent + ".fonction", "Conseillère");
        answer(agent + ".telephone", "03 53 01 23 45");
        answer(agent + ".mail", "agent@exemple.fr");
    }
    answer("agent-ft.agence", "Arras Centre");
}

void Visitor::fill_identity() {
    answer("demandeur.nom", "Lefèvre-Dupré");
    answer("demandeur.prenom", "Éloïse");
    answer("demandeur.naissance", "07/03/1985");
    answer("demandeur.adresse.ligne", "12 bis, rue de l’Église");
    answer("demandeur.adresse.code-postal", "62000");
    answer("demandeur.adresse.ville", "Arras");
    answer("demandeur.identifiant-ft", "1234567A");
}

void Visitor::fill_situation() {
    choose("demandeur.famille", "seul");
    answer("demandeur.enfants", "2");
    choose("demandeur.brsa", "oui");
    choose("demandeur.rqth", "non");
}

void Visitor::fill_saisie() {
    start_fiche();
    fill_steps();
}

void Visitor::fill_steps() {
    fill_agents();
    click("suivant");
    click("suivant"); // the social referent may be named later
    fill_identity();
    click("suivant");
    fill_situation();
    click("suivant");
    tick_option("freins", "logement");
    click("suivant");
}

void Visitor::fill_to_recipients() {
    fill_saisie();
    tick("information.lecture");
    tick("information.accord");
    click("suivant");
    answer("signature.lieu", "Arras");
    choose("signature.signature", "papier");
    click("suivant");
}

std::string fingerprint_of(const std::string& recipient) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string fingerprint;
    for (const char c : recipient.substr(0, 32)) {
        const auto byte = static_cast<unsigned char>(c);
        fingerprint += digits[byte / 16];
        fingerprint += digits[byte % 16];
    }
    fingerprint.resize(64, '0');
    return fingerprint;
}

void Visitor::add_key(const std::string& recipient, const std::string& type, const std::string& role) {
    write("cles-collees", recipient);
    click("cles-ajouter");
    const nlohmann::json key = {{"recipient", recipient}, {"type", type}, {"fingerprint", fingerprint_of(recipient)}};
    const nlohmann::json asker = effect("recipients").at("for");
    shell_answers("recipients", {{"for", asker}, {"recipients", {key}}, {"failures", nlohmann::json::array()}});
    const std::string role_field = "cle-" + key.at("fingerprint").get<std::string>() + "-role";
    if (!role.empty() && shows(role_field)) write(role_field, role);
}

void Visitor::seal_with_key() {
    fill_to_recipients();
    add_key("age1exemple");
    click("sceller");
    shell_seals();
}

void Visitor::shell_seals() {
    shell_answers("sealed", {{"name", "pli_2026-11-22_0a1b2c.age"},
                             {"size", 66000},
                             {"sha256", std::string(64, 'a')},
                             {"armorName", ""},
                             {"noteName", "comment-ouvrir-ce-pli.txt"},
                             {"contentSha256", std::string(64, 'c')},
                             {"signer", ""},
                             {"documentId", std::string(32, '1')}});
}

std::string Visitor::property(const std::string& key, const std::string& name) const {
    return dom_.elements.at(key).properties.value(name, std::string());
}

std::string Visitor::cell(const std::string& row, std::size_t column) const {
    return dom_.elements.at(row).properties.at("options").at(column).at(1);
}

bool Visitor::flag(const std::string& key, const std::string& name) const {
    return dom_.elements.at(key).properties.value(name, false);
}

std::string Visitor::title() const {
    std::vector<std::string> titles;
    for (const auto& [key, element] : dom_.elements)
        if (element.role == "heading" && element.properties.value("level", 0) == 1) titles.push_back(label(key));
    if (titles.size() != 1) throw std::runtime_error("not exactly one h1");
    return titles.front();
}

std::string Visitor::text() const {
    std::string all;
    for (const auto& [key, element] : dom_.elements)
        for (const std::string name : {"label", "value", "hint", "error"})
            all += element.properties.value(name, std::string()) + "\n";
    return all;
}

int Visitor::asked_for(const std::string& name) const {
    int count = 0;
    for (const auto& effect : dom_.effects) count += effect.first == name ? 1 : 0;
    return count;
}

nlohmann::json Visitor::effect(const std::string& name) const {
    for (auto effect = dom_.effects.rbegin(); effect != dom_.effects.rend(); ++effect)
        if (effect->first == name) return effect->second;
    throw std::runtime_error("no effect " + name);
}

} // namespace pli::ui
