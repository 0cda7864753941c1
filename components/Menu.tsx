import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Action } from "../lib/view/keymap.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { createMenuKeys } from "./menuKeys.ts";
import { keyFor } from "./shortcuts.ts";

export type MenuItem = {
  icon: IconName;
  label: string;
  /** What it does, where a key does the same, which is then named. */
  does?: Action;
  /** Only for what is on or off; its icon says that it is on. */
  isChecked?: boolean;
  onPress: () => void;
};

type Props = {
  id: string;
  label: string;
  items: MenuItem[];
  /** The item that has focus first. */
  start: "first" | "last";
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** A list of commands. It closes when one is chosen, with Esc, and when focus or the pointer goes elsewhere. */
export function Menu({ id, label, items, start, opener, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [targetOf] = useState(createMenuKeys);
  useEffect(
    () =>
      itemsIn(box)
        .at(start === "first" ? 0 : -1)
        ?.focus(),
    [],
  );
  useClosingBeside(box, opener, onClose);
  useReturn(box, opener);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    // Enter and Space press the item; Tab goes on from the opener. No other key may reach the page beneath.
    if (event.key === "Enter" || event.key === " ") return;
    if (event.key !== "Tab") event.preventDefault();
    if (event.key === "Tab" || event.key === "Escape") return close();
    const at = itemsIn(box).findIndex((item) => item === document.activeElement);
    const target = targetOf(event, { at, labels: items.map((item) => item.label) });
    if (target !== null) itemsIn(box)[target]?.focus();
  };
  const close = () => {
    opener.current?.focus();
    onClose();
  };
  const press = (item: MenuItem) => {
    close();
    item.onPress();
  };
  return (
    <div
      class="menu"
      id={id}
      role="menu"
      aria-label={label}
      ref={box}
      onKeyDown={onKeyDown}
      // Where a click gives no focus, it would take it away.
      onMouseDown={(event) => event.preventDefault()}
      onFocusOut={({ relatedTarget }) => isIn([box, opener], relatedTarget) || onClose()}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role={item.isChecked === undefined ? "menuitem" : "menuitemcheckbox"}
          aria-checked={item.isChecked}
          tabIndex={-1}
          onClick={() => press(item)}
        >
          <Icon name={item.icon} />
          <span>{item.label}</span>
          {keyFor(item.does) && <kbd aria-hidden="true">{keyFor(item.does)}</kbd>}
        </button>
      ))}
    </div>
  );
}

type Box = RefObject<HTMLElement | null>;

const itemsIn = ({ current }: Box): HTMLElement[] => [
  ...(current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? []),
];

const isIn = (boxes: Box[], target: EventTarget | null): boolean =>
  boxes.some(({ current }) => target instanceof Node && current?.contains(target));

/** The opener has a click of its own. */
function useClosingBeside(box: Box, opener: Box, onClose: () => void): void {
  useEffect(() => {
    const closeBeside = ({ target }: PointerEvent) => void (isIn([box, opener], target) || onClose());
    document.addEventListener("pointerdown", closeBeside);
    return () => document.removeEventListener("pointerdown", closeBeside);
  }, []);
}

/** However it goes, focus that is in it goes back to its opener. */
function useReturn(box: Box, opener: Box): void {
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) opener.current?.focus();
    };
  }, []);
}
