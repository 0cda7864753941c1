import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";

/** The README's pictures, and what of each is shown, in its own pixels. */
const PICTURES = {
  popup: { of: "popup-light", width: 760, height: 1120 },
  panel: { of: "list-400-light", width: 800, height: 1560 },
  article: { of: "reader-400-light", width: 800, height: 1560 },
  tab: { of: "tab-1280-light", width: 1920, height: 1200 },
};

const MOST_BYTES = 60_000;

/** Writes them small, out of those in `folder`; resolves to their paths. */
export async function makeReadmePictures(browser: Browser, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, { of, ...size }] of Object.entries(PICTURES)) {
    const path = join(".github", `${name}.webp`);
    const source = readFileSync(join(folder, `${of}.png`)).toString("base64");
    const page = await browser.newPage();
    await page.setViewport(size);
    await page.setContent(`<style>body { margin: 0 }</style><img alt="" src="data:image/png;base64,${source}">`);
    let quality = 90;
    const take = () => page.screenshot({ type: "webp", quality });
    let file = await take();
    for (; file.length > MOST_BYTES && quality > 30; quality -= 5) file = await take();
    await page.close();
    writeFileSync(path, file);
    paths.push(`${path}: ${file.length} bytes`);
  }
  return paths;
}
