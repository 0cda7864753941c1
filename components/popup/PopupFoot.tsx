import { t } from "../../lib/i18n.ts";
import type { Popup } from "../../lib/view/popup.ts";
import { Icon } from "../Icon.tsx";

export function PopupFoot({ popup }: { popup: Popup }) {
  return (
    <footer class="pfoot">
      <button
        class="btn quiet"
        type="button"
        title={t("withKey", t("markAllRead"), "Shift+A")}
        onClick={popup.markAllRead}
      >
        <Icon name="checks" />
        {t("markAllRead")}
      </button>
      <button class="btn primary" type="button" onClick={popup.openList}>
        <Icon name="panel" class="flip" />
        {t("openSidePanel")}
      </button>
    </footer>
  );
}
