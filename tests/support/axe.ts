import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CDPSession, Page } from "puppeteer-core";

/** What axe looked at in one document, and what it has to say against it. */
export type Checked = { nodes: number; faults: string[] };

/**
 * axe-core in a world of its own beside the page's, through the debugger: the page's policies stay as they are, and it
 * reaches frames that may run no script.
 */
export async function checkWithAxe(page: Page): Promise<{ page: Checked; frames: Checked[] }> {
  const session = await page.createCDPSession();
  try {
    const { frameTree } = await session.send("Page.getFrameTree");
    const inner = (frameTree.childFrames ?? []).map(({ frame }) => frame.id);
    const whole = await check(session, frameTree.frame.id, { run: RUN });
    const frames: Checked[] = [];
    for (const id of inner) frames.push(await check(session, id, { before: TIMERS, run: RUN_IN_FRAME }));
    return { page: whole, frames };
  } finally {
    await session.detach();
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Timers stand still where no scripts may run, and axe pauses by them. */
const TIMERS = "globalThis.setTimeout = (act) => (queueMicrotask(() => act()), 0); globalThis.clearTimeout = () => {};";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What a page owes as a whole is owed by the page around, as axe itself has it for frames that it can talk to. */
const OF_WHOLE_PAGES = ["bypass", "landmark-one-main", "page-has-heading-one", "region"];

const RUN = runWith({});
const RUN_IN_FRAME = runWith(Object.fromEntries(OF_WHOLE_PAGES.map((rule) => [rule, { enabled: false }])));

function runWith(rules: object): string {
  const options = { iframes: false, preload: false, runOnly: TAGS, rules };
  return `axe.run(document, ${JSON.stringify(options)}).then(({ violations, passes }) => ({
    nodes: new Set([...violations, ...passes].flatMap((rule) => rule.nodes.map((node) => node.target.join(" ")))).size,
    faults: violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html + " " + node.failureSummary)),
  }))`;
}

type Scripts = { before?: string; run: string };

async function check(session: CDPSession, frameId: string, { before = "", run }: Scripts): Promise<Checked> {
  const world = await session.send("Page.createIsolatedWorld", { frameId, worldName: "axe" });
  const contextId = world.executionContextId;
  const isThere = await evaluate(session, { contextId, expression: `typeof axe === "object"` });
  if (!isThere) await evaluate(session, { contextId, expression: before + axe });
  // What RUN makes.
  return (await evaluate(session, { contextId, expression: run })) as Checked;
}

async function evaluate(session: CDPSession, asked: { contextId: number; expression: string }): Promise<unknown> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    ...asked,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
