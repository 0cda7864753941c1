import { number, t } from "../../lib/i18n.ts";
import type { Examined, Finding } from "../../lib/view/doctor.ts";

/** One fault of a feed, in words that its publisher can use. */
export function findingText(finding: Finding): string {
  if ("url" in finding) return t("finding_moved", finding.url);
  if ("count" in finding) return t(`finding_${finding.kind}`, number(finding.count), number(finding.of));
  return t(`finding_${finding.kind}`);
}

/** A letter to the publisher: what feed it is about, and what is wrong with it. */
export function letterOf({ feed }: Examined, findings: Finding[]): string {
  const lines = findings.map((finding) => t("letterLine", findingText(finding)));
  return [t("letterStart", feed.title, feed.url), "", ...lines, "", t("letterEnd", t("appName"))].join("\n");
}
