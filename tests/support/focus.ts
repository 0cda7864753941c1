/** Where the focus is, and whether it can be seen there. Runs in the page. */
export function readFocus(): { name: string; isLost: boolean; isSeen: boolean } {
  const outer = document.activeElement;
  const inner = outer instanceof HTMLIFrameElement ? (outer.contentDocument?.activeElement ?? outer) : outer;
  if (inner === null || inner === document.body) return { name: "nothing", isLost: true, isSeen: false };
  const words = (inner.getAttribute("aria-label") ?? inner.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
  const name = `<${inner.tagName.toLowerCase()} class="${inner.getAttribute("class") ?? ""}"> “${words}”`;
  const hasRing = (element: Element, part?: "::before" | "::after") => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  // A row, a choice or a select wears the ring of what it is made of. A headline is no control.
  const around = inner.closest("label, .pick, .w, .field");
  const isOwn = hasRing(inner) || hasRing(inner, "::before") || hasRing(inner, "::after");
  const isSeen = isOwn || (around !== null && hasRing(around));
  return { name, isLost: false, isSeen: isSeen || /^H\d$/.test(inner.tagName) };
}
