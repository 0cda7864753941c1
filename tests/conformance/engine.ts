import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { build } from "vite";
import { findBrowser, profileHome } from "../support/findBrowsers.mjs";
import type { Engine, Fields, Source, Texts } from "./fields.ts";

export type BrowserEngine = {
  read: Engine;
  textsOf: (bytes: Uint8Array, from: Source, label: string) => Promise<Texts>;
  close: () => Promise<void>;
};

/** `readFeed` in a page of real Chromium: decoders differ, and Node's is wrong about windows-1252. */
export async function openEngine(): Promise<BrowserEngine> {
  const executable = findBrowser("chromium");
  if (executable === null) throw new Error("No Chromium is installed, and only a browser can judge encodings.");
  const profileDir = mkdtempSync(join(profileHome(executable), "foldline-conformance-"));
  const isRoot = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    executablePath: executable,
    userDataDir: profileDir,
    args: ["--no-first-run", "--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundle() });
  const call = (name: string, ...args: unknown[]) =>
    page.evaluate(`conformance.${name}(${args.map((arg) => JSON.stringify(arg)).join(",")})`);
  return {
    read: async (bytes, from) => {
      const answer = (await call("fieldsOf", base64Of(bytes), from)) as Fields | string; // see inBrowser.ts
      if (typeof answer === "string") throw new Error(answer);
      return answer;
    },
    textsOf: async (bytes, from, label) => (await call("textsOf", base64Of(bytes), from, label)) as Texts, // see there
    close: async () => {
      await browser.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

async function bundle(): Promise<string> {
  const entry = new URL("inBrowser.ts", import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, lib: { entry, name: "conformance", formats: ["iife"] } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error("vite made no bundle");
  return output.output[0].code;
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
