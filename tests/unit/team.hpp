// A small form with a list of rows, for the tests: a structure and the members of its team.
#pragma once

#include "core/definition/pack.hpp"
#include "unit/liaison.hpp"

#include <string>

namespace pli::test {

inline Json team_items() {
    return parse_json(R"json([
      {"control": "text", "name": "structure", "kind": "organisation", "label": "Structure"},
      {"control": "rows", "name": "membres", "label": "Membres de l’équipe", "row_label": "Membre", "min": 1, "max": 3, "items": [
        {"control": "text", "name": "nom", "kind": "person-name", "label": "Nom", "example": "Exemple"},
        {"control": "yes-no", "name": "present", "label": "Présent", "options": "oui-non"},
        {"control": "date", "name": "depart", "kind": "date", "label": "Départ", "visible_when": {"field": ".present", "is": "non"}},
        {"control": "multi", "name": "outils", "required": false, "label": "Outils", "options": "outils"},
        {"control": "group", "name": "bureau", "label": "Bureau", "visible_when": {"field": ".present", "is": "oui"}, "items": [
          {"control": "text", "name": "ville", "kind": "town", "required": false, "label": "Commune"}]}
      ]},
      {"control": "tick", "name": "relu", "label": "Relu", "visible_when": {"answered": "membres"}}
    ])json")
        .value();
}

inline Json team_bundle() {
    Json pack = parse_json(R"json({
      "listes.json": {"kind": "lists", "lists": {
        "roles": [{"value": "essayeur", "label": "Essayeur"}],
        "outils": [{"value": "a", "label": "Outil A"}, {"value": "b", "label": "Outil B"}],
        "oui-non": [{"value": "oui", "label": "Oui"}, {"value": "non", "label": "Non"}]}},
      "notices.json": {"kind": "notices", "notices": {"apres": {"paragraphs": ["Remettre le fichier."]}}},
      "territoire.json": {"kind": "territory", "id": "exemple", "version": "1.0.0", "title": "Exemple", "roles": "roles",
        "families": [{"title": "Listes", "forms": ["equipe"]}]},
      "equipe.json": {"kind": "form", "id": "equipe", "version": 1, "title": "Équipe", "short_title": "Équipe",
        "summary": "Une liste pour les essais.", "source": "Aucun acte",
        "sender": {"roles": ["essayeur"], "structure": "structure"}, "transmission": "apres",
        "steps": [{"id": "saisie", "title": "Saisie", "stage": "saisie"}]}
    })json")
                    .value();
    pack["equipe.json"]["steps"][0]["items"] = team_items();
    return pack;
}

inline const Pack& team_pack() {
    static const Pack pack = must(load_pack(team_bundle().dump()));
    return pack;
}

inline const Form& team() { return team_pack().forms.front(); }

/// Two members: one who is there, one who has left.
inline Answers team_answers() {
    return must(answers_from_json(team(), parse_json(R"json({
      "structure": "Association Exemple", "membres": 2, "relu": true,
      "membres.0.nom": "Martin", "membres.0.present": "oui", "membres.0.outils": ["b", "a"], "membres.0.bureau.ville": "Arras",
      "membres.1.nom": "Durand", "membres.1.present": "non", "membres.1.depart": "20/11/2026"
    })json")
                                              .value()));
}

} // namespace pli::test
