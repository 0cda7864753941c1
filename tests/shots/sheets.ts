import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../support/findBrowsers.mjs";

/** Sets each picture of `folder` beside that of the same name in `beside`, at one size; resolves to the sheets' paths. */
export async function makeSheets({ folder, beside }: { folder: string; beside: string }): Promise<string[]> {
  const sheets = join(folder, "sheets");
  mkdirSync(sheets, { recursive: true });
  const browser = await openPlainBrowser();
  const paths: string[] = [];
  for (const name of readdirSync(beside).filter((file) => file.endsWith(".png") && existsSync(join(folder, file)))) {
    const page = await browser.newPage();
    const pictures = [join(beside, name), join(folder, name)].map((path, i) =>
      figure(path, ["Design", "Ours"][i] ?? ""),
    );
    await page.setContent(`<style>${STYLE}</style><h1>${parse(name).name}</h1><main>${pictures.join("")}</main>`);
    const path = join(sheets, name) as `${string}.png`;
    await page.screenshot({ path, fullPage: true });
    paths.push(path);
    await page.close();
  }
  await browser.close();
  return paths;
}

function openPlainBrowser(): Promise<Browser> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("No chromium is installed");
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({
    executablePath,
    defaultViewport: null,
    args: ["--window-size=1640,900", ...(isRoot ? ["--no-sandbox"] : [])],
  });
}

function figure(path: string, title: string): string {
  const source = `data:image/png;base64,${readFileSync(path).toString("base64")}`;
  return `<figure><figcaption>${title}</figcaption><img alt="" src="${source}"></figure>`;
}

const STYLE = `
  body { margin: 16px; background: #777; color: #fff; font: 14px sans-serif }
  h1 { margin: 0 0 8px; font-size: 16px }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start }
  figure { margin: 0 }
  img { display: block; inline-size: 100%; margin-block-start: 4px }
`;
