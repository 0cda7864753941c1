import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { locale, number, plural, t } from "../../lib/i18n.ts";
import { timeUntil } from "../../lib/view/nextCheck.ts";
import type { Examine } from "../../lib/view/doctor.ts";
import type { SourceActs } from "../../lib/view/sourceActs.ts";
import type { Source } from "../../lib/view/sources.ts";
import type { Say } from "../copying.ts";
import { Filled } from "../Filled.tsx";
import { IconButton } from "../IconButton.tsx";
import { MoreButton } from "../MoreButton.tsx";
import { agoText } from "../timeText.ts";
import { DoctorPanel } from "./DoctorPanel.tsx";
import { SourceEditor } from "./SourceEditor.tsx";
import { sourceItems } from "./sourceItems.ts";

type Props = {
  source: Source;
  acts: SourceActs;
  examine: Examine;
  place: { isFirst: boolean; isLast: boolean };
  now: number;
  onTryNow: () => void;
  onAllow: () => void;
  say: Say;
};

export function SourceRow({ source, acts, examine, place, now, onTryNow, onAllow, say }: Props) {
  const isWell = source.trouble.length === 0;
  const row = useRef<HTMLLIElement>(null);
  const [opened, open] = useState<"editor" | "doctor" | null>(null);
  const close = () => {
    row.current?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.focus();
    open(null);
  };
  const noteLostFocus = useFocusOnceWell(row, isWell);
  useFocusLeft(row);
  return (
    <li class="feed" ref={row}>
      <span class={`mono tint${source.tint}`} aria-hidden="true">
        {source.monogram}
      </span>
      <div>
        <h3>
          <bdi>{source.title}</bdi>
          {source.isHome && <em>{t("homeSource")}</em>}
          {source.isPaused && <em>{t("paused")}</em>}
        </h3>
        {!isWell && <TroubleLine source={source} onTryNow={onTryNow} onAllow={onAllow} onFocusLost={noteLostFocus} />}
        <p title={source.url}>
          {!source.isSecure && <b class="unsafe">{t("notSecure")}</b>}
          <bdi>{source.shownUrl}</bdi>
          {` · ${checksText(source, now)}`}
        </p>
      </div>
      <p class="n num">
        <Filled text={plural("unread", source.unread)} slot={number(source.unread)}>
          <b>{number(source.unread)}</b>
        </Filled>
      </p>
      <div class="a">
        {isWell && <IconButton icon="refresh" label={t("checkNow", source.title)} onPress={onTryNow} />}
        <MoreButton label={t("moreFor", source.title)} items={sourceItems({ source, acts, place, say, open })} />
      </div>
      {opened === "editor" && <SourceEditor source={source} acts={acts} onClose={close} />}
      {opened === "doctor" && <DoctorPanel source={source} examine={examine} now={now} say={say} onClose={close} />}
    </li>
  );
}

/** The remedy that helped is gone, and its focus with it: the row's own button takes it. */
function useFocusOnceWell(row: RefObject<HTMLElement | null>, isWell: boolean): () => void {
  const isFocusLost = useRef(false);
  useLayoutEffect(() => {
    if (isWell && isFocusLost.current) row.current?.querySelector<HTMLElement>(".a button")?.focus();
    isFocusLost.current = false;
  }, [isWell]);
  return () => void (isFocusLost.current = true);
}

/** Where the row goes with the focus in it, the list takes it. */
function useFocusLeft(row: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (element?.contains(document.activeElement)) element.parentElement?.focus({ preventScroll: true });
    };
  }, []);
}

type TroubleProps = Pick<Props, "source" | "onTryNow" | "onAllow"> & { onFocusLost: () => void };

function TroubleLine({ source, onTryNow, onAllow, onFocusLost }: TroubleProps) {
  const isAllowing = source.remedy === "allow";
  const remedy = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = remedy.current;
    return () => void (button === document.activeElement && onFocusLost());
  }, []);
  return (
    <p class={isAllowing ? "err needs" : "err"}>
      {source.trouble.map(({ key, values }) => t(key, ...values)).join(" ")}{" "}
      <button class="link" type="button" ref={remedy} onClick={isAllowing ? onAllow : onTryNow}>
        {isAllowing ? t("allow") : t("tryNow")}
      </button>
    </p>
  );
}

/** "Updated 4 min. ago · Next check in 26 min." */
function checksText(source: Source, now: number): string {
  return `${checkedText(source.checkedAt, now)} · ${nextText(source, now)}`;
}

function checkedText(at: number | null, now: number): string {
  if (at === null) return t("notUpdatedYet");
  return now - at < 60_000 ? t("updatedJustNow") : t("updated", agoText(at, now));
}

function nextText({ isChecking, isPaused, nextCheckAt }: Source, now: number): string {
  if (isChecking) return t("checking");
  if (isPaused) return t("pausedChecks");
  if (nextCheckAt === null) return t("noNextCheck");
  const next = timeUntil(nextCheckAt, now, locale());
  return next === null ? t("nextCheckSoon") : t("nextCheck", next);
}
