import { useRef, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { Icon } from "./Icon.tsx";
import { Menu, type MenuItem } from "./Menu.tsx";

type Props = { items: MenuItem[]; label?: string };

/** The menu button at the end of a toolbar or row. */
export function MoreButton({ items, label = t("more") }: Props) {
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
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={start !== null}
        aria-controls={start === null ? undefined : "more"}
        onClick={() => setStart(start === null ? "first" : null)}
        onKeyDown={onKeyDown}
      >
        <Icon name="more" />
      </button>
      {start !== null && <Menu id="more" {...{ label, items, start, opener }} onClose={() => setStart(null)} />}
    </>
  );
}
