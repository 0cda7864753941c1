import { expect, test } from "vitest";
import { hashText } from "../../../lib/feed/hash.ts";

test("a hash is 32 hex digits and always the same ones: stored rows depend on it", () => {
  expect(hashText("")).toMatch(/^[0-9a-f]{32}$/);
  expect(hashText("Foldline")).toBe("bcccf91e111520ebcfecccf282f86786");
});

test("90,000 texts that differ little have 90,000 hashes, and so have their halves", () => {
  const whole = new Set<string>();
  const halves = new Set<string>();
  for (let i = 0; i < 30_000; i++) {
    for (const text of [`https://x.example/${i}`, String(i), `${"a".repeat(i % 50)}|${i}`]) {
      const hash = hashText(text);
      whole.add(hash);
      halves.add(hash.slice(0, 16));
    }
  }
  expect(whole.size).toBe(90_000);
  expect(halves.size).toBe(90_000);
});

test("one changed bit changes about half of all bits", () => {
  const bits = (hash: string) => BigInt(`0x${hash}`);
  let changed = 0;
  for (let i = 0; i < 1_000; i++) {
    const difference = bits(hashText(`text ${i * 2}`)) ^ bits(hashText(`text ${i * 2 + 1}`));
    changed += difference.toString(2).replaceAll("0", "").length;
  }
  expect(changed / 1_000).toBeGreaterThan(60);
  expect(changed / 1_000).toBeLessThan(68);
});
