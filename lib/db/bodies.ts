import type { Article, Body, BodyChunk } from "../model.ts";
import type { Draft } from "./draft.ts";
import type { Db } from "./schema.ts";
import { writeState } from "./state.ts";

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

/** The texts of one refresh, until they are written. */
export type BodyDraft = {
  /** Says at once where the text will lie, so that nobody waits for the store to number it. */
  add: (draft: Pick<Draft, "text" | "feedId">) => Address;
  /** Must run inside the transaction that writes the rows, and that `nextId` was read in. */
  write: (db: Db) => Promise<void>;
};

export function startBodyDraft(nextId: number): BodyDraft {
  const chunks: BodyChunk[] = [];
  let room = 0;
  return {
    add: ({ text, feedId }) => {
      if (text === null) return null;
      if (room < text.source.length) {
        chunks.push({ id: nextId + chunks.length, feedId, bodies: [] });
        room = CHUNK_CHARACTERS;
      }
      room -= text.source.length;
      const slot = (chunks.at(-1)?.bodies.push(text) ?? 0) - 1;
      return { chunk: nextId + chunks.length - 1, slot };
    },
    write: async (db) => {
      if (chunks.length === 0) return;
      await Promise.all([db.bodies.bulkAdd(chunks), writeState(db, "nextChunkId", nextId + chunks.length)]);
    },
  };
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
