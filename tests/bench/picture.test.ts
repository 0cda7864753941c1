// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { JudgedGate } from "./gate.ts";
import { pictureOf } from "./picture.ts";

const gate = (fields: Partial<JudgedGate>): JudgedGate => ({
  name: "popup beside a static page",
  value: 1,
  unit: "×",
  limit: { atMost: 1.25 },
  control: 1,
  samples: null,
  verdict: "passed",
  ...fields,
});

function draw(...gates: JudgedGate[]): Document {
  const svg = pictureOf({ title: "Pages", note: "1 passed", gates });
  return new DOMParser().parseFromString(svg, "image/svg+xml");
}

const textsOf = (picture: Document): string[] => [...picture.querySelectorAll("text")].map((text) => text.textContent);
const bars = (picture: Document): number[] =>
  [...picture.querySelectorAll("g rect:nth-of-type(2)")].map((bar) => Number(bar.getAttribute("width")));

describe("the picture of gates", () => {
  test("is well-formed whatever the names hold, and needs nothing from elsewhere", () => {
    const picture = draw(gate({ name: `"rows" < 20 & more` }));
    expect(picture.querySelector("parsererror")).toBeNull();
    expect(picture.documentElement.namespaceURI).toBe("http://www.w3.org/2000/svg");
    expect(textsOf(picture)).toContain(`"rows" < 20 & more`);
    expect(picture.querySelectorAll("image, use, script, [href]")).toHaveLength(0);
  });

  test("draws each bar as long as its share of the limit, whichever way the limit bounds", () => {
    const [half, full, fast] = bars(
      draw(gate({ value: 0.625 }), gate({ value: 1.25 }), gate({ value: 50, unit: "MB/s", limit: { atLeast: 25 } })),
    );
    expect(half).toBe((full ?? 0) / 2);
    expect(fast).toBe(half);
  });

  test("says in words what failed and what is unclear", () => {
    const texts = textsOf(draw(gate({ value: 9, verdict: "failed" }), gate({ verdict: "inconclusive" })));
    expect(texts).toEqual(expect.arrayContaining(["≤ 1.25 ×, failed", "≤ 1.25 ×, unclear"]));
  });

  test("holds what could not be measured and what nothing is allowed of", () => {
    const picture = draw(gate({ value: NaN, verdict: "failed" }), gate({ value: 3, limit: { atMost: 0 }, unit: "" }));
    expect(bars(picture).every((width) => width > 0 && width < 400)).toBe(true);
  });

  test("leaves out what has no limit", () => {
    expect(bars(draw(gate({ limit: null })))).toEqual([]);
  });
});
