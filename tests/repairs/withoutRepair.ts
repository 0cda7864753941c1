import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { build } from "vite";
import type { readFeed } from "../../lib/feed/read.ts";
import { type FeedCase, feedCases } from "../support/feedCases.ts";
import type { Repair } from "./repairs.ts";

export type Verdict =
  | { kind: "guarded"; repair: Repair; fails: string[] }
  /** The product reads every fixture as well without the repair. */
  | { kind: "unguarded"; repair: Repair }
  /** The text that the patch looks for is not in the file, or there more than once. */
  | { kind: "outdated"; repair: Repair; found: number };

/** Takes each repair out of the source in turn and reads the fixtures with what is left. There is no switch in the product. */
export async function guardOf(repairs: Repair[], onVerdict: (verdict: Verdict) => void): Promise<Verdict[]> {
  const cases = feedCases().map((each) => ({ ...each, bytes: each.bytes(), expected: each.expected() }));
  const verdicts: Verdict[] = [];
  for (const repair of repairs) {
    const verdict = await judge(repair, cases);
    onVerdict(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
}

type LoadedCase = Pick<FeedCase, "name" | "from" | "said" | "file"> & { bytes: Uint8Array; expected: unknown };

async function judge(repair: Repair, cases: LoadedCase[]): Promise<Verdict> {
  const source = readFileSync(fileOf(repair), "utf8");
  const found = source.split(repair.find).length - 1;
  if (found !== 1) return { kind: "outdated", repair, found };
  const fails = failuresOf(await readerWithout(repair), cases);
  return fails.length > 0 ? { kind: "guarded", repair, fails } : { kind: "unguarded", repair };
}

/** Large documents take their time: they are asked, one by one, where no small one has an answer. */
function failuresOf(read: typeof readFeed, cases: LoadedCase[]): string[] {
  const small = cases.filter((each) => each.file !== null && !passes(read, each));
  const large = small.length > 0 ? undefined : cases.find((each) => each.file === null && !passes(read, each));
  return [...small, ...(large ? [large] : [])].map((each) => each.name);
}

function passes(read: typeof readFeed, { bytes, from, said, expected }: LoadedCase): boolean {
  try {
    return isDeepStrictEqual(said(read(bytes, from)), expected);
  } catch {
    // The repair kept a parser's fault away: without it, the fixture fails by throwing.
    return false;
  }
}

/** `lib/feed` as one module in memory, bar the packages, with one repair taken out on the way. */
export async function readerWithout(repair: Repair): Promise<typeof readFeed> {
  const entry = fileURLToPath(new URL("../../lib/feed/read.ts", import.meta.url));
  const output = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, target: "esnext", lib: { entry, formats: ["es"] } },
    plugins: [
      {
        name: "without-repair",
        enforce: "pre",
        resolveId: (id) => (/^[@a-z]/i.test(id) ? { id: import.meta.resolve(id), external: "absolute" } : null),
        transform: (code, id) => (id === fileOf(repair) ? code.replace(repair.find, () => repair.replace) : null),
      },
    ],
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (bundle === undefined || !("output" in bundle)) throw new Error("the bundler watches instead of building");
  const url = `data:text/javascript;base64,${Buffer.from(bundle.output[0].code).toString("base64")}`;
  // The bundle's entry is lib/feed/read.ts, whose type this is.
  return ((await import(/* @vite-ignore */ url)) as { readFeed: typeof readFeed }).readFeed;
}

function fileOf(repair: Repair): string {
  return fileURLToPath(new URL(`../../lib/feed/${repair.file}`, import.meta.url));
}
