import { plural } from "../lib/i18n.ts";
import { Icon } from "./Icon.tsx";

/** New articles wait behind it, so that the list stays where it is. */
export function NewPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div class="pillwrap">
      <button class="pill" type="button" onClick={onShow}>
        <Icon name="arrowUp" />
        {plural("newArticles", count)}
      </button>
    </div>
  );
}
