import { Worker as Thread } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { createMarkdown } from "../../../lib/view/markdown.ts";

/** A real thread that can be ended, in the shape of the browser's worker. It answers in capitals. */
const SCRIPT = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ id, source }) => {
    if (source === "stuck") for (;;);
    if (source === "broken") throw new Error("broken");
    parentPort.postMessage({ id, html: source.toUpperCase() });
  });`;

const threads: Thread[] = [];

function startWorker(): Worker {
  const thread = new Thread(SCRIPT, { eval: true });
  threads.push(thread);
  const target = new EventTarget();
  thread.on("message", (data) => target.dispatchEvent(new MessageEvent("message", { data })));
  thread.on("error", () => target.dispatchEvent(new Event("error")));
  const shape = {
    addEventListener: target.addEventListener.bind(target),
    postMessage: (message: unknown) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
  };
  // The four members that lib/view/markdown.ts uses.
  return shape as unknown as Worker;
}

afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()));
});

describe("Markdown in a worker", () => {
  test("is converted, by one worker, in order", async () => {
    const markdownToHtml = createMarkdown(startWorker);
    expect(await Promise.all([markdownToHtml("a"), markdownToHtml("b")])).toEqual(["A", "B"]);
    expect(threads).toHaveLength(1);
  });

  test("that never ends is ended, and the next one gets a new worker", { timeout: 15_000 }, async () => {
    const markdownToHtml = createMarkdown(startWorker);
    const started = performance.now();
    expect(await Promise.all([markdownToHtml("stuck"), markdownToHtml("b")])).toEqual([null, "B"]);
    expect(performance.now() - started).toBeGreaterThan(2_900);
    expect(threads).toHaveLength(2);
  });

  test("that breaks the parser gives null at once", async () => {
    const markdownToHtml = createMarkdown(startWorker);
    expect(await markdownToHtml("broken")).toBeNull();
    expect(await markdownToHtml("b")).toBe("B");
  });

  test("that is too large is not tried", async () => {
    const markdownToHtml = createMarkdown(startWorker);
    expect(await markdownToHtml("x".repeat(200 * 1024 + 1))).toBeNull();
    expect(threads).toHaveLength(0);
  });
});
