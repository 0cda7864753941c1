import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { number, t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import { useFinding, type Found } from "./finding.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import type { ReadingPlace } from "./readingPlace.ts";

export type FindBarProps = { reader: Reader; place: ReadingPlace; scroller: HTMLElement };

/** Finds words in the article under it. */
export function FindBar({ reader, place, scroller }: FindBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { found, ask, step } = useFinding(scroller, place.drawnId.value);
  const close = () => void (reader.finding.value = null);
  useRoom(bar, place);
  useFocus(reader, { bar, field, scroller });
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div class="findbar" role="search" aria-label={t("action_find")} ref={bar} onKeyDown={press}>
      <span class="w">
        <Icon name="search" />
        <input
          ref={field}
          class="field"
          type="text"
          aria-label={t("action_find")}
          placeholder={t("action_find")}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          dir="auto"
          onInput={(event) => ask(event.currentTarget.value)}
        />
        <output class="num">{found && foundText(found)}</output>
      </span>
      <IconButton icon="up" label={t("previousMatch")} onPress={() => step(-1)} />
      <IconButton icon="down" label={t("nextMatch")} onPress={() => step(1)} />
      <IconButton icon="close" label={t("closeFind")} does="back" onPress={close} />
    </div>
  );
}

const foundText = ({ count, present }: Found): string =>
  count === 0 ? t("noMatch") : t("matchOf", number(present), number(count));

/** The text does not move when the bar comes and goes. */
function useRoom(bar: RefObject<HTMLElement | null>, place: ReadingPlace): void {
  useLayoutEffect(() => {
    const height = bar.current?.offsetHeight ?? 0;
    place.shift(height);
    return () => place.shift(-height);
  }, []);
}

type Elements = {
  bar: RefObject<HTMLElement | null>;
  field: RefObject<HTMLInputElement | null>;
  scroller: HTMLElement;
};

/** Into the field each time that it is asked for, and back to where it was before. */
function useFocus(reader: Reader, { bar, field, scroller }: Elements): void {
  const wish = reader.finding.value;
  useLayoutEffect(() => {
    const origin = focused(document);
    return () => {
      if (!bar.current?.contains(document.activeElement)) return;
      for (const place of [origin, scroller]) {
        place?.focus({ preventScroll: true });
        if (place?.ownerDocument.activeElement === place) return;
      }
    };
  }, []);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [wish]);
}

/** In the article's frame too. Where nothing in it has the focus, the frame itself has. */
function focused(page: Document): HTMLElement | null {
  const { activeElement } = page;
  // Checked: only the frame of the article is a frame. Its elements are of another window, where `instanceof` says no.
  const inner = (activeElement as HTMLIFrameElement | null)?.contentDocument;
  const within = inner && inner.activeElement !== inner.body ? focused(inner) : null;
  return within ?? (activeElement as HTMLElement | null);
}
