import type { Page } from "puppeteer-core";
import { evaluateIn } from "./reading.ts";

/**
 * Stars the first article of the list that has none, by a click. Resolves to its id when the page shows the star: it draws
 * what the store has, and nothing that it only hopes for.
 */
export async function starFirst(page: Page): Promise<number> {
  const id = await evaluateIn(page)(() => {
    const rows = [...document.querySelectorAll<HTMLElement>(".row")];
    const row = rows.find((each) => each.querySelector("button.star[aria-pressed=false]"));
    row?.querySelector<HTMLElement>("button.star")?.click();
    return Number(row?.dataset["article"]);
  });
  await page.waitForSelector(`.row[data-article="${id}"] button.star[aria-pressed=true]`);
  return id;
}
