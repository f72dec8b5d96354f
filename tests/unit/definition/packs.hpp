// A small sound pack to change in one place, and how it is then read.
#pragma once

#include "core/definition/pack.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <string>

namespace pli::test {

/// The items of the small form, in its one step "saisie".
inline Json small_items() {
    return parse_json(R"json([
      {"control": "tick", "name": "accord", "capture_only": true, "required": false, "label": "Accord"},
      {"control": "text", "name": "mail", "kind": "email", "label": "Mail", "visible_when": {"ticked": "accord"}},
      {"control": "choice", "name": "choix", "required": false, "label": "Choix", "none_label": "Aucun", "options": "couleurs"},
      {"control": "group", "name": "demandeur", "label": "Demandeur", "visible_when": {"field": "choix", "is": "bleu"}, "items": [
        {"use": "nom-prenom"},
        {"control": "count", "name": "enfants", "label": "Enfants", "min": 0, "max": 20},
        {"control": "yes-no", "name": "brsa", "label": "BRSA", "options": "oui-non"},
        {"control": "date", "name": "naissance", "kind": "birth-date", "label": "Naissance", "visible_when": {"field": ".brsa", "is": "oui"}}
      ]},
      {"control": "multi", "name": "freins", "required": false, "label": "Freins", "options": "couleurs"},
      {"control": "text", "name": "structure", "kind": "organisation", "label": "Structure"},
      {"control": "notice", "name": "rappel", "notice": "rappel"},
      {"control": "signature", "name": "signe", "label": "Signature"}
    ])json")
        .value();
}

inline Json small_pack() {
    Json pack = parse_json(R"json({
      "listes.json": {"kind": "lists", "lists": {
        "couleurs": [{"value": "bleu", "label": "Bleu"}, {"value": "vert", "label": "Vert"}],
        "roles": [{"value": "essayeur", "label": "Essayeur"}, {"value": "lecteur", "label": "Lecteur"}, {"value": "copie", "label": "Copie"}],
        "oui-non": [{"value": "oui", "label": "Oui"}, {"value": "non", "label": "Non"}]}},
      "blocs.json": {"kind": "blocks", "blocks": {
        "nom-prenom": [{"control": "composite", "name": "identite", "flat": true, "label": "Nom et prénom", "items": [
          {"control": "text", "name": "nom", "kind": "person-name", "label": "Nom", "example": "Exemple"},
          {"control": "text", "name": "prenom", "kind": "person-name", "required": false, "label": "Prénom"}]}]}},
      "notices.json": {"kind": "notices", "notices": {
        "rappel": {"title": "POUR RAPPEL", "paragraphs": ["Un.", "Deux."]},
        "apres": {"paragraphs": ["Remettre le fichier."]}}},
      "territoire.json": {"kind": "territory", "id": "exemple", "version": "1.0.0", "title": "Exemple",
        "families": [{"title": "Petites fiches", "forms": ["petite"]}], "roles": "roles",
        "routes": [{"from": "essayeur", "forms": ["petite"], "to": ["lecteur", "copie"], "required": ["lecteur"], "rule": "Au lecteur."}]},
      "petite.json": {"kind": "form", "id": "petite", "version": 1, "title": "Petite fiche", "short_title": "Petite",
        "summary": "Une fiche pour les essais.", "source": "Aucun acte",
        "sender": {"roles": ["essayeur"], "structure": "structure"}, "transmission": "apres",
        "steps": [{"id": "saisie", "title": "Saisie", "stage": "saisie"}],
        "deadlines": [{"id": "suite", "label": "Suite", "days": 8, "rule": "Sous huit jours."}],
        "rules": [{"code": "freins.none", "field": "freins", "warning": true, "when": {"not": {"answered": "freins"}}}]}
    })json")
                    .value();
    pack["petite.json"]["steps"][0]["items"] = small_items();
    return pack;
}

/// "accepted", or code, place and offending name of the failure: "pack.empty listes.json#/lists (lists)".
inline std::string pack_reading(const Json& pack) {
    const auto loaded = load_pack(pack.dump());
    if (loaded.ok()) return "accepted";
    const Error& error = loaded.error();
    const auto name = error.params.find("name");
    return error.code + " " + error.place + (name != error.params.end() ? " (" + name->second + ")" : "");
}

inline std::string pack_with(const std::string& pointer, const Json& value) {
    Json pack = small_pack();
    pack[Json::json_pointer(pointer)] = value;
    return pack_reading(pack);
}

inline std::string pack_without(const std::string& pointer) {
    Json pack = small_pack();
    const Json::json_pointer place(pointer);
    pack[place.parent_pointer()].erase(place.back());
    return pack_reading(pack);
}

/// Reads the small pack with one item more, appended to its step.
inline std::string pack_with_item(const Json& item) {
    Json pack = small_pack();
    pack["petite.json"]["steps"][0]["items"].push_back(item);
    return pack_reading(pack);
}

inline const std::string items_place = "petite.json#/steps/0/items";
inline const std::string items_pointer = "/petite.json/steps/0/items";

} // namespace pli::test
