import puppeteer, { type Browser, type CDPSession, type Page, type WebWorker } from "puppeteer-core";
import { type FeedServer, startFeedServer } from "../support/feedServer.ts";
import { findBrowser } from "../support/findBrowsers.mjs";
import { bundleScript } from "./bundleScript.ts";

/** A worker of a real Chromium with a script of this folder in it. */
export type ChromiumWorker = {
  version: string;
  evaluate: WebWorker["evaluate"];
  /** Runs something that leaves the marks "reading" and "read", and says what lay between them. */
  measure: <Result>(run: () => Promise<Result>) => Promise<{ result: Result; cost: Cost }>;
  /** Bytes on the JavaScript heap once its garbage is collected. */
  heapBytes: () => Promise<number>;
  close: () => Promise<void>;
};

export type Cost = {
  /** Of the worker's own thread: what others do on the machine costs nothing here. */
  cpuMs: number;
  wallMs: number;
  /** The most that stood on the JavaScript heap at once, garbage included, beyond what stood there before. */
  heapBytes: number;
};

export async function openChromiumWorker(script: string): Promise<ChromiumWorker> {
  const server = await serveWorker(script);
  const browser = await startChromium();
  const page = await browser.newPage();
  await page.goto(`${server.localOrigin}/`);
  const started = new Promise<WebWorker>((resolve) => page.once("workercreated", resolve));
  await page.evaluate(startWorker);
  const worker = await started;
  return {
    version: await browser.version(),
    evaluate: worker.evaluate.bind(worker),
    measure: (run) => measure(page, worker.client, run),
    heapBytes: async () => {
      await worker.client.send("HeapProfiler.collectGarbage");
      return await usedBytes(worker.client);
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** Runs in the page. The script says when all of it has run. */
function startWorker(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker("/worker.js");
    worker.onmessage = () => resolve();
    worker.onerror = (fault) => reject(new Error(fault.message));
  });
}

/** Under the extension's policy: no code from strings, which some libraries are faster with. */
async function serveWorker(script: string): Promise<FeedServer> {
  const server = await startFeedServer();
  const headers = {
    "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' data:",
  };
  server.serve("/", {
    headers: { ...headers, "content-type": "text/html" },
    body: "<!doctype html><title>Bench</title>",
  });
  server.serve("/worker.js", { headers, body: await bundleScript(script) });
  return server;
}

function startChromium(): Promise<Browser> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("No chromium is installed");
  return puppeteer.launch({
    executablePath,
    pipe: true,
    args: [
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      // Readers take turns: none may lose its compiled code while the others read.
      "--js-flags=--expose-gc --no-flush-bytecode",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

async function measure<Result>(
  page: Page,
  client: CDPSession,
  run: () => Promise<Result>,
): Promise<{ result: Result; cost: Cost }> {
  await page.tracing.start({ categories: ["-*", "blink.user_timing", "devtools.timeline", "v8"] });
  const result = await run();
  const usedAtEnd = await usedBytes(client);
  const trace = (await page.tracing.stop()) ?? new Uint8Array();
  // Chromium's trace format; each field is checked before its use.
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  return { result, cost: costIn(traceEvents, usedAtEnd) };
}

/** `ts` and `tts` are microseconds, of the clock and of the thread's own CPU time. */
type TraceEvent = {
  name: string;
  tid: number;
  ts: number;
  tts?: number;
  args: { usedHeapSizeBefore?: number; usedHeapSizeAfter?: number };
};

function costIn(events: TraceEvent[], usedAtEnd: number): Cost {
  const start = events.find((event) => event.name === "reading");
  const end = events.find((event) => event.name === "read");
  if (start?.tts === undefined || end?.tts === undefined) throw new Error("The trace lacks a mark or its CPU time");
  const collections = events.filter((event) => event.tid === start.tid && event.args.usedHeapSizeBefore !== undefined);
  const usedAtStart = collections.findLast((event) => event.ts < start.ts)?.args.usedHeapSizeAfter ?? 0;
  const within = collections.filter((event) => event.ts > start.ts);
  const peak = Math.max(usedAtEnd, ...within.map((event) => event.args.usedHeapSizeBefore ?? 0));
  return {
    cpuMs: (end.tts - start.tts) / 1000,
    wallMs: (end.ts - start.ts) / 1000,
    heapBytes: peak - usedAtStart,
  };
}

async function usedBytes(client: CDPSession): Promise<number> {
  return (await client.send("Runtime.getHeapUsage")).usedSize;
}
