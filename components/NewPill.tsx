import { Icon } from "./Icon.tsx";
import { keyFor } from "./shortcuts.ts";
import { arrivalsText } from "./arrivalsText.ts";

/** New articles wait behind it, so that the list stays where it is. */
export function NewPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div class="pillwrap">
      <button class="pill" type="button" aria-keyshortcuts={keyFor("showNew")} onClick={onShow}>
        <Icon name="arrowUp" />
        {arrivalsText(count)}
      </button>
    </div>
  );
}
