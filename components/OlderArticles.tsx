import { t } from "../lib/i18n.ts";
import type { Trouble } from "../lib/model.ts";
import type { Older, OlderState } from "../lib/view/older.ts";

/** At the end of a source's list: the way to what its document does not list any more. */
export function OlderArticles({ older }: { older: Older }) {
  const state = older.state.value;
  const isOffered = state.kind !== "none" && state.kind !== "end";
  return (
    <div class={state.kind === "none" ? "older none" : "older"}>
      {/* Always there: a screen reader hears only of changes in a region that it knows. */}
      <p role="status">{textOf(state)}</p>
      {isOffered && (
        // Not disabled while it works: the focus would be lost.
        <button class="btn" type="button" aria-disabled={state.kind === "loading"} onClick={() => void older.load()}>
          {t(state.kind === "failed" ? "tryAgain" : "loadOlder")}
        </button>
      )}
    </div>
  );
}

function textOf(state: OlderState): string | null {
  switch (state.kind) {
    case "loading":
      return t("loadingOlder");
    case "nothingNew":
      return t("olderNothingNew");
    case "end":
      return t("noOlder");
    case "failed":
      return failedText(state.trouble);
    case "none":
    case "there":
      return null;
  }
}

const MISSING: ReadonlySet<Trouble["kind"]> = new Set(["notFound", "gone", "notAFeed"]);

function failedText(trouble: Trouble | null): string {
  if (trouble === null) return t("olderFailed");
  if (MISSING.has(trouble.kind)) return t("olderMissing");
  return t(`trouble_${trouble.kind}`, trouble.host ?? "", trouble.status ?? "");
}
