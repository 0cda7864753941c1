import { scopeOf } from "../db/layout.ts";
import type { Article, Filter } from "../model.ts";

/** Whether a row still belongs to the list it is shown in. */
export const isListed = (article: Article, filter: Filter): boolean =>
  article.places.some(([scope]) => scope === scopeOf(filter));
