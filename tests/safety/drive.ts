import type { Page } from "puppeteer-core";
import { evaluateIn } from "../support/reading.ts";
import { pause } from "../support/waitUntil.ts";
import type { CellPage, Cleaned } from "./cellPage.ts";
import type { Cell, Layers, Sighting } from "./cells.ts";
import type { Payload } from "./payloads/payload.ts";

/** What became of a payload. `isLost`: it took the whole page along, so that whatever else it did went unseen. */
export type Outcome = Sighting & { isLost: boolean };

export type Driver = {
  run: (cells: Cell[], layers: Layers, patienceMs?: number) => Promise<Outcome[]>;
  /** The payloads as HTML, Markdown through the product's own worker. */
  toHtml: (payloads: Payload[]) => Promise<Cell[]>;
  clean: (cells: Cell[]) => Promise<Cleaned[]>;
  /** Dialogs that opened: code ran in a window that no cell watches, such as one inside it. */
  dialogs: string[];
};

declare const cellPage: CellPage;

const AT_ONCE = 60;
const PATIENCE_MS = 100;
const PAGE_PATIENCE_MS = 20_000;

/** Cells in turns. A batch that loses its page is tried again by halves, until it is known who did it. */
export function driveCells(openPage: () => Promise<Page>): Driver {
  let page: Page | null = null;
  const dialogs: string[] = [];

  async function openCells(): Promise<Page> {
    await page?.close().catch(() => undefined);
    page = await openPage();
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss().catch(() => undefined);
    });
    await page.bringToFront();
    return page;
  }

  async function runBatch(cells: Cell[], layers: Layers, patienceMs = PATIENCE_MS): Promise<Outcome[]> {
    const current = page ?? (await openCells());
    const run = evaluateIn(current)((...given) => cellPage.runCells(...given), cells, layers, patienceMs);
    const sightings = await within(run, PAGE_PATIENCE_MS);
    if (sightings !== null) return sightings.map((sighting) => ({ ...sighting, isLost: false }));
    await openCells();
    const [first] = cells;
    if (cells.length === 1 && first) return [{ id: first.id, ran: [], reported: 0, isLost: true }];
    const half = Math.ceil(cells.length / 2);
    return [
      ...(await runBatch(cells.slice(0, half), layers, patienceMs)),
      ...(await runBatch(cells.slice(half), layers, patienceMs)),
    ];
  }

  return {
    dialogs,
    run: async (cells, layers, patienceMs) => {
      const outcomes: Outcome[] = [];
      for (const batch of batchesOf(cells)) outcomes.push(...(await runBatch(batch, layers, patienceMs)));
      return outcomes;
    },
    toHtml: async (payloads) => {
      const evaluate = evaluateIn(page ?? (await openCells()));
      const cells: Cell[] = [];
      for (const { id, kind, source } of payloads) {
        const html = kind === "html" ? source : await evaluate((text) => cellPage.convert(text), source);
        if (html === null) throw new Error(`${id} was too much for the Markdown worker`);
        cells.push({ id, html });
      }
      return cells;
    },
    clean: async (cells) => {
      const evaluate = evaluateIn(page ?? (await openCells()));
      return await evaluate((given) => cellPage.clean(given), cells);
    },
  };
}

const batchesOf = (cells: Cell[]): Cell[][] =>
  Array.from({ length: Math.ceil(cells.length / AT_ONCE) }, (_, index) =>
    cells.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

/** Null where it took longer, or the page went away. */
function within<T>(asked: Promise<T>, ms: number): Promise<T | null> {
  return Promise.race([asked.catch(() => null), pause(ms).then(() => null)]);
}
