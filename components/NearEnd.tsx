import { useEffect, useRef } from "preact/hooks";

/** The end of what is drawn, not yet in sight. Made anew for each page, so that one too short to fill the list asks for the next. */
export function NearEnd({ onNear }: { onNear: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const root = place.current.parentElement;
    const watching = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), {
      root,
      rootMargin: "800px",
    });
    watching.observe(place.current);
    return () => watching.disconnect();
  }, []);
  return <div ref={place} />;
}
