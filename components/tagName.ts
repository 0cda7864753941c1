import { locale } from "../lib/i18n.ts";
import { tagLabel } from "../lib/tags/tagLabel.ts";

/** What a tag is called. Once a page knows how people named theirs (`nameTags`), it is so. */
export const tagName = { of: (tag: string): string => tagLabel(tag, locale()) };
