import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { locale, number, plural, t } from "../../lib/i18n.ts";
import { timeUntil } from "../../lib/view/nextCheck.ts";
import type { Source } from "../../lib/view/sources.ts";
import { Filled } from "../Filled.tsx";
import { IconButton } from "../IconButton.tsx";
import { agoText } from "../timeText.ts";

type Props = { source: Source; now: number; onTryNow: () => void; onAllow: () => void };

export function SourceRow({ source, now, onTryNow, onAllow }: Props) {
  const isWell = source.trouble.length === 0;
  const row = useRef<HTMLLIElement>(null);
  const noteLostFocus = useFocusOnceWell(row, isWell);
  return (
    <li class="feed" ref={row}>
      <span class={`mono tint${source.tint}`} aria-hidden="true">
        {source.monogram}
      </span>
      <div>
        <h3>
          <bdi>{source.title}</bdi>
          {source.isHome && <em>{t("homeSource")}</em>}
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
      </div>
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

type TroubleProps = Omit<Props, "now"> & { onFocusLost: () => void };

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

function nextText({ isChecking, nextCheckAt }: Source, now: number): string {
  if (isChecking) return t("checking");
  if (nextCheckAt === null) return t("noNextCheck");
  const next = timeUntil(nextCheckAt, now, locale());
  return next === null ? t("nextCheckSoon") : t("nextCheck", next);
}
