import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Makes a row of controls one stop of the Tab key: arrow keys, Home and End move inside. The controls carry
 * `data-stop`; the one that has or last had focus is the stop, at first the current or pressed one.
 */
export function useRoving() {
  const ref = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (ref.current) keepOneStop(ref.current);
  });
  return {
    ref: (element: HTMLElement | null) => {
      ref.current = element;
    },
    onFocusIn: (event: FocusEvent) => {
      if (ref.current && event.target instanceof HTMLElement) makeStop(ref.current, event.target);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (ref.current && moveFocus(ref.current, event)) event.preventDefault();
    },
  };
}

function keepOneStop(row: HTMLElement): void {
  const stops = stopsOf(row);
  const marked = stops.find((stop) => stop.matches('[aria-current], .chip[aria-pressed="true"]'));
  const kept = stops.find((stop) => stop.dataset.stop === "kept");
  const stop = marked ?? kept ?? stops[0];
  if (stop) makeStop(row, stop);
}

function makeStop(row: HTMLElement, chosen: HTMLElement): void {
  const stops = stopsOf(row);
  if (!stops.includes(chosen)) return;
  for (const stop of stops) {
    stop.tabIndex = stop === chosen ? 0 : -1;
    stop.dataset.stop = stop === chosen ? "kept" : "";
  }
}

function moveFocus(row: HTMLElement, event: KeyboardEvent): boolean {
  const stops = stopsOf(row);
  const at = stops.findIndex((stop) => stop === row.ownerDocument.activeElement);
  const next = at < 0 ? undefined : stops[targetOf(event.key, at, { count: stops.length, isRtl: isRtl(row) })];
  next?.focus();
  next?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return next !== undefined;
}

function targetOf(key: string, at: number, row: { count: number; isRtl: boolean }): number {
  const { count, isRtl } = row;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === (isRtl ? "ArrowLeft" : "ArrowRight")) return (at + 1) % count;
  if (key === (isRtl ? "ArrowRight" : "ArrowLeft")) return (at + count - 1) % count;
  return -1;
}

const stopsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>("[data-stop]")];
const isRtl = (row: HTMLElement) => getComputedStyle(row).direction === "rtl";
