import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KINDS } from "../../../lib/view/codeTokens.ts";

const style = (name: string): string => readFileSync(join(import.meta.dirname, "../../../components", name), "utf8");
const tokens = style("tokens.css");

/** The colours that a theme gives its tokens, references followed. */
function coloursOf(theme: "light" | "dark" | "sepia"): Map<string, string> {
  const sepia = tokens.slice(tokens.indexOf('[data-theme="sepia"]'));
  const sources = [
    tokens.slice(0, tokens.indexOf("[data-theme")),
    ...(theme === "sepia" ? [sepia.split("}")[0] ?? ""] : []),
  ];
  const said = new Map<string, string>();
  for (const source of sources) {
    for (const [, name = "", value = ""] of source.matchAll(/(--[\w-]+):\s*([^;]+);/g)) said.set(name, value);
  }
  const resolve = (value: string): string => {
    const [, reference] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
    const [, light = "", dark = ""] = /^light-dark\((\S+), (\S+)\)$/.exec(value) ?? [];
    if (reference) return resolve(said.get(reference) ?? "");
    return light === "" ? value : theme === "dark" ? dark : light;
  };
  return new Map([...said].map(([name, value]) => [name, resolve(value)]));
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark", "sepia"] as const)("in %s", (theme) => {
  test.each(KINDS)("%s can be read on the ground of code: 4.5 to 1 at least", (kind) => {
    const colours = coloursOf(theme);
    expect(colours.get(`--code-${kind}`)).toMatch(/^#[\da-f]{6}$/);
    expect(contrast(colours.get(`--code-${kind}`) ?? "", colours.get("--sunken") ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});

test("every kind has a rule of its own", () => {
  const named = [...style("proseCode.css").matchAll(/::highlight\(code-(\w+)\) \{\s*color: var\(--code-(\w+)\)/g)];
  expect(named.map(([, kind]) => kind)).toEqual([...KINDS]);
  expect(named.map(([, , colour]) => colour)).toEqual([...KINDS]);
});
