import { useRef } from "preact/hooks";
import { locale, number, plural, t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import { sourceStates, type SourceState } from "../lib/view/refreshDetails.ts";
import { useFocusReturn } from "./focusReturn.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { PassingButton } from "./PassingButton.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { Ring } from "./RefreshButton.tsx";

export type RefreshDetailsProps = {
  reader: Reader;
  /** Takes the focus when it goes with the details and the place it came from is gone. */
  home: () => HTMLElement | null;
};

/** What the refresh does, or did, at each source, and the way to stop it. */
export function RefreshDetails({ reader, home }: RefreshDetailsProps) {
  const { feeds, details } = reader;
  const box = useRef<HTMLElement>(null);
  const noteOrigin = useFocusReturn(box, home);
  const closer = () => box.current?.querySelector<HTMLElement>(".t button") ?? null;
  const progress = feeds.progress.value;
  const states = statesOf(reader);
  const isFailed = states.some(({ kind }) => kind === "failed" || kind === "notAsked");
  return (
    <section class="sync" aria-labelledby="sync-title" ref={box} onFocusIn={noteOrigin}>
      <div class="t">
        <h2 id="sync-title">{titleOf(reader)}</h2>
        {progress && <span class="num">{t("doneOf", number(progress.done), number(progress.total))}</span>}
        <IconButton icon="close" label={t("closeDetails")} onPress={() => (details.value = null)} />
      </div>
      <ProgressBar progress={progress} />
      <ul tabIndex={0} aria-labelledby="sync-title">
        {states.map((state) => (
          <Row key={state.id} state={state} />
        ))}
      </ul>
      <div class="a">
        {progress && <PassingButton key="stop" class="link" label={t("stop")} home={closer} onPress={feeds.stop} />}
        {!progress && isFailed && (
          <PassingButton
            key="again"
            class="link"
            label={t("tryAgain")}
            home={closer}
            onPress={() => void feeds.refresh(null)}
          />
        )}
        <button class="link" type="button" onClick={() => reader.openSettings()}>
          {t("settings")}
        </button>
      </div>
    </section>
  );
}

function statesOf({ feeds, details, now }: Reader): SourceState[] {
  if (details.value === null) return [];
  return sourceStates(feeds.all.value ?? [], {
    details: details.value,
    run: feeds.run.value,
    progress: feeds.progress.value,
    now: now.value,
    locale: locale(),
  });
}

function titleOf({ feeds, details }: Reader): string {
  if (feeds.progress.value) return t("refreshing");
  if (details.value?.of === "run" && feeds.run.value?.stoppedAt) return t("refreshStopped");
  return t("lastRefresh");
}

function Row({ state }: { state: SourceState }) {
  return (
    <li class={state.kind}>
      <Sign kind={state.kind} />
      <bdi>{state.title}</bdi>
      <span class="r num">{stateText(state)}</span>
    </li>
  );
}

/** As much of the ring as says that it is under way: how far is not known before its answer is stored. */
const UNDER_WAY = 0.5;

function Sign({ kind }: { kind: SourceState["kind"] }) {
  switch (kind) {
    case "new":
    case "noChange":
      return <Icon name="check" />;
    case "failed":
      return <Icon name="warning" />;
    case "running":
      return <Ring share={UNDER_WAY} />;
    case "waiting":
    case "notAsked":
      return <i />;
  }
}

function stateText(state: SourceState): string {
  switch (state.kind) {
    case "new":
      return plural("newCount", state.count);
    case "noChange":
      return t("noChange");
    case "running":
      return t("checking");
    case "waiting":
      return t("waiting");
    case "notAsked":
      return t("notChecked");
    case "failed":
      return state.trouble.map(({ key, values }) => t(key, ...values)).join(" ");
  }
}
