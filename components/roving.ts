import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Makes a row of controls one stop of the Tab key: arrow keys, Home and End move inside. The controls carry
 * `data-stop`; the one that has or last had focus is the stop, at first the current or pressed one. Where the row
 * scrolls, one that becomes current or pressed comes into sight.
 */
export function useRoving() {
  const ref = useRef<HTMLElement | null>(null);
  const chosen = useRef<HTMLElement | undefined>(undefined);
  useLayoutEffect(() => {
    if (ref.current) keepOneStop(ref.current);
  });
  useLayoutEffect(() => {
    const before = chosen.current;
    chosen.current = ref.current ? chosenIn(ref.current) : undefined;
    if (before && before !== chosen.current) chosen.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
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
  const kept = stops.find((stop) => stop.dataset.stop === "kept");
  const stop = chosenIn(row) ?? kept ?? stops[0];
  if (stop) makeStop(row, stop);
}

function chosenIn(row: HTMLElement): HTMLElement | undefined {
  return stopsOf(row).find((stop) => stop.matches('[aria-current], .chip[aria-pressed="true"]'));
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
