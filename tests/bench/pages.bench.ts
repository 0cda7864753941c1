/** `npm run bench -- --only pages`: how soon and how smoothly the built extension's pages show 100,000 articles. */
import { rmSync } from "node:fs";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { buildExtension, copyExtension } from "./benchExtension.ts";
import type { Gate } from "./gate.ts";
import { measureOpening, measureSwitching } from "./pageActs.ts";
import { measureMarking } from "./marking.ts";
import { meanCpuMs, type Surface, timePaint, wallMsOf } from "./paintTimes.ts";
import { ratioGate } from "./gate.ts";
import { measureScrolling } from "./scrolling.ts";
import { measureWholeList } from "./wholeList.ts";
import { copyProfile, seedProfile, type Size } from "./seedProfile.ts";
import { type StaticPages, writeStaticPages } from "./staticPages.ts";
import { benchOf } from "./trial.ts";
import { takeTurns } from "./turns.ts";

export const pages = benchOf<World>({
  name: "pages",
  title: "The pages at 100,000 articles",
  open: openWorld,
  trials: {
    popup: async (world) => [...(await besideStill(world, POPUP)), ...(await growth(world, POPUP))],
    panel: async (world) => [...(await besideStill(world, PANEL)), ...(await growth(world, PANEL))],
    switch: async ({ large }) => measureSwitching(await freshPanel(large)),
    open: async ({ large }) => measureOpening(await freshPanel(large)),
    scroll: async ({ large, still }) => {
      const panel = await freshPanel(large);
      return measureScrolling(panel, { ...panel, path: still.list });
    },
    heap: async ({ large }) => measureWholeList(await freshPanel(large), LARGE),
    marking: async ({ large }) => measureMarking(await freshPanel(large)),
  },
  close: async ({ small, large, profiles }) => {
    for (const browser of [small, large]) await browser.close();
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },
});

type World = { small: TestBrowser; large: TestBrowser; still: StaticPages; profiles: string[] };

/** Two browsers at once, so that samples of both can take turns. */
async function openWorld(): Promise<World> {
  const buildDir = await buildExtension();
  const extensionDir = copyExtension(buildDir, { name: "pages" });
  const profiles: string[] = [];
  const open = async (size: Size): Promise<TestBrowser> => {
    const profileDir = copyProfile(await seedProfile(buildDir, size));
    profiles.push(profileDir);
    const browser = await openBrowser({ kind: "chromium", extensionDir, profileDir });
    // Keeps the extension's process alive: a sample holds none of its start.
    await browser.openPage("manifest.json");
    return browser;
  };
  const small = await open(SMALL);
  const large = await open(LARGE);
  return { small, large, still: await writeStaticPages(large, extensionDir), profiles };
}

type PagePlan = {
  name: string;
  shown: string;
  surface: Omit<Surface, "browser">;
  /**
   * The page without a script beside which it is measured, and what stands in it. It is the settled page, so it paints
   * a little more than ours does at first: pictures, the rows' hidden buttons, and chips and sources out of sight.
   */
  still: { page: keyof StaticPages; name: string; rows: Surface["rows"] };
  timesStill: number;
  timesSmall: number;
};

async function besideStill({ large, still }: World, plan: PagePlan): Promise<Gate[]> {
  const ours = { ...plan.surface, browser: large };
  const base = { ...ours, path: still[plan.still.page], rows: plan.still.rows };
  return [
    await gateOf(`${plan.name}: ${plan.shown}, beside ${plan.still.name}`, { ours, base, atMost: plan.timesStill }),
  ];
}

async function growth({ small, large }: World, plan: PagePlan): Promise<Gate[]> {
  const ours = { ...plan.surface, browser: large };
  const base = { ...plan.surface, browser: small };
  return [
    await gateOf(`${plan.name}: ${plan.shown}, beside the same at 1,000`, { ours, base, atMost: plan.timesSmall }),
  ];
}

type Pair = { ours: Surface; base: Surface; atMost: number };

async function gateOf(name: string, { ours, base, atMost }: Pair): Promise<Gate> {
  const turns = { base: () => timePaint(base), ours: () => timePaint(ours), again: () => timePaint(base) };
  const paints = await takeTurns(turns, { rounds: ROUNDS, warmUp: WARM_UP });
  return ratioGate({
    name,
    atMost,
    ours: wallMsOf(paints.ours),
    base: wallMsOf(paints.base),
    again: wallMsOf(paints.again),
    cpuMs: { ours: meanCpuMs(paints.ours), base: meanCpuMs(paints.base) },
  });
}

/** Not where another trial left it. */
async function freshPanel(browser: TestBrowser): Promise<Surface> {
  await browser.evaluateInBackground(() => chrome.storage.session.clear());
  return { ...PANEL.surface, browser };
}

const SMALL = 1_000;
const LARGE = 100_000;
const ROUNDS = 15;
const WARM_UP = 2;

const POPUP: PagePlan = {
  name: "popup",
  shown: "20 headlines painted",
  surface: {
    path: "popup.html",
    viewport: { width: 400, height: 600 },
    rows: { selector: "[data-article]", count: 20 },
  },
  still: { page: "popup", name: "the same page without a script", rows: { selector: "[data-article]", count: 20 } },
  timesStill: 1.25,
  timesSmall: 1.15,
};

const PANEL: PagePlan = {
  name: "panel",
  shown: "first rows painted",
  surface: {
    path: "sidepanel.html",
    viewport: { width: 400, height: 900 },
    rows: { selector: "[data-article]", count: 8 },
  },
  still: { page: "emptyPanel", name: "an empty one without a script", rows: { selector: ".scroll", count: 1 } },
  timesStill: 1.6,
  timesSmall: 1.2,
};
