import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { plural, t } from "../../lib/i18n.ts";
import type { Importing, ImportState } from "../../lib/view/importing.ts";
import { LeftOutList } from "./LeftOutList.tsx";

/** What a chosen file would bring, then what it brought. Takes the focus when it comes; `onClose` gives it back. */
export function ImportPanel({ importing, onClose }: { importing: Importing; onClose: () => void }) {
  const state = importing.state.value;
  return (
    <>
      {/* Always there: a screen reader hears only of changes in a region that it knows. */}
      <p class="fault" role="status">
        {faultOf(state)}
      </p>
      {(state.kind === "asking" || state.kind === "importing") && (
        <Panel key="question" title={plural("importQuestion", state.fresh.length)} state={state}>
          <button class="btn primary" type="button" onClick={() => void importing.confirm()}>
            {t("import")}
          </button>
          <button class="btn quiet" type="button" onClick={onClose}>
            {t("cancel")}
          </button>
        </Panel>
      )}
      {state.kind === "done" && (
        <Panel key="report" title={resultOf(state)} state={state}>
          {state.waiting.length > 0 && (
            <button class="btn primary" type="button" onClick={() => void importing.allow()}>
              {t("allow")}
            </button>
          )}
          <button class="btn quiet" type="button" onClick={onClose}>
            {t("close")}
          </button>
        </Panel>
      )}
    </>
  );
}

type Shown = Exclude<ImportState, { kind: "idle" | "notOpml" | "tooLarge" }>;
type PanelProps = { title: string; state: Shown; children: ComponentChildren };

function Panel({ title, state, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = state.kind === "done" ? state.waiting.length : null;
  // Also when what waited was allowed, and the button for it is gone.
  useLayoutEffect(() => heading.current?.focus(), [waiting]);
  return (
    <div class="import" role="group" aria-labelledby="import-title">
      <div class="m">
        <h3 id="import-title" ref={heading} tabIndex={-1}>
          {title}
        </h3>
        {remarksOn(state).map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </div>
      {children}
      <LeftOutList leftOut={state.leftOut} />
    </div>
  );
}

function faultOf({ kind }: ImportState): string | null {
  if (kind === "notOpml") return t("opmlBad");
  return kind === "tooLarge" ? t("opmlTooLarge") : null;
}

function resultOf({ added }: Extract<Shown, { kind: "done" }>): string {
  return added === 0 ? t("importedNone") : plural("imported", added);
}

function remarksOn(state: Shown): string[] {
  const remarks = state.kind === "done" ? afterwards(state) : beforehand(state);
  return state.isWhole ? remarks : [...remarks, t("importCut")];
}

function beforehand({ known, tagged }: Exclude<Shown, { kind: "done" }>): string[] {
  if (known === 0) return [];
  return [plural(tagged > 0 ? "importTagged" : "importKnown", known)];
}

function afterwards({ added, waiting }: Extract<Shown, { kind: "done" }>): string[] {
  return [
    ...(added > waiting.length ? [t("importFetching")] : []),
    ...(waiting.length > 0 ? [plural("importWaiting", waiting.length)] : []),
  ];
}
