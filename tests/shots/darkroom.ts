import type { Browser } from "puppeteer-core";
import { drawings, HEIGHT, WIDTH, type Drawing } from "./drawings.ts";

/** Makes of each drawing the file that a site would serve, when it is first asked for. */
export function openDarkroom(driver: Browser): (drawing: Drawing) => Promise<Buffer> {
  const made = new Map<Drawing, Promise<Buffer>>();
  return (drawing) => {
    const file = made.get(drawing) ?? develop(driver, drawings[drawing]());
    made.set(drawing, file);
    return file;
  };
}

async function develop(driver: Browser, svg: string): Promise<Buffer> {
  const page = await driver.newPage();
  await page.setViewport({ width: WIDTH, height: HEIGHT });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const file = await page.screenshot();
  await page.close();
  return Buffer.from(file);
}
