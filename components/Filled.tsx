import type { ComponentChildren } from "preact";

/** Stands in a message where something goes that is more than text. */
export const SLOT = "\uFFFC";

/** A whole sentence, with `children` in the place of `slot`, wherever the language has it. */
export function Filled({ text, slot = SLOT, children }: { text: string; slot?: string; children: ComponentChildren }) {
  const [before, after] = text.split(slot);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
