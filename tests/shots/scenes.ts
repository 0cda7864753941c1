import { inTurn, point, press, readFirst, readOn, see, seeRows, type } from "./acts.ts";
import type { Scene } from "./camera.ts";

const THEMES = ["light", "dark", "sepia"] as const;
const PANEL = "sidepanel.html";
const TAB = "reader.html";

/** The sample news as they lie in the list, and what can be looked at without changing anything. */
export const lists: Scene[] = [
  ...THEMES.map((theme) => panel({ name: `list-400-${theme}`, theme, act: pointAtThird() })),
  panel({ name: "list-320-light", width: 320, height: 700, act: pointAtThird() }),
  panel({ name: "list-600-light", width: 600, act: pointAtThird() }),
  panel({ name: "list-400-rtl", height: 700, scale: 1.5, isRtl: true, act: pointAtThird() }),
  state({ name: "search-results", act: inTurn(seeRows, search("winter"), see(".found .row")) }),
  state({ name: "search-none", act: inTurn(seeRows, search("glacier bridge"), see(".found .empty")) }),
  {
    name: "options-light",
    page: "options.html",
    width: 1100,
    height: 900,
    scale: 1,
    isWhole: true,
    act: see("#sources li"),
  },
  {
    name: "options-dark",
    page: "options.html",
    width: 1100,
    height: 900,
    scale: 1,
    isWhole: true,
    theme: "dark",
    act: see("#sources li"),
  },
  {
    name: "options-400-light",
    page: "options.html",
    width: 400,
    height: 900,
    scale: 1,
    isWhole: true,
    act: see("#sources li"),
  },
];

export const readers: Scene[] = [
  ...THEMES.map((theme) => panel({ name: `reader-400-${theme}`, theme, act: readFirst })),
  panel({ name: "reader-320-light", width: 320, height: 700, act: readFirst }),
  panel({ name: "reader-600-sepia", width: 600, scale: 1.5, theme: "sepia", act: inTurn(readFirst, readOn(0.15)) }),
  panel({ name: "reader-400-middle-light", act: inTurn(readFirst, readOn(0.5)) }),
  panel({ name: "reader-400-end-light", act: inTurn(readFirst, readOn(1)) }),
  panel({ name: "reader-400-rtl", height: 700, scale: 1.5, isRtl: true, act: readFirst }),
  panel({ name: "reader-aa-dark", height: 700, theme: "dark", act: inTurn(readFirst, press("a"), see(".pop")) }),
  ...THEMES.map((theme): Scene => ({
    name: `tab-1280-${theme}`,
    page: TAB,
    width: 1280,
    height: 800,
    scale: 1.5,
    theme,
    act: readFirst,
  })),
  { name: "tab-1280-rtl", page: TAB, width: 1280, height: 800, scale: 1.5, isRtl: true, act: readFirst },
];

/** Nobody has starred or saved anything yet. */
export const unflagged: Scene[] = [
  state({ name: "empty-starred", act: inTurn(seeRows, press("g", "s"), see(".empty")) }),
  state({ name: "empty-later", act: inTurn(seeRows, press("g", "l"), see(".empty")) }),
];

/** In the panel, 400 by 900 unless it says otherwise. */
export function panel(scene: Pick<Scene, "name" | "act"> & Partial<Scene>): Scene {
  return { page: PANEL, width: 400, height: 900, ...scene };
}

/** In a panel so small that many states stand on one board. */
export function state(scene: Pick<Scene, "name" | "act"> & Partial<Scene>): Scene {
  return panel({ width: 360, height: 420, ...scene });
}

function pointAtThird() {
  return inTurn(seeRows, point(".row:nth-child(4)"));
}

function search(words: string) {
  return inTurn(press("/"), see(".searchbar input:focus"), type(words));
}

export const markAll = inTurn(seeRows, press("g", "u"), seeRows, press("A"), see(".toast"));
