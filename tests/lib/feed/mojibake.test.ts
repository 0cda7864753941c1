import { expect, test } from "vitest";
import { repairMojibake } from "../../../lib/feed/mojibake.ts";

const BROKEN: [broken: string, meant: string][] = [
  ["**Doha, Qatar** â€“ In a surprising shift", "**Doha, Qatar** – In a surprising shift"],
  ["itâ€™s", "it’s"],
  ["â€œquotedâ€\u009d", "“quoted”"],
  ["ðŸ˜€", "😀"],
  ["CafÃ©", "Café"],
  ["JosÃ© MarÃ­a", "José María"],
  ["10Â° and 20Â°", "10° and 20°"],
  ["Â«JosÃ©Â»", "«José»"],
  ["wait â€¦ and â€™, Â£5", "wait … and ’, £5"],
];

test.each(BROKEN)("%j is repaired", (broken, meant) => {
  expect(repairMojibake(broken)).toBe(meant);
});

const FINE = [
  "plain",
  "Café, naïve, Ærø, São Paulo, Zoë, ÀÉÎÕÜ",
  "« Voilà\u00A0»",
  "»Das Café…«",
  "déjà vu\u00A0: « passé…»",
  "Â£5 alone is not sure",
  "MÜNCHEN Ã© ß",
  "Ã",
  "â€",
  "日本語 Текст 😀",
  "São â Paulo ã€",
  // Bytes that are no UTF-8: a code written too long, half a surrogate pair, a code past the last.
  "à€\u0080",
  "í\u00A0€",
  "ô\u0090€€",
];

test.each(FINE)("%j is left alone, the same string", (text) => {
  expect(repairMojibake(text)).toBe(text);
});

test("repairing twice changes nothing more", () => {
  for (const [broken, meant] of BROKEN) expect(repairMojibake(repairMojibake(broken))).toBe(meant);
});

test("a text of nothing else is repaired in time", () => {
  expect(repairMojibake("Ã©x".repeat(300_000))).toBe("éx".repeat(300_000));
});
