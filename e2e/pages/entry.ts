import type { Locator, Page } from "@playwright/test";
import type { Agent, Fiche } from "../fixtures/fiche";
import { Screen } from "./screen";

/** Saisie: the steps of the form. */
export class EntryScreen extends Screen {
  readonly agentFt: Locator;
  readonly agentCd: Locator;
  readonly suivi: Locator;
  readonly freins: Locator;
  readonly mail: Locator;
  readonly mailConsent: Locator;
  readonly youAre: Locator;

  constructor(page: Page) {
    super(page, "Agents");
    this.agentFt = page.getByRole("group", { name: "FRANCE TRAVAIL", exact: true });
    this.agentCd = page.getByRole("group", { name: "CONSEIL DEPARTEMENTAL (SLAI)", exact: true });
    this.suivi = page.getByRole("radiogroup", { name: /^Référent social/ });
    this.freins = page.getByRole("group", { name: /^Freins périphériques à l’emploi/ });
    this.youAre = page
      .getByRole("radiogroup", { name: /^Vous êtes/ })
      .getByRole("radio", { name: "Conseiller France Travail", exact: true });
    this.mail = page.getByRole("textbox", { name: "@mail", exact: true });
    this.mailConsent = page.getByRole("checkbox", {
      name: /accepte les échanges par voie électronique/,
    });
  }

  step(title: string): Screen {
    return new Screen(this.page, title);
  }

  /** A text field by its label; labels of optional ones end with "(optionnel)". */
  field(label: string, within: Page | Locator = this.page): Locator {
    return within.getByRole("textbox", { name: label, exact: true });
  }

  choice(question: string | RegExp, answer: string): Locator {
    return this.page
      .getByRole("radiogroup", { name: question })
      .getByRole("radio", { name: answer, exact: true });
  }

  async next(): Promise<void> {
    await this.press("Étape suivante");
  }

  async fillAgent(group: Locator, agent: Agent): Promise<void> {
    await this.field("Nom", group).fill(agent.nom);
    await this.field("Prénom", group).fill(agent.prenom);
    await this.field("Fonction", group).fill(agent.fonction);
    await this.field("Téléphone", group).fill(agent.telephone);
    await this.field("@mail", group).fill(agent.mail);
  }

  async fillAgents(fiche: Fiche): Promise<void> {
    await this.youAre.check();
    await this.field("Date").fill(fiche.date);
    await this.fillAgent(this.agentFt, fiche.agentFt);
    await this.field("Agence France Travail", this.agentFt).fill(fiche.agence);
    await this.fillAgent(this.agentCd, fiche.agentCd);
  }

  async fillSuivi(fiche: Fiche): Promise<void> {
    await this.suivi
      .getByRole("radio", { name: "REFERENT SOCIAL MANDATÉ par le Conseil Départemental" })
      .check();
    const group = this.page.getByRole("group", {
      name: "REFERENT SOCIAL MANDATÉ par le Conseil Départemental",
      exact: true,
    });
    await this.fillAgent(group, fiche.referent);
    await this.field("Nom de la structure", group).fill(fiche.structure);
  }

  async fillIdentity(fiche: Fiche): Promise<void> {
    const { demandeur } = fiche;
    await this.field("Nom").fill(demandeur.nom);
    await this.field("Prénom").fill(demandeur.prenom);
    await this.field("Date de naissance").fill(demandeur.naissance);
    await this.field("Numéro et voie").fill(demandeur.voie);
    await this.field("Code postal").fill(demandeur.codePostal);
    await this.field("Commune").fill(demandeur.commune);
    await this.field("Identifiant France Travail").fill(demandeur.identifiantFt);
    if (demandeur.mail) {
      await this.mailConsent.check();
      await this.mail.fill(demandeur.mail);
    }
  }

  async fillSituation(fiche: Fiche): Promise<void> {
    await this.choice(/^Situation de famille/, "Seul(e)").check();
    await this.field("Nombre d’enfant(s) à charge").fill(fiche.demandeur.enfants);
    await this.choice(/^BRSA/, "Oui").check();
    await this.choice(/^RQTH/, "Non").check();
  }

  async tickFreins(fiche: Fiche): Promise<void> {
    for (const frein of fiche.freins) {
      await this.freins.getByRole("checkbox", { name: frein, exact: true }).check();
    }
  }

  /** All five steps, up to the button that leads to the reading back (not pressed). */
  async fillAll(fiche: Fiche): Promise<void> {
    await this.fillAgents(fiche);
    await this.next();
    await this.step("Suivi").expectShown();
    await this.fillSuivi(fiche);
    await this.next();
    await this.step("Identité").expectShown();
    await this.fillIdentity(fiche);
    await this.next();
    await this.step("Situation").expectShown();
    await this.fillSituation(fiche);
    await this.next();
    await this.step("Freins").expectShown();
    await this.tickFreins(fiche);
  }

  async readBack(): Promise<void> {
    await this.press("Relire la fiche");
  }
}
