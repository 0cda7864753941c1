import type { Download } from "../../lib/db/state.ts";
import type { Feed, StoredImage, Trouble } from "../../lib/model.ts";
import { evaluateIn } from "../support/reading.ts";
import { letTimePass, putRows, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";
import { inTurn, press, readTop, see, seeRows } from "./acts.ts";
import { openAfresh } from "./camera.ts";
import { NOW } from "./clockedBuild.ts";
import { shutGate } from "./gate.ts";
import { documentOf, home, others, type SampleArticle } from "./news.ts";
import { leadText } from "./leadText.ts";
import { chooseView, markAll, openRefresh, panel, state } from "./scenes.ts";
import { changeRows, deleteRow, haveRefreshed, refreshAll, type Stage } from "./stage.ts";

/** What goes wrong or takes its time. Each leaves the store as it found it; `serve` brings the news back. */
export async function shootStates(stage: Stage, serve: () => void): Promise<void> {
  await shootMarking(stage);
  await shootRefreshing(stage, serve);
  await shootFailures(stage, serve);
  await shootOffline(stage);
  await shootDownload(stage);
  await shootArrivals(stage);
  await shootHeavy(stage);
  await shootFullDisk(stage);
}

async function shootMarking({ camera, browser, desk }: Stage): Promise<void> {
  await camera.shoot(state({ name: "toast", act: markAll }));
  await camera.shoot(state({ name: "empty-unread", act: inTurn(chooseView(1), see(".empty")) }));
  const page = await openAfresh(browser, desk, "sidepanel.html");
  await inTurn(seeRows, press("z"))(page);
  const unread = () => evaluateIn(page)(() => document.querySelectorAll(".row:not(.read)").length);
  await waitUntil(async () => (await unread()) > 1, { what: "the unread articles" });
  await page.close();
}

async function shootRefreshing({ camera, server, evaluate }: Stage, serve: () => void): Promise<void> {
  const gate = shutGate();
  for (const { path } of others.slice(1)) server.serve(path, () => gate.opened.then(() => ({ status: 304 })));
  await letTimePass(evaluate);
  const isHalf = async () => (await rowsOf<Feed>(evaluate, "feeds")).filter(({ lease }) => lease !== null).length === 2;
  const refresh = inTurn(seeRows, press("R"), () =>
    waitUntil(isHalf, { what: "half of the answers" }).then(() => undefined),
  );
  await camera.shoot(state({ name: "refreshing", act: inTurn(refresh, see(".ring")) }));
  await camera.shoot(state({ name: "refresh-details", act: openRefresh }));
  gate.open();
  serve();
  await settle(evaluate);
}

async function shootFailures({ camera, server, evaluate }: Stage, serve: () => void): Promise<void> {
  for (const { path } of others.slice(2)) server.serve(path, { status: 503 });
  await refreshAll(evaluate);
  await camera.shoot(state({ name: "failed-one", act: inTurn(seeRows, see(".notice")) }));
  for (const { path } of [home, ...others]) server.serve(path, { status: 503 });
  await refreshAll(evaluate);
  await camera.shoot(state({ name: "failed-all", act: inTurn(seeRows, see(".notice")) }));
  serve();
  await settle(evaluate);
}

async function shootOffline({ camera, evaluate }: Stage): Promise<void> {
  await changeRows<Feed>(evaluate, "feeds", { trouble: OFFLINE });
  await camera.shoot(state({ name: "offline", act: inTurn(seeRows, see(".notice")) }));
  await camera.shoot(state({ name: "offline-dark", theme: "dark", act: inTurn(seeRows, see(".notice")) }));
  await changeRows<Feed>(evaluate, "feeds", { trouble: null });
}

async function shootDownload({ camera, evaluate }: Stage): Promise<void> {
  const lookAt = async (name: string, change: Partial<Download>) => {
    const download: Download = { askedAt: NOW, after: null, articles: 9, total: null, end: null };
    await putRows(evaluate, "state", [{ key: "download", value: { ...download, ...change } }]);
    await camera.shoot(state({ name, act: inTurn(seeRows, see(".notice.calm")) }));
  };
  await lookAt("download-preparing", {});
  await putRows(evaluate, "images", waiting);
  await lookAt("download-running", { total: 48 });
  await lookAt("download-left", { total: 48, end: { isRoomUsedUp: false, left: 3 } });
  await lookAt("download-no-room", { total: 48, end: { isRoomUsedUp: true, left: 15 } });
  await lookAt("download-done", { total: 48, end: { isRoomUsedUp: false, left: 0 } });
  await deleteRow(evaluate, "state", "download");
  for (const { url } of waiting) await deleteRow(evaluate, "images", url);
}

const waiting = Array.from({ length: 15 }, (_, number): StoredImage => {
  const url = `https://pictures.example/${number}.png`;
  return { url, feedId: "", wanted: 1, tries: 0, full: null, thumb: null, width: 0, height: 0 };
});

async function shootArrivals({ camera, server, evaluate }: Stage): Promise<void> {
  server.serve(home.path, documentOf(server, { ...home, articles: [...arriving, ...home.articles] }));
  const arrive = () => refreshAll(evaluate);
  await camera.shoot(state({ name: "new-articles", act: inTurn(seeRows, arrive, see(".pill")) }));
}

const ARRIVING = [
  "Ferries Sail at Night Again for the Harvest",
  "Orchard Keepers Graft a Pear From a Pressed Twig",
  "A Quarry Fills With Rain and Becomes a Concert Hall",
];
const arriving: SampleArticle[] = ARRIVING.map((title) => ({ title, summary: "", tag: "World", when: 1, flags: [] }));

/** So much of it that a page would hang: its words alone are shown. */
async function shootHeavy({ camera, server, evaluate }: Stage): Promise<void> {
  const html = `<p>${leadText}</p>${"<div>".repeat(300)}`;
  const title = "A Museum of Boxes Inside Boxes";
  const heavy: SampleArticle = { title, summary: "", tag: "Culture", when: 0, html, flags: [] };
  server.serve(home.path, documentOf(server, { ...home, articles: [heavy, ...arriving, ...home.articles] }));
  await refreshAll(evaluate);
  await camera.shoot(panel({ name: "reader-plain-light", height: 700, act: inTurn(seeRows, readTop) }));
}

async function shootFullDisk({ camera, evaluate }: Stage): Promise<void> {
  await putRows(evaluate, "state", [{ key: "storageFull", value: { at: NOW } }]);
  await camera.shoot(state({ name: "storage-full", act: inTurn(seeRows, see(".notice")) }));
}

/** Nothing could ever be fetched. */
export async function shootNothing({ camera, evaluate }: Stage): Promise<void> {
  await waitUntil(async () => (await rowsOf<Feed>(evaluate, "feeds"))[0]?.trouble, { what: "the failure" });
  await camera.shoot(state({ name: "empty-failed", act: see(".empty") }));
  await changeRows<Feed>(evaluate, "feeds", { trouble: OFFLINE });
  await camera.shoot(state({ name: "empty-offline", act: see(".empty") }));
}

const OFFLINE: Trouble = { kind: "offline", at: NOW };

async function settle(evaluate: Stage["evaluate"]): Promise<void> {
  await refreshAll(evaluate);
  await haveRefreshed(evaluate);
}
