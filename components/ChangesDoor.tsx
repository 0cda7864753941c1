import type { ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Changes } from "./Changes.tsx";

type View = typeof Changes;

/** What compares versions is loaded when somebody asks: few articles have any. */
export function ChangesDoor(props: ComponentProps<View>) {
  const [Loaded, setLoaded] = useState<View | null>(null);
  const isOpen = props.reader.isComparing.value;
  useEffect(() => {
    if (isOpen) void import("./Changes.tsx").then(({ Changes }) => setLoaded(() => Changes));
  }, [isOpen]);
  return isOpen && Loaded ? <Loaded {...props} /> : null;
}
