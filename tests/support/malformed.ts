import * as z from "zod/mini";
import type { Message } from "../../lib/messages.ts";

/** What the background may be asked, said once more: the product checks it by hand, since zod would not fit into its script. */
const legal = z.strictObject({
  kind: z.literal("refreshNow"),
  which: z.union([
    z.literal(["all", "due"]),
    z.strictObject({ feedId: z.string() }),
    z.strictObject({ olderOf: z.string() }),
  ]),
});

export const isLegal = (message: unknown): message is Message => legal.safeParse(message).success;

/** Messages as JSON that no page of ours sends: noise, and legal ones with something wrong. */
export function malformedMessages(count: number, random: () => number): string[] {
  const found: string[] = [];
  while (found.length < count) {
    const made = random() < 0.4 ? noise(random, 3) : damaged(random);
    const json = JSON.stringify(made);
    if (!isLegal(JSON.parse(json))) found.push(json);
  }
  return found;
}

const WORDS = [
  ...["refreshNow", "RefreshNow", "refreshNow ", "refreshDue", "eraseAll", "all", "due", "ALL", "", "home", "feedId"],
  ...["olderOf", "kind", "which", "__proto__", "constructor", "prototype", "toString", "then", "length", "\u0000"],
  ...["javascript:alert(1)", "https://a.feeds.test/", "../../etc/passwd", "'; DROP TABLE feeds; --", "a".repeat(5_000)],
];
const PLAIN = [null, true, false, 0, -1, 1e308, 0.5, [], {}];

function noise(random: () => number, levels: number): unknown {
  const kind = random();
  if (levels === 0 || kind < 0.3) return random() < 0.5 ? pick(PLAIN, random) : pick(WORDS, random);
  const parts = Array.from({ length: Math.floor(random() * 5) }, () => noise(random, levels - 1));
  return kind < 0.6 ? parts : objectOf(parts.map((part) => [pick(WORDS, random), part]));
}

/** Own fields, whatever they are called: assigning to `__proto__` would set something else. */
function objectOf(entries: [string, unknown][]): unknown {
  return Object.fromEntries(entries);
}

function damaged(random: () => number): unknown {
  const which = pick<unknown>(["all", "due", { feedId: "home" }, { olderOf: "home" }], random);
  const other = () => noise(random, 2);
  const damages = [
    () => objectOf([["kind", "refreshNow"]]),
    () => objectOf([["which", which]]),
    () => ({ kind: other(), which }),
    () => ({ kind: "refreshNow", which: other() }),
    () => [{ kind: "refreshNow", which }],
    () => ({ kind: ["refreshNow"], which }),
    () => ({ kind: "refreshNow", which: [which] }),
    () => ({ kind: "refreshNow", which: { which } }),
    () => ({ message: { kind: "refreshNow", which } }),
    () =>
      objectOf([
        ["kind", "refreshNow"],
        ["which", which],
        [pick(WORDS, random), other()],
      ]),
    () => ({ kind: "refreshNow", which: { feedId: other() } }),
    () => ({ kind: "refreshNow", which: { olderOf: other() } }),
    () => ({ kind: "refreshNow", which: { feedId: "home", olderOf: "home" } }),
    () => ({
      kind: "refreshNow",
      which: objectOf([
        ["feedId", "home"],
        [pick(WORDS, random), other()],
      ]),
    }),
    () => JSON.stringify({ kind: "refreshNow", which }),
  ];
  return pick(damages, random)();
}

function pick<T>(choices: readonly T[], random: () => number): T {
  const [first] = choices;
  const picked = choices[Math.floor(random() * choices.length)] ?? first;
  if (picked === undefined) throw new Error("There is nothing to pick from");
  return picked;
}
