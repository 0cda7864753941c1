import { useLoaded } from "./loaded.ts";
import { useLayer } from "./layer.ts";
import type { SearchPaneProps } from "./SearchPane.tsx";

/** The search over the list. */
export function SearchDoor(props: SearchPaneProps & { isOpen: boolean }) {
  const Pane = useLoaded(loadPane, props.isOpen);
  useLayer(props.reader, props.isOpen);
  return props.isOpen && Pane ? <Pane {...props} /> : null;
}

const loadPane = () => import("./SearchPane.tsx").then(({ SearchPane }) => SearchPane);
