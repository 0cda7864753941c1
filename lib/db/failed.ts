import type { Feed, Trouble } from "../model.ts";

/** These gave what there was to give, or were not asked: their trouble is told where they are listed. */
const READ: ReadonlySet<Trouble["kind"]> = new Set(["emptied", "truncated", "storageFull", "hostWaits", "closed"]);

/** Whether its last visit brought nothing that could be read. */
export const isFailed = ({ trouble }: Feed): boolean => trouble !== null && !READ.has(trouble.kind);
