// The site's own page, opened from a folder, cannot fetch what it needs: it says so, without any script.
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";

test("the site’s page, opened from the disk, names the file that is made for it", async ({
  page,
}) => {
  await page.goto(pathToFileURL("build/site/index.html").href);
  const said = page.getByText("prenez plutôt le fichier pli.html");
  await expect(said).toBeHidden(); // while it may still be loading
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(said).toBeVisible();
});
