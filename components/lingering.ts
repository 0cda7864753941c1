import { useEffect, useState } from "preact/hooks";

/**
 * What is shown for `ms` goes by itself, counted anew when pointer and focus have left it: nobody loses what they are
 * reaching for. Another `what` is another showing. The listeners that this returns are the element's.
 */
export function useLingering(onClose: () => void, { ms, what }: { ms: number; what: unknown }) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    if (isHovered || isFocused) return;
    const timer = setTimeout(onClose, ms);
    return () => clearTimeout(timer);
  }, [what, isHovered, isFocused]);
  return {
    onPointerEnter: () => setHovered(true),
    onPointerLeave: () => setHovered(false),
    onFocusIn: () => setFocused(true),
    onFocusOut: () => setFocused(false),
  };
}
