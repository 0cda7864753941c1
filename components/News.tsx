import { t } from "../lib/i18n.ts";
import { Notice } from "./Notice.tsx";
import { news } from "./news.ts";

/** One line on what a new version brought, until it is put away. */
export function News() {
  if (news.value === null) return null;
  const { version, close } = news.value;
  const action = { label: t("close"), run: close };
  return <Notice tone="calm" icon="about" text={t("whatsNew", t("appName"), version)} action={action} />;
}
