// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ListHeader } from "../../components/ListHeader.tsx";
import type { Db } from "../../lib/db/schema.ts";
import { DEFAULTS, type Appearance } from "../../lib/settings.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { byRole, namesOf } from "../support/byRole.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader } from "../support/readers.ts";
import { addFeed, makeDb, makeDraft, store } from "../support/rows.ts";

withoutLayout();

let db: Db;
let reader: Reader;

beforeEach(async () => {
  db = makeDb();
  const appearance = signal<Appearance>(DEFAULTS);
  const changeAppearance = async (change: Partial<Appearance>) =>
    void (appearance.value = { ...appearance.peek(), ...change });
  reader = await makeReader(db, 3, { appearance, changeAppearance });
});
afterEach(() => render(null, document.body));

async function draw(form: "panel" | "tab"): Promise<void> {
  await act(() => render(<ListHeader reader={reader} form={form} />, document.body));
  await vi.waitFor(() => byRole("button", "More"));
}

const choose = async (role: string, name: string) => {
  await act(() => byRole("button", "More").click());
  await act(() => byRole(role, name).click());
};

test("the panel's menu marks all that the list shows as read", async () => {
  await draw("panel");
  await choose("menuitem", "Mark all read");
  await vi.waitFor(() => expect(reader.justDone.value).toEqual({ kind: "marked", count: 3 }));
});

test("the tab has a button for that, and in the menu what its rows look like", async () => {
  await draw("tab");
  expect(namesOf("button")).toContain("Mark all read");
  await act(() => byRole("button", "More").click());
  expect(namesOf("menuitemcheckbox")).toEqual(["Compact list", "Mark as read while scrolling"]);
  expect(namesOf("menuitem")).toEqual(["Download everything unread", "Keyboard shortcuts"]);
});

test("the menu opens the sheet of all shortcuts", async () => {
  await draw("panel");
  await choose("menuitem", "Keyboard shortcuts");
  expect(reader.areKeysShown.value).toBe(true);
});

test("compact rows are chosen and given up in the menu, which says which it is", async () => {
  await draw("panel");
  await choose("menuitemcheckbox", "Compact list");
  expect(reader.appearance.value.density).toBe("compact");
  await act(() => byRole("button", "More").click());
  expect(byRole("menuitemcheckbox", "Compact list").getAttribute("aria-checked")).toBe("true");
  await act(() => byRole("menuitemcheckbox", "Compact list").click());
  expect(reader.appearance.value.density).toBe("comfortable");
});

test("sources are chosen by name, with what is unread, the home source first", async () => {
  for (const id of ["zebra", "alpha"]) await addFeed(db, id);
  await store(db, { insert: [makeDraft({ title: "x", feedId: "zebra", keys: ["zebra g:x"] })] }, "zebra");
  await draw("panel");
  const select = () => byRole("combobox", "Choose a source") as HTMLSelectElement; // checked: that is what its role is of
  await vi.waitFor(() =>
    expect([...select().options].map((option) => option.text)).toEqual([
      "All sources",
      "home (3)",
      "alpha",
      "zebra (1)",
    ]),
  );
  select().value = "zebra";
  await act(() => void select().dispatchEvent(new Event("change", { bubbles: true })));
  expect(reader.filter.value.feedId).toBe("zebra");
  expect(document.querySelector("h1")?.textContent).toContain("zebra");
});

test("the unread that it counts are those of the tag or source that is shown", async () => {
  await store(db, { insert: [makeDraft({ title: "y", tags: ["science"] })] });
  await draw("panel");
  await vi.waitFor(() => expect(document.body.textContent).toContain("4 unread"));
  await act(() => reader.show({ tag: "science" }));
  expect(document.body.textContent).toContain("1 unread");
});
