import { plural, t } from "../lib/i18n.ts";
import type { Feed } from "../lib/model.ts";
import { outageOf, type Disk } from "../lib/view/outage.ts";
import { Notice } from "./Notice.tsx";

type Props = {
  feeds: Feed[];
  disk: Disk;
  /** Articles in all. */
  stored: number;
  openSettings: (part?: "storage") => void;
  /** Shows what came of these sources. */
  onDetails: (feeds: Feed[]) => void;
};

/** What went wrong with the last refreshes, in one line. With nothing stored, the empty list says it. */
export function ListNotice({ feeds, disk, stored, openSettings, onDetails }: Props) {
  const outage = outageOf(feeds, disk);
  if (outage === null || stored === 0) return null;
  const details = { label: t("details"), run: () => onDetails(feeds.filter((feed) => feed.trouble)) };
  const space = { label: t("freeSpace"), run: () => openSettings("storage") };
  switch (outage.kind) {
    case "storageFull":
      return <Notice tone="warn" icon="disk" isUrgent text={t("storageFullText")} action={space} />;
    case "picturesUnsaved":
      return <Notice tone="warn" icon="disk" isUrgent text={t("storageFull")} action={space} />;
    case "allFailed":
      return <Notice tone="bad" icon="warning" text={t("failedAll")} action={details} />;
    case "allUnreadable":
      return <Notice tone="bad" icon="warning" text={t("unreadableAll")} action={details} />;
    case "oneUnreadable":
      return <Notice tone="warn" icon="warning" text={t("unreadableOne", outage.feed.title)} action={details} />;
    case "severalUnreadable":
      return <Notice tone="warn" icon="warning" text={plural("unreadableSeveral", outage.count)} action={details} />;
    case "oneFailed":
      return <Notice tone="warn" icon="warning" text={t("failedOne", outage.feed.title)} action={details} />;
    case "severalFailed":
      return <Notice tone="warn" icon="warning" text={plural("failedSeveral", outage.count)} action={details} />;
    case "offline":
      return <Notice tone="calm" icon="offline" text={plural("offlineSaved", stored)} />;
  }
}
