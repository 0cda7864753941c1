import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";

/** The README's pictures, and how large; what is longer is cut off. */
const PICTURES = {
  popup: { of: "popup-light", width: 600, height: 884 },
  panel: { of: "list-400-light", width: 600, height: 1170 },
  article: { of: "reader-400-light", width: 600, height: 1170 },
  tab: { of: "tab-1280-light", width: 1280, height: 800 },
};

const MOST_BYTES = 60_000;
const STYLE = "body { margin: 0 } img { display: block; inline-size: 100vw }";

/** Writes them small, out of those in `folder`; resolves to their paths. */
export async function makeReadmePictures(browser: Browser, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, { of, ...size }] of Object.entries(PICTURES)) {
    const path = join(".github", `${name}.webp`);
    const source = readFileSync(join(folder, `${of}.png`)).toString("base64");
    const page = await browser.newPage();
    await page.setViewport(size);
    await page.setContent(`<style>${STYLE}</style><img alt="" src="data:image/png;base64,${source}">`);
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
