import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bundleScript } from "../bench/bundleScript.ts";
import { openBrowser, type BrowserKind } from "../support/browser.ts";
import { liveBuild } from "../support/live.ts";
import { evaluateIn } from "../support/reading.ts";
import { extendBuild } from "./hosts.ts";
import type { Refusals } from "./sinkPage.ts";

const TYPES = ["require-trusted-types-for", "trusted-types"];

/** They are refused by the rest of the policy as well: it knows neither inline scripts nor `eval`. */
const REFUSED_ANYWAY = ["eval", "new Function", "constructor of a function"];

describe.each<BrowserKind>(["chromium", "firefox"])("Trusted Types in %s", (kind) => {
  async function findRefusals(without: string[]): Promise<{ refusals: Refusals; hasRun: boolean }> {
    const script = await bundleScript(fileURLToPath(new URL("sinkPage.ts", import.meta.url)));
    const extensionDir = extendBuild(liveBuild(kind), { name: "sinks", script, without });
    const browser = await openBrowser({ kind, extensionDir });
    const page = await browser.openPage("sinks.html");
    const found = await evaluateIn(page)(() => {
      const { refusals } = globalThis as unknown as { refusals: Refusals };
      return { refusals, hasRun: "ran" in globalThis };
    });
    await browser.close();
    rmSync(extensionDir, { recursive: true, force: true });
    return found;
  }

  const named = (refusals: Refusals, how: string) => Object.keys(refusals).filter((name) => refusals[name] === how);

  test("no string becomes markup or code in a page of the extension", async () => {
    const { refusals, hasRun } = await findRefusals([]);
    expect(named(refusals, "taken")).toEqual([]);
    expect(named(refusals, "refused").length).toBeGreaterThan(25);
    expect(hasRun).toBe(false);
  });

  test("without them the same strings would", async () => {
    const { refusals, hasRun } = await findRefusals(TYPES);
    expect(named(refusals, "refused").sort()).toEqual(expect.arrayContaining(REFUSED_ANYWAY.sort()));
    expect(named(refusals, "taken").length).toBeGreaterThan(15);
    expect(hasRun).toBe(false);
  });
});
