import { t } from "../../lib/i18n.ts";

export function About({ version }: { version: string }) {
  return (
    <section class="sec" id="about">
      <h2>{t("about")}</h2>
      <p class="sub">{t("privacy")}</p>
      <div class="card about">
        <h3>{t("appName")}</h3>
        <p class="num">{t("version", version)}</p>
      </div>
    </section>
  );
}
