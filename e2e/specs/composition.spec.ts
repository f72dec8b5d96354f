// Dead keys and input methods: what the user composes arrives whole, and is never written over.
import { expect, test } from "../fixtures/test";

test("Éloïse Lefèvre-Dupré is typed with composition events", async ({ pli }) => {
  await pli.visit();
  await pli.home.startFiche();
  const name = pli.entry.field("Nom", pli.entry.agentFt);
  const firstName = pli.entry.field("Prénom", pli.entry.agentFt);
  const session = await pli.page.context().newCDPSession(pli.page);
  const compose = async (preedit: string, final: string): Promise<void> => {
    await session.send("Input.imeSetComposition", {
      text: preedit,
      selectionStart: preedit.length,
      selectionEnd: preedit.length,
    });
    await session.send("Input.insertText", { text: final });
  };

  await firstName.focus();
  await compose("´", "É");
  await pli.page.keyboard.type("lo");
  await compose("¨", "ï");
  await pli.page.keyboard.type("se");
  await expect(firstName).toHaveValue("Éloïse");

  await name.focus();
  await pli.page.keyboard.type("Lef");
  await compose("`", "è");
  await pli.page.keyboard.type("vre-Dupr");
  await compose("´", "é");
  await expect(name).toHaveValue("Lefèvre-Dupré");

  await pli.page.keyboard.press("Tab");
  await expect(name).toHaveValue("Lefèvre-Dupré");
  await expect(name).not.toHaveAttribute("aria-invalid", "true");
});
