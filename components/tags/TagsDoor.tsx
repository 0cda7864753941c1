import type { Reader } from "../../lib/view/reader.ts";
import { useLayer } from "../layer.ts";
import { useLoaded } from "../loaded.ts";
import type { TagsPaneProps } from "./TagsPane.tsx";

type Props = TagsPaneProps & { isOpen: boolean };

/** All tags, over the list. */
export function TagsDoor({ isOpen, ...props }: Props) {
  const Pane = useLoaded(loadPane, isOpen);
  useLayer(props.reader, isOpen);
  return isOpen && Pane ? <Pane {...props} /> : null;
}

const loadPane = () => import("./TagsPane.tsx").then(({ TagsPane }) => TagsPane);

/** What can be done to the tag whose list is shown. */
export function ToolsDoor({ reader }: { reader: Reader }) {
  const { tag } = reader.filter.value;
  const Tools = useLoaded(loadTools, tag !== null);
  return tag !== null && Tools ? <Tools reader={reader} tag={tag} /> : null;
}

const loadTools = () => import("./TagTools.tsx").then(({ TagTools }) => TagTools);
