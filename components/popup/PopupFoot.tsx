import { t } from "../../lib/i18n.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import { Icon } from "../Icon.tsx";

export function PopupFoot({ acts }: { acts: PopupActs }) {
  return (
    <footer class="pfoot">
      <button
        class="btn quiet"
        type="button"
        title={t("withKey", t("markAllRead"), "Shift+A")}
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
