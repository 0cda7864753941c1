import type { Body } from "../model.ts";
import type { DraftItem, DraftText } from "./draft.ts";
import { HTML_NAMES } from "./htmlNames.ts";
import { resolveInnerBases } from "./innerBases.ts";
import { SUMMARY_LENGTH } from "./limits.ts";
import { summaryOf } from "./text.ts";
import { absoluteUrl } from "./url.ts";

/** The best text becomes the body, the shortest summary left the summary; where none is left, the body's opening. */
export function bodyAndSummary(draft: DraftItem, baseUrl: string): { body: Body | null; summary: string } {
  const summaries = draft.summaries.filter(saysSomething);
  const best = draft.bodies.find(saysSomething) ?? summaries.shift();
  if (best === undefined) return { body: null, summary: "" };
  const shortest = summaries.reduce<DraftText | null>(shorter, null) ?? best;
  return { body: bodyOf(best, baseUrl), summary: summaryOf(asShown(shortest), SUMMARY_LENGTH) };
}

function saysSomething(text: DraftText): boolean {
  return /\S/.test(text.value);
}

function shorter(a: DraftText | null, b: DraftText): DraftText {
  return a === null || b.value.length < a.value.length ? b : a;
}

function bodyOf(text: DraftText, baseUrl: string): Body {
  const shown = asShown(text);
  const format = shown.type === "loose" ? "html" : shown.type;
  const base = absoluteUrl(text.base, baseUrl) ?? baseUrl;
  return { format, source: format === "html" ? resolveInnerBases(text.value, base) : text.value, baseUrl: base };
}

/** A text that could be either is HTML if it holds a tag of HTML's or a character reference, else plain. */
function asShown(text: DraftText): DraftText {
  if (text.type !== "loose") return text;
  const start = text.value.slice(0, LONGEST_LOOK);
  const names = [...start.matchAll(/<\/?([a-z][a-z0-9]*)[\s/>]/gi)].map((match) => match[1]?.toLowerCase() ?? "");
  const isHtml = names.some((name) => HTML_NAMES.has(name)) || /&(#\w{1,7}|[a-z]{2,30}\d*);/i.test(start);
  return { ...text, type: isHtml ? "html" : "text" };
}

/** UTF-16 units after which a text without a tag has none. */
const LONGEST_LOOK = 65_536;
