import { expect, test } from "vitest";
import {
  aliasesOf,
  keepApart,
  merge,
  mute,
  pin,
  rename,
  separate,
  unmute,
  unpin,
  type Act,
} from "../../../lib/tags/choosing.ts";
import { pinnedTags } from "../../../lib/tags/pinnedTags.ts";
import { rootOf, type Choices } from "../../../lib/tags/mapTags.ts";

const after = (...acts: Act[]): Choices =>
  acts.reduce(
    (choices, act) => new Map([...choices, ...act(choices).map((row) => [row.tag, row] as const)]),
    new Map(),
  );

test("what is pinned later comes later, in the same millisecond too", () => {
  expect(pinnedTags(after(pin("b", 5), pin("a", 5), pin("c", 3), unpin("b")))).toEqual(["a", "c"]);
});

test("what was merged into a tag follows it into the next one: no chains", () => {
  const choices = after(merge("js", "ecmascript"), merge("ecmascript", "javascript"));
  expect(rootOf("js", choices)).toBe("javascript");
  expect(aliasesOf("javascript", choices)).toEqual(["js", "ecmascript"]);
});

test("a circle cannot be made", () => {
  const choices = after(merge("js", "javascript"), merge("javascript", "js"));
  expect(rootOf("js", choices)).toBe("javascript");
  expect(rootOf("javascript", choices)).toBe("javascript");
});

test("a pinned tag stays pinned in the one it is merged into, and is so itself when the two are taken apart", () => {
  const merged = after(pin("js", 1), merge("js", "javascript"));
  expect(pinnedTags(merged)).toEqual(["javascript"]);
  expect(pinnedTags(after(pin("js", 1), merge("js", "javascript"), separate("js")))).toContain("js");
});

test("a name is trimmed; an empty one and the tag itself are none", () => {
  expect(after(rename("js", "  Java   Script ")).get("js")).toEqual({ tag: "js", label: "Java Script" });
  expect(after(rename("js", "x"), rename("js", " ")).get("js")).toEqual({ tag: "js" });
  expect(after(rename("js", "js")).get("js")).toEqual({ tag: "js" });
});

test("acts leave what others said of the tag", () => {
  const choices = after(
    pin("a", 1),
    mute("a"),
    rename("a", "A"),
    keepApart("a", "as"),
    keepApart("a", "as"),
    unmute("a"),
  );
  expect(choices.get("a")).toEqual({ tag: "a", pinnedAt: 1, label: "A", notSameAs: ["as"] });
});
