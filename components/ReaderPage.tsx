import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { plural } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import { alone } from "./alone.tsx";
import { ListPane } from "./ListPane.tsx";
import type { LetKeysBeObeyed } from "./holdKeys.ts";
import { useKeys } from "./keysDoor.ts";
import { usePageTitle } from "./pageTitle.ts";
import { PageBoundary } from "./PageBoundary.tsx";
import { ReaderDoor } from "./ReaderDoor.tsx";
import { readyFrame } from "./readyFrame.ts";
import { SearchDoor } from "./SearchDoor.tsx";
import { TextDoor } from "./TextDoor.tsx";
import { SheetDoor } from "./SheetDoor.tsx";
import { TagsDoor } from "./tags/TagsDoor.tsx";
import { Announcer } from "./Announcer.tsx";
import { Toast } from "./Toast.tsx";
import { Rail } from "./ViewTabs.tsx";

type Props = { reader: Reader; form: "panel" | "tab"; letKeysBeObeyed: LetKeysBeObeyed };

/** List and reader, of which the side panel shows one and a wide tab both. */
export function ReaderPage(props: Props) {
  return (
    <PageBoundary>
      <Panes {...props} />
    </PageBoundary>
  );
}

const Panes = alone(({ reader, form, letKeysBeObeyed }: Props) => {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useRef<HTMLDivElement>(null);
  const tags = useRef<HTMLDivElement>(null);
  const press = useKeys(reader, scroller, letKeysBeObeyed);
  useEffect(readyFrame, []);
  usePageTitle(reader);
  const isTwoPane = reader.isTwoPane.value;
  // The list stays in view until the article can be drawn in its place.
  const isReading = useComputed(() => reader.reading.article.value !== null).value;
  const isCovered = isReading && !isTwoPane;
  const isSearching = reader.searched.value !== null;
  const isTagsOpen = reader.isTagsOpen.value;
  const inFront = [isCovered && scroller, isSearching && found, isTagsOpen && tags].find(Boolean) || list;
  return (
    <>
      {isTwoPane && <Rail reader={reader} />}
      <ListPane reader={reader} form={form} scroller={list} isCovered={isCovered || isSearching || isTagsOpen} />
      <TagsDoor reader={reader} scroller={tags} isCovered={isCovered || isSearching} isOpen={isTagsOpen} />
      <SearchDoor reader={reader} scroller={found} isCovered={isCovered} isOpen={isSearching} />
      <ReaderDoor reader={reader} form={form} scroller={scroller} onKey={press} isOpen={isReading || isTwoPane} />
      <DoneToast reader={reader} home={() => inFront.current} />
      <TextDoor reader={reader} />
      <SheetDoor reader={reader} />
      <Announcer progress={reader.feeds.progress.value} arrivals={reader.list.arrivals.value} />
    </>
  );
});

function DoneToast({ reader, home }: { reader: Reader; home: () => HTMLElement | null }) {
  const done = reader.justDone.value;
  if (done === null) return null;
  return (
    <div class="toastwrap">
      <Toast
        text={done.kind === "marked" ? plural("markedRead", done.count) : done.text}
        home={home}
        onUndo={() => void reader.undo()}
        onClose={reader.dismiss}
      />
    </div>
  );
}
