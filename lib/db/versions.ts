import type { Article, Body, Revision } from "../model.ts";
import { getBodies } from "./bodies.ts";
import type { Db } from "./schema.ts";

/** An article as it stands, and what it said before, the latest first. */
export type Versions = { article: Article; body: Body | null; revisions: Revision[] };

/** All of one moment, whatever a refresh writes meanwhile. */
export function getVersions(db: Db, articleId: number): Promise<Versions | null> {
  return db.transaction("r", db.articles, db.bodies, db.revisions, async () => {
    const article = await db.articles.get(articleId);
    if (!article) return null;
    const [[body = null], revisions] = await Promise.all([getBodies(db, [article]), getRevisions(db, articleId)]);
    return { article, body, revisions };
  });
}

export function getRevisions(db: Db, articleId: number): Promise<Revision[]> {
  return db.revisions.where("articleId").equals(articleId).reverse().toArray();
}
