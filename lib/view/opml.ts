import { listFeeds } from "../db/feeds.ts";
import { askSoon, importFeeds } from "../db/importFeeds.ts";
import type { Db } from "../db/schema.ts";
import { exportOpml } from "./exporting.ts";
import { createImporting, type ImportDeps, type Importing } from "./importing.ts";

/** The sources as a file, in and out. */
export type Opml = { importing: Importing; save: (title: string) => Promise<void> };

export type OpmlDeps = Pick<ImportDeps, "askToFetchAll" | "mayFetch" | "refreshDue"> & { db: Db; now: () => number };

export function createOpml({ db, now, ...deps }: OpmlDeps): Opml {
  return {
    importing: createImporting({
      ...deps,
      followed: () => listFeeds(db),
      importFeeds: (listed) => importFeeds(db, listed, now()),
      askSoon: (ids) => askSoon(db, ids, now()),
    }),
    save: (title) => exportOpml(db, { title, now: now() }),
  };
}
