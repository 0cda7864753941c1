import { isTextThere } from "../support/reading.ts";
import { watchCalls, watchReports, type Sighting } from "./cells.ts";
import { shake } from "./shake.ts";

/** Runs in the reader's page: opens articles one after another and sees whatever their payloads do there. */

export type Visit = Sighting & {
  /** Elements and attributes in the text that the product never puts there. */
  strange: string[];
  /** The same in the page around it: titles, names and labels stand there. */
  strangeAround: string[];
};

export type Opened = { id: string; article: number; opening: string };

const DRAWN_WITHIN_MS = 15_000;
const PATIENCE_MS = 30;

async function visitEach(wanted: Opened[]): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const each of wanted) visits.push(await visit(each));
  return visits;
}

/**
 * The page around is not watched for reports: Chromium sends them there while the sanitiser's parser reads an attribute,
 * in a document that is nowhere shown and runs nothing.
 */
async function visit({ id, article, opening }: Opened): Promise<Visit> {
  const sighting: Sighting = { id, ran: [], reported: 0 };
  for (const inner of windows()) watchCalls(inner, sighting);
  for (const inner of windows()) {
    if (inner !== window) watchReports(inner.document, sighting);
  }
  location.hash = `#/article/${article}`;
  const text = await drawn(opening);
  // The frame may have become another one meanwhile.
  watchCalls(text.defaultView ?? window, sighting);
  shake(text);
  await pause(PATIENCE_MS);
  return { ...sighting, strange: strangeIn(text), strangeAround: strangeIn(document) };
}

const windows = (): Window[] => [
  window,
  ...[...document.querySelectorAll("iframe")].flatMap((frame) => frame.contentWindow ?? []),
];

async function drawn(opening: string): Promise<Document> {
  const giveUpAt = Date.now() + DRAWN_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    const text = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
    if (text && isTextThere() && text.body.textContent.includes(opening)) return text;
    await pause(10);
  }
  throw new Error(`"${opening}" was not drawn: ${document.querySelector(".art")?.textContent?.slice(0, 200)}`);
}

const NEVER =
  "script:not([src^='/']), iframe:not([sandbox]), object, embed, frame, frameset, meta[http-equiv], base, form, video, audio, " +
  "template, svg script, math, marquee, [srcdoc], [ping], [background], [srcset], [is], [slot], [shadowrootmode], x-news";

function strangeIn(page: Document): string[] {
  const elements = [...page.querySelectorAll(NEVER)].map((element) => `<${element.localName}>`);
  const handlers = [...page.querySelectorAll("*")].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith("on")),
  );
  const addresses = [...page.querySelectorAll("[href], [src]")]
    .flatMap((element) => [element.getAttribute("href"), element.getAttribute("src")])
    .filter((address) => address !== null && !FINE.test(address));
  return [...elements, ...handlers, ...addresses.map((address) => `to ${address}`)];
}

const FINE = /^(?:https?:|mailto:|#|\/|\.\/|blob:|data:image\/(?:png|jpeg|gif|webp|avif);base64,|[a-z-]+\.html)/i;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const readerProbe = { visitEach };
export type ReaderProbe = typeof readerProbe;

Object.assign(globalThis, { readerProbe });
