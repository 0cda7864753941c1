import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { locale, number, plural, t } from "../../lib/i18n.ts";
import {
  findingsOf,
  nextReasonOf,
  type Examine,
  type Examined,
  type Finding,
  type NextReason,
} from "../../lib/view/doctor.ts";
import { timeUntil } from "../../lib/view/nextCheck.ts";
import type { Source } from "../../lib/view/sources.ts";
import { bytesText } from "../bytesText.ts";
import { copyText, type Say } from "../copying.ts";
import { agoText } from "../timeText.ts";
import { durationText } from "./durationText.ts";
import { findingText, letterOf } from "./findingText.ts";
import { RequestList } from "./RequestList.tsx";

type Props = { source: Source; examine: Examine; now: number; say: Say; onClose: () => void };

/** Under a source's row: how its feed behaves, and what its publisher could do better. */
export function DoctorPanel({ source, examine, now, say, onClose }: Props) {
  const [examined, show] = useState<Examined | null>(null);
  useEffect(() => examine(source.id, show), [source.id]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div
      class="sedit doctor"
      role="group"
      aria-label={t("checkUpOf", source.title)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h4 tabIndex={-1} ref={heading}>
        {t("checkUp")}
      </h4>
      {examined && <Facts examined={examined} now={now} />}
      {examined && <ForPublisher examined={examined} say={say} />}
      <button class="btn" type="button" onClick={onClose}>
        {t("close")}
      </button>
    </div>
  );
}

function Facts({ examined, now }: { examined: Examined; now: number }) {
  const { feed, answers, report } = examined;
  const findings = findingsOf(examined);
  return (
    <>
      <dl>
        <Fact name={t("nextVisit")}>
          {nextText(feed.nextFetchAt, now)} {reasonText(nextReasonOf(examined, now))}
        </Fact>
        <Fact name={t("address")}>
          <bdi>{feed.url}</bdi> {redirectText(examined)}
        </Fact>
        {report && (
          <>
            <Fact name={t("document")}>{documentText(report, now)}</Fact>
            <Fact name={t("articleIds")}>{idText(examined, findings)}</Fact>
            <Fact name={t("dates")}>{textOf(findings, ["badDates", "noDates", "aheadDates"]) || t("datesFine")}</Fact>
            <Fact name={t("merged")}>{number(report.merged)}</Fact>
            <Fact name={t("repaired")}>{repairText(report.repairs)}</Fact>
          </>
        )}
      </dl>
      <h4>{t("lastAnswers")}</h4>
      {answers.length === 0 ? (
        <p>{t("noRequests")}</p>
      ) : (
        <RequestList label={t("lastAnswers")} requests={answers} now={now} addresses="same" />
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ForPublisher({ examined, say }: { examined: Examined; say: Say }) {
  const findings = findingsOf(examined);
  return (
    <>
      <h4>{t("forPublisher")}</h4>
      {findings.length === 0 && <p>{examined.report ? t("nothingFound") : t("notReadYet")}</p>}
      {findings.length > 0 && (
        <>
          <ul class="findings" aria-label={t("forPublisher")}>
            {findings.map((finding) => (
              <li key={finding.kind}>{findingText(finding)}</li>
            ))}
          </ul>
          <button class="btn" type="button" onClick={() => void copyText(letterOf(examined, findings), say)}>
            {t("copyLetter")}
          </button>
        </>
      )}
    </>
  );
}

function nextText(at: number, now: number): string {
  if (at === Infinity) return t("noNextCheck");
  const next = timeUntil(at, now, locale());
  return next === null ? t("nextCheckSoon") : t("nextCheck", next);
}

function reasonText(reason: NextReason): string {
  if (reason.kind === "failed") return plural("next_failed", reason.times);
  return "ms" in reason ? t(`next_${reason.kind}`, durationText(reason.ms)) : t(`next_${reason.kind}`);
}

function redirectText({ feed: { movedTo } }: Examined): string {
  return movedTo ? plural("redirects", movedTo.times, movedTo.url) : t("noRedirects");
}

function documentText({ format, encoding, items, bytes, at }: NonNullable<Examined["report"]>, now: number): string {
  const facts = [t(`format_${format}`), encoding, plural("entries", items), bytesText(bytes), agoText(at, now)];
  return new Intl.ListFormat(locale(), { type: "unit", style: "short" }).format(facts);
}

function idText({ feed }: Examined, findings: Finding[]): string {
  if (feed.identity === "link") return t("idsByLink");
  return textOf(findings, ["sharedGuids", "noGuids"]) || t("idsFine");
}

function textOf(findings: Finding[], kinds: Finding["kind"][]): string {
  return findings
    .filter(({ kind }) => kinds.includes(kind))
    .map(findingText)
    .join(" ");
}

function repairText(repairs: NonNullable<Examined["report"]>["repairs"]): string {
  if (repairs.length === 0) return t("nothingRepaired");
  const parts = repairs.map(({ kind, count }) => t("nameAndCount", t(`repair_${kind}`), number(count)));
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(parts);
}
