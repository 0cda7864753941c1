// @vitest-environment jsdom
import "../../../components/moreIcons.ts";
import "../../support/englishMessages.ts";
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { SourceRow } from "../../../components/options/SourceRow.tsx";
import type { SourceActs } from "../../../lib/view/sourceActs.ts";
import type { Source } from "../../../lib/view/sources.ts";
import { byRole, namesOf } from "../../support/byRole.ts";
import { sourceOf } from "../../support/sourceRows.ts";

const well = sourceOf();
const ill: Source = { ...well, trouble: [{ key: "noAnswerYet", values: [] }], remedy: "tryNow" };

beforeEach(() => show(null));

test("when trying again helped, the row's own button takes the focus of the link that is gone", () => {
  show(ill);
  find(".err .link")?.focus();
  show(well);
  expect(document.activeElement).toBe(find(".a button"));
});

test("a source that gets well by itself takes no focus", () => {
  show(ill);
  show(well);
  expect(document.activeElement).toBe(document.body);
});

test("a source that its publisher has closed names no next check", () => {
  show({ ...well, nextCheckAt: null });
  expect(document.body.textContent).toContain("No further checks");
});

test("a paused source says so, and that nobody asks for it by themselves", () => {
  show({ ...well, isPaused: true });
  expect(find("h3")?.textContent).toBe("A sourcePaused");
  expect(document.body.textContent).toContain("Checked only when you ask");
});

test("its menu edits, pauses, moves and unfollows it; the home source comes with the extension", () => {
  show(well);
  press("More for A source");
  expect(itemsOf()).toEqual(["Edit", "Pause", "Move up", "Move down", "Copy address", "Check-up", "Unfollow"]);
  act(() => byRole("menuitem", "Unfollow").click());
  expect(done).toEqual(["unfollow home"]);
  show({ ...well, isHome: true, isPaused: true });
  press("More for A source");
  expect(itemsOf()).toEqual(["Edit", "Resume", "Move up", "Move down", "Copy address", "Check-up"]);
});

test("each of its buttons and commands has its drawing", () => {
  show(well);
  press("More for A source");
  const drawings = [...document.querySelectorAll(".feed svg path")].map((path) => path.getAttribute("d"));
  expect(drawings).toHaveLength(2 + itemsOf().length);
  expect(drawings).not.toContain(null);
});

test("what is edited is saved as it is changed, and Esc gives the focus back to the menu's button", () => {
  show(well);
  press("More for A source");
  act(() => byRole("menuitem", "Edit").click());
  const name = find(".sedit input") as HTMLInputElement; // checked: the selector says so
  expect(document.activeElement).toBe(name);
  name.value = "Another name";
  act(() => void name.dispatchEvent(new Event("change", { bubbles: true })));
  act(() => byRole("switch", "Paused").click());
  const pictures = byRole("combobox", "Pictures") as HTMLSelectElement; // checked: by its role
  pictures.selectedIndex = 1;
  act(() => void pictures.dispatchEvent(new Event("change", { bubbles: true })));
  act(() => byRole("switch", "From other hosts too").click());
  expect(done).toEqual(["rename Another name", "pause home", "pictures hero", "pictures of own hosts"]);
  act(() => void name.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  expect(find(".sedit")).toBeNull();
  expect(document.activeElement).toBe(byRole("button", "More for A source"));
});

test("what is being typed stays when the source changes meanwhile", () => {
  show(well);
  press("More for A source");
  act(() => byRole("menuitem", "Edit").click());
  const tags = document.querySelectorAll<HTMLInputElement>(".sedit input")[1];
  if (tags) tags.value = "news, scie";
  show({ ...well, title: "Another name" });
  expect(document.querySelectorAll<HTMLInputElement>(".sedit input")[1]?.value).toBe("news, scie");
});

let done: string[] = [];

const acts: SourceActs = {
  rename: async (_, title) => void done.push(`rename ${title}`),
  giveTags: async (_, typed) => void done.push(`tags ${typed}`),
  chooseInterval: async (_, ms) => void done.push(`interval ${ms}`),
  choosePictures: async (_, pictures) => void done.push(`pictures ${pictures}`),
  choosePictureHosts: async (_, hosts) => void done.push(`pictures of ${hosts} hosts`),
  pause: async ({ id }) => void done.push(`pause ${id}`),
  resume: async ({ id }) => void done.push(`resume ${id}`),
  move: async ({ id }, by) => void done.push(`move ${id} ${by}`),
  unfollow: async ({ id }) => void done.push(`unfollow ${id}`),
  unfollowed: signal(null),
  undo: async () => void done.push("undo"),
  letGo: async () => void done.push("let go"),
};

const press = (name: string) => act(() => byRole("button", name).click());
const itemsOf = () => namesOf("menuitem");

function show(source: Source | null): void {
  done = [];
  const given = { acts, now: 0, onTryNow: () => {}, onAllow: () => {}, say: () => {}, examine: () => () => {} };
  const place = { isFirst: false, isLast: false };
  const row = source && <SourceRow source={source} place={place} {...given} />;
  act(() => render(row, document.body));
}

function find(selector: string): HTMLElement | null {
  return document.querySelector(selector);
}
