import { outageOf } from "../lib/view/outage.ts";
import { News } from "./News.tsx";
import { RefreshDetails, type RefreshDetailsProps } from "./RefreshDetails.tsx";

export type UnderHeaderProps = RefreshDetailsProps & { isOpen: boolean };

/** One at a time: what people opened, what went wrong (the list's notice), and only then what is new. */
export function UnderHeader({ isOpen, ...props }: UnderHeaderProps) {
  if (isOpen) return <RefreshDetails {...props} />;
  const { feeds, disk } = props.reader;
  return outageOf(feeds.all.value ?? [], disk.value) === null ? <News /> : null;
}
