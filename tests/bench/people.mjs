// A made-up register of thousands of users: its file, and the same users as a spreadsheet exports them.

/** As many as the largest partner may have. */
export const USERS = 5000;

/** `number` in letters: names hold no digits. */
const letters = (number) =>
  [...String(number).padStart(4, "0")].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("");

const TOOLS = ["academie", "ouiform"];
const REGIONS = ["Bretagne", "Hauts-de-France", "Île-de-France"];

/** Every other one works for a structure; last uses lie in eleven months, so that the audit has something to say. */
function person(number) {
  const month = String(1 + (number % 11)).padStart(2, "0");
  return {
    id: String(number).padStart(32, "0"),
    mail: `agent${number}@exemple.fr`,
    manager: number % 10 === 0,
    naissance: "1985-03-07",
    nom: `DURAND ${letters(number)}`,
    outils: { [TOOLS[number % TOOLS.length]]: { accorde: "2025-01-06" } },
    prenom: number % 2 ? "Éloïse" : "Zoé",
    rattachement:
      number % 2
        ? { statut: "prestataire", structure: `Association Exemple ${letters(number % 50)}` }
        : { statut: "personnel" },
    region: REGIONS[number % REGIONS.length],
    ...(number % 5 ? { utilise: `2026-${month}-16` } : {}),
  };
}

/** The text of registre.json, which has its members in order (RFC 8785). */
export function registerText(count) {
  return JSON.stringify({
    format: "pli/registre/1",
    organisme: { nom: "Structure Exemple", safir: "62011" },
    personnes: Array.from({ length: count }, (_, number) => person(number)),
    registre: {
      enregistre: "2026-11-22",
      id: "9".padStart(32, "0"),
      predecesseurs: [],
      version: 1,
    },
  });
}

/** The same users as CSV, one a line. */
export function tableText(count) {
  const line = (number) => {
    const { nom, prenom, mail, region, manager } = person(number);
    return `${nom};${prenom};07/03/1985;${mail};${region};${manager ? "oui" : "non"}`;
  };
  const lines = Array.from({ length: count }, (_, number) => line(number));
  return ["Nom;Prénom;Naissance;Mail;Région;Manager", ...lines, ""].join("\r\n");
}
