import type { Article, Body, BodyChunk } from "../model.ts";
import type { Draft } from "./draft.ts";
import type { Db } from "./schema.ts";

type Address = Article["body"];

/** In the order of the articles. Each chunk is read once. */
export async function getBodies(db: Db, articles: Pick<Article, "body">[]): Promise<(Body | null)[]> {
  const ids = [...new Set(articles.flatMap(({ body }) => (body ? [body.chunk] : [])))];
  const rows = await db.bodies.bulkGet(ids);
  const chunks = new Map(ids.map((id, i) => [id, rows[i]]));
  return articles.map(({ body }) => (body && chunks.get(body.chunk)?.bodies[body.slot]) ?? null);
}

/** A chunk is read whole to show one article, so it stays small. */
const CHUNK_CHARACTERS = 256 * 1024;

/** Stores the texts of one feed's articles and says where each lies, in their order. */
export async function packBodies(db: Db, drafts: Pick<Draft, "text" | "feedId">[]): Promise<Address[]> {
  const chunks: Omit<BodyChunk, "id">[] = [];
  const slots: Address[] = [];
  let room = 0;
  for (const { text, feedId } of drafts) {
    if (text === null) {
      slots.push(null);
      continue;
    }
    if (room < text.source.length) {
      chunks.push({ feedId, bodies: [] });
      room = CHUNK_CHARACTERS;
    }
    room -= text.source.length;
    const bodies = chunks.at(-1)?.bodies ?? [];
    slots.push({ chunk: chunks.length - 1, slot: bodies.push(text) - 1 });
  }
  // The `++id` of the schema fills in the id that the row type asks for.
  const ids = await db.bodies.bulkAdd(chunks as BodyChunk[], { allKeys: true });
  return slots.map((slot) => slot && { chunk: ids[slot.chunk] ?? 0, slot: slot.slot });
}

/** Empties the slots of bodies that are no longer wanted; a chunk goes with its last body. */
export async function dropBodies(db: Db, unwanted: Pick<Article, "body">[]): Promise<void> {
  const emptiedByChunk = new Map<number, Set<number>>();
  for (const { body } of unwanted) {
    if (body) emptiedByChunk.set(body.chunk, (emptiedByChunk.get(body.chunk) ?? new Set()).add(body.slot));
  }
  for (const [id, emptied] of emptiedByChunk) {
    const chunk = await db.bodies.get(id);
    if (!chunk) continue;
    const bodies = chunk.bodies.map((body, slot) => (emptied.has(slot) ? null : body));
    if (bodies.every((body) => body === null)) await db.bodies.delete(id);
    else await db.bodies.put({ ...chunk, bodies });
  }
}
