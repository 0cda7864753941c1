import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { clearSearch } from "../lib/view/searching.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Icon } from "./Icon.tsx";
import { optionId, Suggestions } from "./Suggestions.tsx";
import { useSuggestions } from "./suggesting.ts";

/** A text field with a list of suggestions that never takes a key which was meant for the text. */
export function SearchField({ reader }: { reader: Reader }) {
  const field = useRef<HTMLInputElement>(null);
  const suggesting = useSuggestions(reader);
  const { offered, chosen } = suggesting;
  const isOpen = offered.length > 0;
  useFocusWish(reader, field);
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (suggesting.press(event.key) || pressText(reader, event.key)) event.preventDefault();
  };
  return (
    <span class="w" onFocusOut={suggesting.close}>
      <Icon name="search" />
      <input
        ref={field}
        class="field"
        type="text"
        role="combobox"
        aria-label={t("searchArticles")}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? "suggestions" : undefined}
        aria-activedescendant={chosen === null ? undefined : optionId(chosen)}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        dir="auto"
        value={reader.searched.value ?? ""}
        onInput={(event) => {
          suggesting.open();
          reader.searchFor(event.currentTarget.value);
        }}
        onKeyDown={press}
      />
      <Suggestions offered={offered} chosen={chosen} onTake={suggesting.take} />
    </span>
  );
}

/** Enter and the arrow go on to what was found; Escape clears, then closes. Tells whether it took the key. */
function pressText(reader: Reader, key: string): boolean {
  if (key === "Escape") return clearSearch(reader);
  if (key !== "Enter" && key !== "ArrowDown") return false;
  const [first] = reader.walk.rows.peek();
  if (first) reader.focusWish.value = { on: "row", id: first.id };
  return true;
}

function useFocusWish(reader: Reader, field: { current: HTMLInputElement | null }): void {
  const wish = reader.focusWish.value;
  useLayoutEffect(() => {
    if (wish?.on !== "field") return;
    reader.focusWish.value = null;
    field.current?.focus();
    field.current?.select();
  }, [wish]);
  // Opened by an address, the search has nobody who asked for its field.
  useEffect(() => {
    if (reader.openId.peek() === null && document.activeElement === document.body) field.current?.focus();
  }, []);
}
