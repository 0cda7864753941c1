import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleScript } from "../bench/bundleScript.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeJsonFeed, type MadeItem } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";
import { others, own } from "./payloads/chosen.ts";
import type { Payload } from "./payloads/payload.ts";
import type { Opened, ReaderProbe, Visit } from "./readerProbe.ts";
import { startTrap, type Trap } from "./trap.ts";

declare const readerProbe: ReaderProbe;

const payloads = [...own, ...others];
const TIMEOUT_MS = sized({ short: 120_000, whole: 900_000 });
const AT_ONCE = 50;

const opening = (index: number): string => `Here begins number ${index + 1}.`;
const addressOf = (index: number): string => `http://home.feeds.test/payloads/${index + 1}`;

/** A payload is the text of an article of its own, and all that an article says of itself. */
function itemOf({ kind, source }: Payload, index: number): MadeItem {
  const text =
    kind === "html" ? { html: `<p>${opening(index)}</p>${source}` } : { markdown: `${opening(index)}\n\n${source}` };
  return {
    ...text,
    url: addressOf(index),
    id: `payload-${index + 1}`,
    title: source,
    author: source,
    tags: [source],
    summary: source,
  };
}

/** The tests of one browser: each browser has a file of its own, so that both can run at once. */
export function tryAllLayers(kind: BrowserKind): void {
  describe(`all layers together, in the reader of the release build in ${kind}`, () => {
    let server: FeedServer;
    let trap: Trap;
    let browser: TestBrowser;
    let page: Page;
    let opened: Opened[];
    const dialogs: string[] = [];

    beforeAll(async () => {
      [server, trap] = [await startFeedServer({ port: livePort() }), await startTrap()];
      server.serve("/feed.json", {
        body: makeJsonFeed({ title: "<img src=x: onerror=alert(1)> News", items: payloads.map(itemOf) }),
      });
      browser = await openBrowser({ kind, extensionDir: liveBuild(kind), proxy: trap.address });
      const rows = await waitUntil(
        async () => {
          const articles = await articlesOf(browser.evaluateInBackground);
          return articles.length === payloads.length ? articles : null;
        },
        { what: "the articles", withinMs: 90_000 },
      );
      const ids = new Map(rows.map(({ url, id }) => [url, id]));
      opened = payloads.map(({ id }, index) => ({
        id,
        article: ids.get(addressOf(index)) ?? 0,
        opening: opening(index),
      }));
      page = await browser.openPage("reader.html");
      page.on("dialog", (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss().catch(() => undefined);
      });
      await page.bringToFront();
      const script = await bundleScript(fileURLToPath(new URL("readerProbe.ts", import.meta.url)));
      await page.evaluate(script);
    }, TIMEOUT_MS);
    afterAll(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), trap?.close()]);
    });

    test(
      "articles of payloads are read: nothing runs, nothing is asked for, nothing strange stands there",
      async () => {
        await browser.wipeNetworkEvents();
        trap.asked.splice(0);
        const visits: Visit[] = [];
        for (let at = 0; at < opened.length; at += AT_ONCE) {
          visits.push(
            ...(await evaluateIn(page)((some) => readerProbe.visitEach(some), opened.slice(at, at + AT_ONCE))),
          );
        }
        expect(visits).toHaveLength(payloads.length);
        expect(visits.filter(({ ran, reported }) => ran.length > 0 || reported > 0)).toEqual([]);
        expect(visits.filter(({ strange, strangeAround }) => strange.length + strangeAround.length > 0)).toEqual([]);
        expect(dialogs).toEqual([]);
        const asked = (await browser.networkEvents()).filter(({ target }) =>
          target.startsWith(`${browser.extensionOrigin}/reader`),
        );
        expect(asked).toEqual([]);
        expect(trap.asked.filter((url) => url.includes("elsewhere.example"))).toEqual([]);
      },
      TIMEOUT_MS,
    );

    test("what is planted past the sanitiser is seen, and stopped by what is left", async () => {
      const [first] = opened;
      if (first === undefined) throw new Error("No article is there");
      const found = await evaluateIn(page)(async (article) => {
        const [visit] = await readerProbe.visitEach([article]);
        const text = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
        const picture = text?.body.appendChild(text.createElement("img"));
        if (picture) picture.src = "http://elsewhere.example/planted";
        const blocked = new Promise<string>((resolve) => {
          text?.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective));
        });
        text?.defaultView?.alert("planted");
        return [visit?.ran, await blocked];
      }, first);
      expect(found).toEqual([["alert"], "img-src"]);
      expect(trap.asked.filter((url) => url.includes("planted"))).toEqual([]);
    });
  });
}
