import { outageOf } from "../lib/view/outage.ts";
import { DownloadLine } from "./DownloadLine.tsx";
import { News } from "./News.tsx";
import { RefreshDetails, type RefreshDetailsProps } from "./RefreshDetails.tsx";

export type UnderHeaderProps = RefreshDetailsProps & { isOpen: boolean };

/** One at a time: what people opened or asked for, what went wrong (the list's notice), and only then what is new. */
export function UnderHeader({ isOpen, ...props }: UnderHeaderProps) {
  if (isOpen) return <RefreshDetails {...props} />;
  const { feeds, disk, download } = props.reader;
  if (download.value) return <DownloadLine shown={download.value} reader={props.reader} />;
  return outageOf(feeds.all.value ?? [], disk.value) === null ? <News /> : null;
}
