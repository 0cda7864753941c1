import { useEffect, useRef, useState } from "preact/hooks";
import { locale, t } from "../../lib/i18n.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { inOrder, type TagRow } from "../../lib/view/tagRows.ts";
import { tagName } from "../tagName.ts";
import { mergeTag, renameTag, separateTag } from "./tagActs.ts";

type Props = {
  reader: Reader;
  row: TagRow;
  all: readonly TagRow[];
  /** Gives focus back. */
  close: () => void;
  goTo: (tag: string) => void;
};

/** Under a tag's row: its name, what it is merged into, and what was merged into it. */
export function TagEditor(props: Props) {
  const { row, close } = props;
  return (
    <div
      class="tagedit"
      role="group"
      aria-label={t("editTag", row.name)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <NameForm {...props} />
      <MergeForm {...props} />
      <Aliases {...props} />
    </div>
  );
}

function NameForm({ reader, row, close }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        renameTag({ reader, tag: row.tag }, field.current?.value ?? "");
        close();
      }}
    >
      <label>
        {t("tagName")}
        <input class="field" type="text" dir="auto" maxLength={64} defaultValue={row.name} ref={field} />
      </label>
      <button class="btn">{t("save")}</button>
    </form>
  );
}

function MergeForm({ reader, row, all, close, goTo }: Props) {
  const [into, choose] = useState("");
  const others = inOrder(all, "name", locale()).filter(({ tag }) => tag !== row.tag);
  if (others.length === 0) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (into === "") return;
        close();
        mergeTag({ reader, tag: row.tag }, into);
        // Its own row goes.
        goTo(into);
      }}
    >
      <label>
        {t("mergeInto")}
        <select class="field" value={into} required onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("chooseTag")}</option>
          {others.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button class="btn">{t("merge")}</button>
    </form>
  );
}

function Aliases({ reader, row, close }: Props) {
  if (row.aliases.length === 0) return null;
  return (
    <ul aria-label={t("mergedTags")}>
      {row.aliases.map((alias) => (
        <li key={alias}>
          <bdi>{tagName.of(alias)}</bdi>
          <button
            class="link"
            type="button"
            aria-label={t("separateTag", tagName.of(alias))}
            onClick={() => {
              close();
              separateTag({ reader, tag: alias });
            }}
          >
            {t("separate")}
          </button>
        </li>
      ))}
    </ul>
  );
}
