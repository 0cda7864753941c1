import type { Db } from "../db/schema.ts";
import { readState } from "../db/state.ts";
import type { Disk } from "./outage.ts";

export const readDisk = async (db: Db): Promise<Disk> => ((await readState(db, "storageFull")) ? "full" : "roomy");
