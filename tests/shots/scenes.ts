import {
  click,
  inTurn,
  mirror,
  openNote,
  point,
  press,
  readFirst,
  readOn,
  see,
  seeRows,
  type,
  type Act,
} from "./acts.ts";
import type { Scene } from "./camera.ts";

type Named = Pick<Scene, "name" | "act"> & Partial<Scene>;

const THEMES = ["light", "dark", "sepia"] as const;

const pointAtThird = inTurn(seeRows, point(".row:nth-child(4)"));
const openTags = inTurn(seeRows, press("g", "t"), see(".tagrow"));
const openPicture = inTurn(see('.hero img[role="button"]'), click('.hero img[role="button"]'), see(".viewer[open]"));
const secondMenu = ".feed:nth-of-type(2) [aria-haspopup=menu]";
const editSecond = inTurn(see(secondMenu), click(secondMenu), see(".menu"), click(".menu button"), see(".sedit"));
const openKeys = inTurn(seeRows, press("?"), see(".keysheet"));

/** The sample news as they lie in the list, and what can be looked at without changing anything. */
export const lists: Scene[] = [
  ...THEMES.map((theme) => panel({ name: `list-400-${theme}`, theme, act: pointAtThird })),
  panel({ name: "list-320-light", width: 320, height: 700, act: pointAtThird }),
  panel({ name: "list-600-light", width: 600, act: pointAtThird }),
  panel({ name: "list-400-rtl", height: 700, scale: 1.5, act: inTurn(seeRows, mirror, pointAtThird) }),
  panel({ name: "list-400-compact-light", density: "compact", act: pointAtThird }),
  panel({ name: "list-menu-light", height: 700, act: inTurn(seeRows, openMenu(".lhead")) }),
  state({ name: "search-results", act: inTurn(seeRows, search("winter"), see(".found .row")) }),
  state({ name: "search-none", act: inTurn(seeRows, search("glacier bridge"), see(".found .empty")) }),
  panel({ name: "tags-400-light", act: openTags }),
  panel({ name: "tags-240-dark", width: 240, height: 700, theme: "dark", act: openTags }),
  tab({ name: "tags-1280-sepia", theme: "sepia", act: openTags }),
  panel({ name: "keys-400-light", act: openKeys }),
  tab({ name: "keys-1280-dark", theme: "dark", act: openKeys }),
  options({ name: "options-light" }),
  options({ name: "options-dark", theme: "dark" }),
  options({ name: "options-400-light", width: 400 }),
  options({ name: "source-editor-light", act: editSecond }),
  options({
    name: "source-editor-400-sepia",
    width: 400,
    height: 900,
    isWhole: false,
    theme: "sepia",
    act: editSecond,
  }),
];

export const readers: Scene[] = [
  ...THEMES.map((theme) => panel({ name: `reader-400-${theme}`, theme, act: readFirst })),
  panel({ name: "reader-320-light", width: 320, height: 700, act: readFirst }),
  panel({ name: "reader-600-sepia", width: 600, scale: 1.5, theme: "sepia", act: inTurn(readFirst, readOn(0.15)) }),
  panel({ name: "reader-400-middle-light", act: inTurn(readFirst, readOn(0.5)) }),
  panel({ name: "reader-400-end-light", act: inTurn(readFirst, readOn(1)) }),
  panel({ name: "reader-400-rtl", height: 700, scale: 1.5, act: inTurn(seeRows, mirror, readFirst) }),
  panel({ name: "reader-aa-dark", height: 700, theme: "dark", act: inTurn(readFirst, press("a"), see(".pop")) }),
  panel({ name: "reader-menu-light", height: 700, act: inTurn(readFirst, openMenu(".rbar")) }),
  panel({ name: "reader-find-light", height: 700, act: inTurn(readFirst, find("night")) }),
  panel({ name: "reader-note-sepia", height: 700, theme: "sepia", act: inTurn(readFirst, openNote) }),
  panel({ name: "viewer-400-light", height: 700, act: inTurn(readFirst, openPicture) }),
  tab({ name: "viewer-1280-dark", theme: "dark", act: inTurn(readFirst, openPicture) }),
  ...THEMES.map((theme) => tab({ name: `tab-1280-${theme}`, theme, act: readFirst })),
  tab({ name: "tab-1280-rtl", act: inTurn(seeRows, mirror, readFirst) }),
];

/** Nobody has starred or saved anything yet. */
export const unflagged: Scene[] = [
  state({ name: "empty-starred", act: inTurn(seeRows, chooseView(3), see(".empty")) }),
  state({ name: "empty-later", act: inTurn(seeRows, chooseView(4), see(".empty")) }),
];

/** In the panel, 400 by 900 unless it says otherwise. */
export function panel(scene: Named): Scene {
  return { page: "sidepanel.html", width: 400, height: 900, ...scene };
}

/** In a panel so small that many states stand on one board. */
export function state(scene: Named): Scene {
  return panel({ width: 360, height: 420, ...scene });
}

export function tab(scene: Named): Scene {
  return { page: "reader.html", width: 1280, height: 800, scale: 1.5, ...scene };
}

function options(scene: Named): Scene {
  const act = see("#sources li");
  return { page: "options.html", width: 1100, height: 900, scale: 1, isWhole: true, act, ...scene };
}

function search(words: string): Act {
  return inTurn(press("/"), see(".searchbar input:focus"), type(words));
}

function find(words: string): Act {
  return inTurn(press("/"), see(".findbar input:focus"), type(words));
}

function openMenu(bar: string): Act {
  return inTurn(see(`${bar} [aria-haspopup=menu]`), click(`${bar} [aria-haspopup=menu]`), see("[role=menu]"));
}

/** Unread, All, Starred, Later: from 1. */
export function chooseView(position: number): Act {
  return inTurn(see(".tabs a"), click(`.tabs :nth-child(${position} of a)`));
}

export const markAll = inTurn(
  seeRows,
  chooseView(1),
  see(".tabs a:first-of-type[aria-current]"),
  press("A"),
  see(".toast"),
);
export const openRefresh = inTurn(see(".lhead .ring"), click(".lhead button:has(.ring)"), see(".sync"));
