import type { Reader } from "../lib/view/reader.ts";
import { useLoaded } from "./loaded.ts";

/** Why the list has no rows, where it has none. */
export function EmptyDoor({ reader }: { reader: Reader }) {
  const isEmpty = reader.list.isEmpty.value;
  const Empty = useLoaded(loadEmpty, isEmpty);
  return isEmpty && Empty ? <Empty reader={reader} /> : null;
}

const loadEmpty = () => import("./ListEmpty.tsx").then(({ ListEmpty }) => ListEmpty);
