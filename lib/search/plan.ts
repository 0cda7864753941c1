import type { TagChoice } from "../model.ts";
import { feedTerm, tagTerm } from "./labels.ts";
import { isNamed, stands } from "./matches.ts";
import type { Clause, IsClause, Query, Words } from "./query.ts";
import { tagsNamed } from "./tagNames.ts";
import type { Lookup } from "./termBlocks.ts";
import { termsOf } from "./terms.ts";
import { type Before, beforeOfTerm } from "./wordBefore.ts";

/** What the index is asked for a query. */
export type Plan = {
  /** Asks for nothing, and finds nothing. */
  isEmpty: boolean;
  criteria: Criterion[];
  /** `sortAt` from `since` to before `until`. */
  since: number;
  until: number;
  /** What the rows must be asked: flags change too often for the index. */
  views: (IsClause & { not: boolean })[];
  /** What the texts must be asked: the index does not know which terms stand side by side. */
  phrases: (Words & { not: boolean })[];
};

/** Holds where all words are found, or one of the labels; `not` shuts out what has it. */
export type Criterion = { not: boolean; words: Word[]; labels: Lookup[]; inTitle: boolean };

/** `behind` a word of a phrase; null where anything may stand before it. */
export type Word = Lookup & { behind: Before | null };

/** A feed's title is looked up among the feeds, since people change it: that article's words do not. */
export type TitledFeed = { id: string; title: string };

/** What people change, and the index does not know: the titles of feeds, and what was made of tags. */
export type Known = { feeds: TitledFeed[]; choices: ReadonlyMap<string, TagChoice> };

export function planQuery({ clauses }: Query, known: Known): Plan {
  const plan: Plan = {
    isEmpty: clauses.length === 0,
    criteria: [],
    since: -Infinity,
    until: Infinity,
    views: [],
    phrases: [],
  };
  for (const clause of clauses) addClause(plan, clause, known);
  return plan;
}

function addClause(plan: Plan, clause: Clause, { feeds, choices }: Known): void {
  const { not } = clause;
  switch (clause.kind) {
    case "words":
      if (clause.isPhrase) plan.phrases.push(clause);
      // What has all the words of an unwanted phrase need not have the phrase.
      if (!clause.isPhrase || !not) plan.criteria.push(wordCriterion(clause, feeds));
      return;
    case "tag":
      return void plan.criteria.push(labelled(not, tagsNamed(clause.tag, choices.values()).map(tagTerm)));
    case "from":
      return void plan.criteria.push(
        labelled(
          not,
          feedsWhere(feeds, (title) => isNamed(title, clause.name)),
        ),
      );
    case "is":
      return void plan.views.push(clause);
    case "before":
      if (not) plan.since = Math.max(plan.since, clause.at);
      else plan.until = Math.min(plan.until, clause.at);
      return;
    case "after":
      if (not) plan.until = Math.min(plan.until, clause.at);
      else plan.since = Math.max(plan.since, clause.at);
  }
}

function wordCriterion(clause: Words & { not: boolean }, feeds: TitledFeed[]): Criterion {
  const { not, terms, isPrefix, inTitle } = clause;
  const words = terms.map((term, i) => {
    const before = terms[i - 1];
    const behind = before === undefined ? null : beforeOfTerm(before);
    return { term, isPrefix: isPrefix && i === terms.length - 1, behind };
  });
  const labels = inTitle ? [] : feedsWhere(feeds, (title) => stands(clause, termsOf(title)));
  return { not, words, labels: labels.map(exactly), inTitle };
}

const labelled = (not: boolean, labels: string[]): Criterion => ({
  ...{ not, words: [], labels: labels.map(exactly), inTitle: false },
});

const exactly = (term: string): Lookup => ({ term, isPrefix: false });

const feedsWhere = (feeds: TitledFeed[], isAsked: (title: string) => boolean): string[] =>
  feeds.filter(({ title }) => isAsked(title)).map(({ id }) => feedTerm(id));
