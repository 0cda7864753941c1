import type { RefObject } from "preact";
import type { Reader } from "../lib/view/reader.ts";
import { useLoaded } from "./loaded.ts";
import type { ReadingPlace } from "./readingPlace.ts";

type Props = { reader: Reader; place: ReadingPlace; scroller: RefObject<HTMLElement | null> };

/** The bar that finds words in the article, when it is asked for. */
export function FindDoor({ reader, place, scroller }: Props) {
  const isOpen = reader.finding.value !== null;
  const Bar = useLoaded(loadBar, isOpen);
  if (!isOpen || !Bar || !scroller.current) return null;
  return <Bar reader={reader} place={place} scroller={scroller.current} />;
}

const loadBar = () => import("./FindBar.tsx").then(({ FindBar }) => FindBar);
