// Measures size and speed, prints them beside their budgets, and fails when one is exceeded: `./dev bench`.
// Every speed is a median of several runs; what is compared is measured in the same run.
import { launchBrowser, serveFolder } from "./browser.mjs";
import { measureCore } from "./core.mjs";
import { measureInteraction } from "./interaction.mjs";
import { measureRegisterPage } from "./register.mjs";
import { measureSealing } from "./sealing.mjs";
import { measureSizes } from "./sizes.mjs";

/** @typedef {{name: string, value: number, unit: string, atMost?: number, atLeast?: number}} Measure */

const digits = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

/** @param {Measure} measure */
function isWithinBudget({ value, atMost = Infinity, atLeast = -Infinity }) {
  return value <= atMost && value >= atLeast;
}

/** @param {Measure} measure */
function budgetOf({ atMost, atLeast, unit }) {
  if (atMost !== undefined) return `≤ ${atMost} ${unit}`;
  if (atLeast !== undefined) return `≥ ${atLeast} ${unit}`;
  return "reported";
}

/** @param {Measure} measure */
function print(measure) {
  const verdict = isWithinBudget(measure) ? "ok" : "OVER BUDGET";
  const value = `${digits(measure.value)} ${measure.unit}`;
  const budget = budgetOf(measure);
  console.log(
    `${measure.name.padEnd(62)} ${value.padStart(12)}   ${budget.padEnd(12)} ${budget === "reported" ? "" : verdict}`,
  );
}

const browser = await launchBrowser();
const site = await serveFolder("build/site");
const measures = [];
try {
  for (const measure of [
    measureSizes,
    measureInteraction,
    measureRegisterPage,
    measureCore,
    measureSealing,
  ]) {
    for (const result of await measure({ browser, site: site.address })) {
      print(result);
      measures.push(result);
    }
  }
} finally {
  await browser.close();
  site.close();
}
const over = measures.filter((measure) => !isWithinBudget(measure));
console.log(`\n${measures.length} measures, ${over.length} over budget`);
process.exitCode = over.length > 0 ? 1 : 0;
