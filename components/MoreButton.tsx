import { useRef, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { Icon } from "./Icon.tsx";
import { Menu, type MenuItem } from "./Menu.tsx";

/** The menu button at the end of a toolbar. */
export function MoreButton({ items }: { items: MenuItem[] }) {
  const opener = useRef<HTMLButtonElement>(null);
  const [start, setStart] = useState<"first" | "last" | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setStart(event.key === "ArrowDown" ? "first" : "last");
  };
  return (
    <>
      <button
        class="ib"
        type="button"
        ref={opener}
        data-stop=""
        aria-label={t("more")}
        title={t("more")}
        aria-haspopup="menu"
        aria-expanded={start !== null}
        aria-controls={start === null ? undefined : "more"}
        onClick={() => setStart(start === null ? "first" : null)}
        onKeyDown={onKeyDown}
      >
        <Icon name="more" />
      </button>
      {start !== null && (
        <Menu id="more" label={t("more")} {...{ items, start, opener }} onClose={() => setStart(null)} />
      )}
    </>
  );
}
