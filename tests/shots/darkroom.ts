import type { Browser } from "puppeteer-core";
import { drawings, HEIGHT, WIDTH, type Drawing } from "./drawings.ts";
import { draw } from "./plainBrowser.ts";

/** Makes of each drawing the file that a site would serve, when it is first asked for. */
export function openDarkroom(browser: Browser): (drawing: Drawing) => Promise<Buffer> {
  const made = new Map<Drawing, Promise<Buffer>>();
  return (drawing) => {
    const html = `<style>body { margin: 0 } svg { display: block }</style>${drawings[drawing]()}`;
    const file = made.get(drawing) ?? draw(browser, html, { width: WIDTH, height: HEIGHT });
    made.set(drawing, file);
    return file;
  };
}
