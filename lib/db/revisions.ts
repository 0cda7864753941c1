import { textOfBody } from "../feed/bodyText.ts";
import { REVISION_LENGTH } from "../feed/limits.ts";
import { changeOfText, type TextChange } from "../feed/textChange.ts";
import type { Article, Body, Revision } from "../model.ts";
import { dropBodies, getBodies, type BodyDraft } from "./bodies.ts";
import { toRow, type Draft } from "./draft.ts";
import type { Db } from "./schema.ts";

/** A stored article and what its document says now. The row keeps its id, flags and place in the order. */
export type Revise = { stored: Article; draft: Draft };

/**
 * The rows of changed articles of one feed; their new bodies join `texts`. Where a word changed, what was said before
 * stays as a revision; where more than a few did, the row is marked. Markup alone changes in silence.
 * Must run inside the transaction that writes the rows.
 */
export async function reviseArticles(
  db: Db,
  revise: Revise[],
  { now, texts }: { now: number; texts: BodyDraft },
): Promise<Article[]> {
  const bodies = await getBodies(
    db,
    revise.map((each) => each.stored),
  );
  const changed = revise.map((each, i) => compared(each, bodies[i] ?? null));
  await keepRevisions(db, changed, now);
  await replaceBodies(db, changed, texts);
  return changed.map(({ stored, draft, change, body }) => {
    const row = toRow(draft, { id: stored.id, body });
    return change === "substantial" ? { ...row, revisedAt: now } : row;
  });
}

/** `body` is where the text lies: the old place until its new one is known. */
type Changed = Revise & Pick<Article, "body"> & { before: Body | null; change: TextChange };

function compared({ stored, draft }: Revise, before: Body | null): Changed {
  // What came back from a backup without its content has said nothing yet.
  const isStub = stored.contentHash === "";
  const change = isStub ? "none" : changeOfText(saidBy(stored, before), saidBy(draft, draft.text));
  return { stored, draft, before, change, body: stored.body };
}

const saidBy = ({ title, summary }: Pick<Article, "title" | "summary">, body: Body | null): string =>
  `${title}\n${body === null ? summary : textOfBody(body)}`;

/** An equal body stays where it is: most changes are of a headline or a label. */
async function replaceBodies(db: Db, changed: Changed[], texts: BodyDraft): Promise<void> {
  const replaced = changed.filter(({ before, draft: { text } }) => !isEqual(before, text));
  await dropBodies(
    db,
    replaced.map((each) => each.stored),
  );
  for (const each of replaced) each.body = texts.add(each.draft);
}

function isEqual(a: Body | null, b: Body | null): boolean {
  return a?.source === b?.source && a?.format === b?.format && a?.baseUrl === b?.baseUrl;
}

/** Of one article. */
const REVISIONS_KEPT = 5;

async function keepRevisions(db: Db, changed: Changed[], now: number): Promise<void> {
  const worded = changed.filter(({ change }) => change !== "none");
  const rows = worded.map(({ stored: { id, title, updatedAt }, before }): Omit<Revision, "id"> => ({
    articleId: id,
    replacedAt: now,
    title,
    updatedAt,
    body: before && shortened(before),
  }));
  // The `++id` of the schema fills in the id that the row type asks for.
  await db.revisions.bulkAdd(rows as Revision[]);
  for (const { articleId } of rows) {
    const kept = await db.revisions.where("articleId").equals(articleId).primaryKeys();
    await db.revisions.bulkDelete(kept.slice(0, -REVISIONS_KEPT));
  }
}

/** Of a longer text its words alone, as far as they fit: an earlier version is there to be compared. */
function shortened(body: Body): Body {
  if (body.source.length <= REVISION_LENGTH) return body;
  return { ...body, format: "text", source: textOfBody(body).slice(0, REVISION_LENGTH) };
}
