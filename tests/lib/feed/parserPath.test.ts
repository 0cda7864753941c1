import { Expression, ExpressionSet, Matcher } from "path-expression-matcher";
import { expect, test } from "vitest";
import * as ours from "../../../lib/feed/parserPath.ts";

type Kit = Pick<typeof ours, "Matcher" | "Expression" | "ExpressionSet">;

test("an element is found at its path, or anywhere, as the package that it stands for finds it", () => {
  // Functions that give what is made of them may be called with `new`; the types know no such thing.
  const theirs = { Matcher, Expression, ExpressionSet } as unknown as Kit;
  const answers = [ours, theirs].map(walk);
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toEqual(["rss.channel.title", "rss.channel.item.dc:date", "rss.channel.item.title"]);
});

const ASKED = ["rss.channel.title", "..dc:date", "rss.channel.item.title", "rss.title"];
const DOCUMENT = [
  "rss",
  ["channel", ["title"], ["item", ["dc:date"], ["title"], ["link"]], ["other", ["title"]]],
] as Tree;
type Tree = [string, ...Tree[]];

function walk(kit: Kit): string[] {
  // Made as the parser makes them.
  const make = <T>(of: (...given: never[]) => T, ...given: unknown[]) => Reflect.construct(of, given) as T;
  const asked = make(kit.ExpressionSet);
  for (const pattern of ASKED) asked.add(make(kit.Expression, pattern));
  asked.seal();
  const at = make(kit.Matcher);
  const found: string[] = [];
  const enter = ([tag, ...inside]: Tree) => {
    at.push(tag);
    if (at.readOnly().matchesAny(asked)) found.push(at.toString());
    inside.forEach(enter);
    at.pop();
  };
  enter(DOCUMENT);
  return found;
}
