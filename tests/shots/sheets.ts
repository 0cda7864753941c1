import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import type { Browser } from "puppeteer-core";
import { draw } from "./plainBrowser.ts";

/** Sets each picture of `folder` beside that of the same name in `beside`, at one size; resolves to the sheets' paths. */
export async function makeSheets(browser: Browser, folder: string, beside: string): Promise<string[]> {
  const sheets = join(folder, "sheets");
  mkdirSync(sheets, { recursive: true });
  const names = readdirSync(beside).filter((file) => file.endsWith(".png") && existsSync(join(folder, file)));
  for (const name of names) {
    const isWide = isWiderThanHigh(join(beside, name));
    const pictures = [figure(join(beside, name), "There"), figure(join(folder, name), "Here")];
    const html = `<style>${STYLE}</style><h1>${parse(name).name}</h1><main class="${isWide ? "wide" : ""}">${pictures.join("")}</main>`;
    writeFileSync(join(sheets, name), await draw(browser, html, { width: 1640, height: 900 }));
  }
  return names.map((name) => join(sheets, name));
}

/** The states' pictures on one board, in groups. */
export async function makeBoard(browser: Browser, folder: string): Promise<void> {
  const groups = BOARD.map(({ title, names }) => {
    const frames = names.map((name) => figure(join(folder, `${name}.png`), name));
    return `<h2>${title}</h2><section>${frames.join("")}</section>`;
  });
  const html = `<style>${STYLE}</style><h1>States</h1>${groups.join("")}`;
  writeFileSync(join(folder, "states-light.png"), await draw(browser, html, { width: 1640, height: 900 }));
}

const BOARD = [
  { title: "Refreshing", names: ["first-load", "refreshing", "refresh-details", "new-articles"] },
  {
    title: "Pictures for where there is no network",
    names: ["download-preparing", "download-running", "download-done", "download-left", "download-no-room"],
  },
  {
    title: "Nothing to show",
    names: ["empty-unread", "empty-starred", "empty-later", "search-none", "search-results"],
  },
  {
    title: "Something is wrong",
    names: ["offline", "empty-offline", "failed-one", "empty-failed", "failed-all", "storage-full"],
  },
  { title: "Feedback", names: ["toast"] },
];

/** By the header of a PNG. */
function isWiderThanHigh(path: string): boolean {
  const file = readFileSync(path);
  return file.readUInt32BE(16) > file.readUInt32BE(20);
}

function figure(path: string, title: string): string {
  const source = `data:image/png;base64,${readFileSync(path).toString("base64")}`;
  return `<figure><figcaption>${title}</figcaption><img alt="" src="${source}"></figure>`;
}

const STYLE = `
  body { margin: 20px 40px; background: #ddd; font: 14px sans-serif }
  main { display: grid; grid-template-columns: repeat(2, max-content); gap: 16px }
  main.wide { grid-template-columns: max-content }
  main img { max-inline-size: 770px }
  main.wide img { max-inline-size: 1560px }
  section { display: grid; grid-template-columns: repeat(4, 360px); gap: 28px }
  section img { inline-size: 100% }
  figure { margin: 0 }
  img { display: block; margin-block-start: 4px }
`;
