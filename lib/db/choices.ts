import type { Choices } from "../tags/mapTags.ts";
import type { Db } from "./schema.ts";

/** Few: what people touch, not what publishers write. */
export async function readChoices(db: Db): Promise<Choices> {
  return new Map((await db.tags.toArray()).map((choice) => [choice.tag, choice]));
}
