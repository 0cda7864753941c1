import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "./fields.ts";

/** One document of the corpus and what it must be read as. The corpus is others' work and stays where it lies. */
export type Case = {
  file: string;
  group: string;
  bytes: Uint8Array;
  from: Source;
  assertions: Assertion[];
  /** The label that an encoding case without assertions asks for. */
  label: string | null;
};

export type Assertion = {
  scope: string;
  path: (string | number)[];
  kind: "text" | "html" | "url" | "date" | "author" | "int";
  expected: unknown;
};

/** The cases in the folder that FOLDLINE_CORPUS names; null where there is none. */
export function readCorpus(folder: string | undefined): Case[] | null {
  const home = join(folder ?? "", "feedparser");
  if (!folder || !existsSync(join(home, "cases.json"))) return null;
  // The shape is the corpus README's; a case that breaks it fails as a wrong answer does.
  const cases = JSON.parse(readFileSync(join(home, "cases.json"), "utf8")) as RawCase[];
  return cases.map((raw) => ({
    file: raw.file,
    group: raw.group,
    bytes: new Uint8Array(readFileSync(join(home, raw.file))),
    from: { url: baseOf(raw), contentType: raw.headers?.["content-type"] ?? null },
    assertions: raw.assertions ?? [],
    label: /encoding == '([^']+)'/.exec(raw.expect ?? "")?.[1]?.toLowerCase() ?? null,
  }));
}

type RawCase = {
  file: string;
  group: string;
  headers?: Record<string, string>;
  url?: string;
  expect?: string;
  assertions?: Assertion[];
};

/** The address that relative ones refer to. Some cases name it as the servers of their time did, in Content-Location. */
function baseOf({ url = "http://corpus.example/feed.xml", headers }: RawCase): string {
  const location = URL.parse(headers?.["content-location"] ?? "", url);
  return location !== null && /^https?:$/.test(location.protocol) ? location.href : url;
}
