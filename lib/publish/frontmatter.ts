import { parseDocument } from "yaml";
import * as z from "zod";
import type { PubDate } from "./article.ts";
import { readPubDate } from "./pubDate.ts";

export type Frontmatter = { title: string; description: string; pubDate: PubDate; hero: string | null; tags: string[] };

export type FrontmatterFault = { field: string; reason: string };

/** Cuts an article's file in two and reads the upper part. The body is what follows, to the byte. */
export function readFrontmatter(text: string): { frontmatter: Frontmatter; body: string } | FrontmatterFault[] {
  const match = BLOCK.exec(text);
  if (!match)
    return [{ field: "frontmatter", reason: "is missing; the file starts with a block between two lines of ---" }];
  const yaml = parseDocument(match[1] ?? "", { logLevel: "error" });
  const broken = yaml.errors[0];
  if (broken) return [{ field: "frontmatter", reason: firstLine(broken.message) }];
  const checked = schema.safeParse(yaml.toJS());
  if (!checked.success) return checked.error.issues.map(explain);
  return { frontmatter: checked.data, body: text.slice(match[0].length) };
}

const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

const text = (wanted: string) =>
  z.string({ error: (issue) => (issue.input === undefined ? "is missing" : wanted) }).trim();
const filledText = text("must be text; put it in quotes").min(1, "is empty");

/** Other keys (`layout` and whatever a theme needs) are the publisher's own and are left alone. */
const schema = z.object(
  {
    title: filledText,
    description: z
      .string("must be text; put it in quotes")
      .trim()
      .nullish()
      .transform((value) => value ?? ""),
    pubDate: text("must be a date such as 2024-07-03").transform(checkPubDate),
    hero: z
      .string("must be the address of a picture")
      .trim()
      .nullish()
      .transform((value) => value || null),
    tags: z
      .array(filledText, "must be a list such as [world, science]")
      .nullish()
      .transform((tags) => [...new Set(tags)]),
  },
  "must be a list of `name: value` lines",
);

function checkPubDate(value: string, context: z.RefinementCtx): PubDate {
  const pubDate = readPubDate(value);
  if (typeof pubDate !== "string") return pubDate;
  context.addIssue({ code: "custom", message: pubDate });
  return z.NEVER;
}

function explain(issue: z.core.$ZodIssue): FrontmatterFault {
  return { field: issue.path.join(".") || "frontmatter", reason: issue.message };
}

function firstLine(message: string): string {
  return message.split("\n")[0]?.replace(/:$/, "") ?? message;
}
