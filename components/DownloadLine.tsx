import { number, plural, t } from "../lib/i18n.ts";
import type { DownloadShown } from "../lib/view/download.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Notice } from "./Notice.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import "./readingIcons.ts";

type Props = { shown: DownloadShown; reader: Reader };

/** How far the pictures of what is unread are, and what came of it, until it is put away. */
export function DownloadLine({ shown, reader }: Props) {
  const isOver = shown.kind === "ended";
  const stop = { label: t("stop"), run: () => void reader.stopDownload() };
  const close = { label: t("close"), run: () => void reader.closeDownload() };
  return (
    <>
      {shown.kind === "running" && <ProgressBar progress={shown.progress} label={t("downloading")} />}
      <Notice tone="calm" icon="download" isSilent={!isOver} text={textOf(shown)} action={isOver ? close : stop} />
    </>
  );
}

function textOf(shown: DownloadShown): string {
  switch (shown.kind) {
    case "preparing":
      return t("downloadPreparing");
    case "running":
      return t("downloadProgress", number(shown.progress.done), number(shown.progress.total));
    case "ended":
      if (shown.isRoomUsedUp) return t("downloadNoRoom");
      return shown.left > 0 ? plural("downloadLeft", shown.left) : t("downloadDone");
  }
}
