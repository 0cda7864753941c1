import { shake } from "./shake.ts";

/** Runs in a page: each payload is drawn in a frame of its own, and whatever code runs there is seen. */

export type Layers = {
  /** Written as a page is, for the parser to read, or put into the page as elements. */
  sink: "written" | "appended";
  /** The frame's sandbox; null for a frame without one. */
  sandbox: string | null;
};

export type Cell = { id: string; html: string };

export type Sighting = {
  id: string;
  /** What the payload's code called. */
  ran: string[];
  /** Scripts and handlers that a policy, if only one that reports, had something against. */
  reported: number;
};

const CALLS = ["alert", "confirm", "prompt", "print"] as const;

/** What was called in the page around the cells, by whichever of them. */
export const outside: string[] = [];

/** `patienceMs` is what they have for loading, before their events happen and afterwards. */
export async function runCells(cells: Cell[], layers: Layers, patienceMs: number): Promise<Sighting[]> {
  watchCalls(window, { ran: outside });
  const drawn = await Promise.all(cells.map((cell) => drawCell(cell, layers)));
  await pause(patienceMs);
  for (const { page } of drawn) shake(page);
  await pause(patienceMs);
  for (const { frame } of drawn) frame.remove();
  return drawn.map(({ sighting }) => sighting);
}

type Drawn = { frame: HTMLIFrameElement; page: Document; sighting: Sighting };

async function drawCell({ id, html }: Cell, { sink, sandbox }: Layers): Promise<Drawn> {
  const sighting: Sighting = { id, ran: [], reported: 0 };
  const frame = await openFrame(sandbox);
  const { contentDocument: page, contentWindow: inner } = frame;
  if (page === null || inner === null) throw new Error(`The frame of ${id} has no page`);
  watchCalls(inner, sighting);
  if (sink === "written") {
    page.open();
    watchReports(page, sighting);
    page.write(`<!doctype html><title>${id}</title><body>${html}`);
    page.close();
  } else {
    watchReports(page, sighting);
    page.body.append(page.createRange().createContextualFragment(html));
  }
  return { frame, page, sighting };
}

/** Some browsers give a frame its empty page a moment later, in the place of a first one. */
async function openFrame(sandbox: string | null): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
  frame.width = "300";
  frame.height = "100";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

/** A window keeps them while its page is written anew. */
export function watchCalls(inner: Window, { ran }: Pick<Sighting, "ran">): void {
  const watch = (name: string) => ({ value: () => void ran.push(name), configurable: true });
  for (const name of CALLS) Object.defineProperty(inner, name, watch(name));
}

export function watchReports(page: Document, sighting: Sighting): void {
  const report = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective.startsWith("script-src")) sighting.reported++;
  };
  // The prototype's, since a payload may have given its name to something else.
  EventTarget.prototype.addEventListener.call(page, "securitypolicyviolation", (event) => {
    report(event as SecurityPolicyViolationEvent);
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
