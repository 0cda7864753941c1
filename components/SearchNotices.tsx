import { useEffect, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { QueryProblem } from "../lib/search/query.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Notice } from "./Notice.tsx";

/** What of the text was not understood. */
export function SearchNotices({ reader }: { reader: Reader }) {
  const answer = reader.search.value?.answer.value ?? null;
  const isRested = useRested(reader.searched.value ?? "");
  const problem = answer?.problem ?? null;
  if (problem === null || !isRested) return null;
  return <Notice tone="calm" icon="about" text={t(`search_${problem.kind}`, textOf(problem))} />;
}

const textOf = ({ text }: QueryProblem): string => text.trim();

/** Half typed, `tag:` and `"two wor` are no mistakes yet. */
const REST_MS = 900;

function useRested(text: string): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested === text;
}
