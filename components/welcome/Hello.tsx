import { t } from "../../lib/i18n.ts";
import { site } from "../../lib/site.ts";
import { Mark } from "../Mark.tsx";

export function Hello({ onSkip }: { onSkip: () => void }) {
  return (
    <>
      <img class="pic" src="/edition/images/ferry.webp" alt="" />
      <Mark />
      <h1>{t("welcomeTitle")}</h1>
      <p class="p">{t("welcomeText", t("appName"), site.name)}</p>
      <p class="p">{t("welcomePrivacy")}</p>
      <p class="p aside">{t("privateWindows", t("appName"))}</p>
      <div class="ft">
        <a class="btn primary" href="#topics">
          {t("chooseTopics")}
        </a>
        <button class="btn quiet" type="button" onClick={onSkip}>
          {t("skip")}
        </button>
      </div>
    </>
  );
}
