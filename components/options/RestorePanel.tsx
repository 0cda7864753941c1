import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { number, plural, t } from "../../lib/i18n.ts";
import type { Backups, BackupState, Report } from "../../lib/view/backups.ts";
import { dayOf } from "./backupDates.ts";

type Shown = Extract<BackupState, { kind: "asking" | "restoring" | "restored" }>;

type Props = { backups: Backups; opener: RefObject<HTMLButtonElement | null> };

/** What a file would bring, how far it has come, and what it brought. Takes the focus when it comes, and gives it back. */
export function RestorePanel({ backups, opener }: Props) {
  const state = backups.state.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasShown = useRef(false);
  const isShown = isPanel(state);
  useLayoutEffect(() => {
    if (isShown) heading.current?.focus();
    else if (wasShown.current) opener.current?.focus();
    wasShown.current = isShown;
  }, [state.kind]);
  if (!isShown) return null;
  return (
    <div class="import" role="group" aria-labelledby="restore-title">
      <div class="m">
        <h3 id="restore-title" ref={heading} tabIndex={-1}>
          {titleOf(state)}
        </h3>
        {remarksOn(state).map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
        {state.kind === "restoring" && (
          <progress aria-labelledby="restore-title" value={state.done} max={Math.max(1, state.of)} />
        )}
      </div>
      <Ways state={state} backups={backups} />
    </div>
  );
}

const isPanel = (state: BackupState): state is Shown =>
  state.kind === "asking" || state.kind === "restoring" || state.kind === "restored";

function Ways({ state, backups }: { state: Shown; backups: Backups }) {
  const [merge, replace] = [() => void backups.restore("merge"), () => void backups.restore("replace")];
  if (state.kind === "restoring") return null;
  if (state.kind === "restored") return <Way label={t("close")} tone="quiet" run={backups.close} />;
  return (
    <>
      <Way label={t("merge")} tone="primary" run={merge} />
      <Way label={t("replace")} tone="danger" run={replace} />
      <Way label={t("cancel")} tone="quiet" run={backups.close} />
    </>
  );
}

function Way({ label, tone, run }: { label: string; tone: "primary" | "danger" | "quiet"; run: () => void }) {
  return (
    <button class={`btn ${tone}`} type="button" onClick={run}>
      {label}
    </button>
  );
}

function titleOf(state: Shown): string {
  if (state.kind === "asking") return t("restoreQuestion", dayOf(state.report.savedAt));
  return state.kind === "restoring" ? t("restoring") : t("restored");
}

function remarksOn(state: Shown): string[] {
  if (state.kind === "asking") return beforehand(state.report);
  if (state.kind === "restoring") return [t("restoringSome", number(state.done), plural("storedArticles", state.of))];
  return [t("sourcesAndArticles", plural("sources", state.sources), plural("storedArticles", state.articles))];
}

function beforehand({ sources, known, counts, isWhole }: Report): string[] {
  return [
    t("restoreText", plural("sources", sources), plural("starredCount", counts.starred)),
    plural(isWhole ? "restoreArticles" : "restoreFlags", counts.articles),
    ...(known > 0 ? [plural("restoreKnown", known)] : []),
  ];
}
