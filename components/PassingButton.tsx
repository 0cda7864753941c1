import { useRef } from "preact/hooks";
import { useFocusReturn } from "./focusReturn.ts";

type Props = {
  class: string;
  label: string;
  onPress: () => void;
  /** Takes the focus when the button goes with it, and where it came from is gone; else the list around does. */
  home?: () => HTMLElement | null;
};

/** A button that may go, with what it is about, while the focus is on it. */
export function PassingButton({ class: look, label, onPress, home }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const noteOrigin = useFocusReturn(button, home ?? (() => listAround(button.current)));
  return (
    <button class={look} type="button" ref={button} onFocusIn={noteOrigin} onClick={() => onPress()}>
      {label}
    </button>
  );
}

const listAround = (element: Element | null): HTMLElement | null =>
  element?.closest("main, section")?.querySelector<HTMLElement>(".scroll, .plist") ?? null;
