import { describe, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { articleIn, evaluateIn, type Shown } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const TITLE = "Taliban Rejects Pakistan, Seeks Closer Ties with India";

/** A fresh build with no network: the bundled edition, opened at the real article. */
async function readSeed(timezone: string): Promise<Shown & { day: string }> {
  const browser = await openBrowser({ kind: "chromium", extensionDir: ".output/chrome-mv3", timezone });
  try {
    const seed = await waitUntil(
      async () => (await articlesOf(browser.evaluateInBackground)).find((article) => article.title === TITLE),
      { what: "the edition" },
    );
    const page = await browser.openPage(`reader.html#/article/${seed.id}`);
    const shown = await waitUntil(() => articleIn(evaluateIn(page)), { what: "the article" });
    const panel = await browser.openPage("sidepanel.html");
    await panel.waitForSelector(".day");
    const day = await evaluateIn(panel)(() => document.querySelector<HTMLElement>(".day h2")?.innerText ?? "");
    return { ...shown, day };
  } finally {
    await browser.close();
  }
}

describe("the real article", () => {
  test("renders as its publisher meant it", async () => {
    const shown = await readSeed("UTC");
    expect(shown.title).toBe(TITLE);
    expect(shown.text).not.toContain(TITLE);
    expect(shown.text).not.toMatch(/Date:/);
    expect(shown.standfirst).toBe("Taliban Seeks Closer Ties with India Amid Strained Relations with Pakistan");
    expect(shown.blocks.filter((block) => block.startsWith("H2"))).toEqual([
      "H2 Recent Developments",
      "H2 Taliban’s Position",
      "H2 New Delhi’s Response",
      "H2 Expert Opinions",
      "H2 Conclusion",
    ]);
    expect(shown.text).toContain("Doha, Qatar – In a surprising geopolitical shift");
    const lists = shown.blocks.filter((block) => block.startsWith("LI")).map((block) => block.split(":")[0]);
    expect(lists).toEqual([
      "LI Geopolitical Strategy",
      "LI Economic Interests",
      "LI Regional Balance",
      "LI Security Concerns",
      "LI Economic Opportunities",
      "LI Regional Diplomacy",
    ]);
    expect(shown.text.trimEnd().endsWith("End of Report")).toBe(true);
    expect(shown.text).not.toMatch(/Tags:|\*\*|\[End/);
    expect(shown.keywords).toMatch(/Taliban, India, Pakistan, Afghan Refugees.*Economic Cooperation$/s);
  });

  test.each(["Pacific/Pago_Pago", "Pacific/Kiritimati"])("is of 3 July 2024 in %s too", async (timezone) => {
    const shown = await readSeed(timezone);
    expect(shown.date).toMatch(/July 3, 2024|3 July 2024/);
    expect(shown.day).toMatch(/July 3|3 July/);
  });
});
