import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Payload } from "./payload.ts";

/** Those of other projects' tests, in the folder that FOLDLINE_CORPUS names: others' work, which stays where it lies. */
export function readOthers(folder = process.env.FOLDLINE_CORPUS): Payload[] | null {
  const file = join(folder ?? "", "payloads", "payloads.json");
  if (!folder || !existsSync(file)) return null;
  // The shape is the corpus README's.
  const rows = JSON.parse(readFileSync(file, "utf8")) as Row[];
  return rows.map((row, index) => ({
    id: `${row.source}/${index + 1}`,
    family: row.source,
    kind: row.kind === "md" ? "markdown" : "html",
    source: row.payload,
    mustFire: false,
    mustLoad: false,
  }));
}

type Row = { source: string; kind: "html" | "md"; payload: string };
