// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Toast } from "../../components/Toast.tsx";

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => render(null, document.body));

test("focus goes back to where it was when the toast goes with it", () => {
  const { show, find } = page();
  find("before").focus();
  show("toast");
  find("toast").querySelector("button")?.focus();
  find("toast").querySelector<HTMLElement>(".ib")?.focus();
  show("nothing");
  expect(document.activeElement).toBe(find("before"));
});

test("focus goes to the list when the place it came from is gone", () => {
  const { show, find } = page();
  find("before").focus();
  show("toast");
  find("toast").querySelector("button")?.focus();
  find("before").remove();
  show("nothing");
  expect(document.activeElement).toBe(find("list"));
});

test("focus elsewhere stays there when the toast goes", () => {
  const { show, find } = page();
  show("toast");
  find("before").focus();
  show("nothing");
  expect(document.activeElement).toBe(find("before"));
});

function page() {
  const before = Object.assign(document.createElement("button"), { id: "before" });
  const list = Object.assign(document.createElement("div"), { id: "list", tabIndex: -1 });
  const place = Object.assign(document.createElement("div"), { id: "toast" });
  document.body.append(before, list, place);
  const toast = <Toast text="8 marked read" home={() => list} onUndo={() => {}} onClose={() => {}} />;
  return {
    show: (what: "toast" | "nothing") => act(() => render(what === "toast" ? toast : null, place)),
    find: (id: string) => document.getElementById(id) ?? before,
  };
}
