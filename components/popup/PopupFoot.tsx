import { t } from "../../lib/i18n.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import { Icon } from "../Icon.tsx";
import { tip } from "../tip.ts";

export function PopupFoot({ acts }: { acts: PopupActs }) {
  return (
    <footer class="pfoot">
      <button
        class="btn quiet"
        type="button"
        title={tip.of(t("markAllRead"), "markAllRead")}
        onClick={acts.markAllRead}
      >
        <Icon name="checks" />
        {t("markAllRead")}
      </button>
      <button class="btn primary" type="button" onClick={acts.openList}>
        <Icon name="panel" class="flip" />
        {t("openSidePanel")}
      </button>
    </footer>
  );
}
