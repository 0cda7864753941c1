import { useEffect, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { QueryProblem } from "../lib/search/query.ts";
import type { Reader } from "../lib/view/reader.ts";
import type { Search } from "../lib/view/search.ts";
import { Notice } from "./Notice.tsx";
import { percent } from "./percent.ts";

/** What is wrong with the index or, one at a time, what of the text was not understood. */
export function SearchNotices({ reader }: { reader: Reader }) {
  const search = reader.search.value;
  const isRested = useRested(reader.searched.value ?? "");
  if (search === null) return null;
  const problem = search.answer.value?.problem ?? null;
  return indexNotice(search) ?? (problem && isRested ? problemNotice(problem) : null);
}

function indexNotice({ answer, index }: Search) {
  const progress = index.progress.value;
  if (progress !== null) return <Notice tone="calm" icon="about" text={t("indexingResults", percent(progress))} />;
  if (!answer.value?.isDamaged.value) return null;
  const action = { label: t("rebuildIndex"), run: () => void index.rebuild() };
  return <Notice tone="warn" icon="warning" text={t("indexDamaged")} action={action} />;
}

const problemNotice = ({ kind, text }: QueryProblem) => (
  <Notice tone="calm" icon="about" text={t(`search_${kind}`, text.trim())} />
);

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
