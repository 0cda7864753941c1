import { t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import type { MenuItem } from "./Menu.tsx";
import { MoreButton } from "./MoreButton.tsx";
import "./readingIcons.ts";

type Props = { reader: Reader; form: "panel" | "tab" };

/** What can be done with a list beside what its head shows. */
export function ListMore({ reader, form }: Props) {
  const { density, marksPassed } = reader.appearance.value;
  const isCompact = density === "compact";
  const download: MenuItem = {
    icon: "download",
    label: t("downloadUnread"),
    onPress: () => void reader.downloadUnread(),
  };
  const acts: MenuItem[] = [
    { icon: "checks", label: t("markAllRead"), does: "markAllRead", onPress: () => void reader.markAll() },
    download,
    { icon: "tab", label: t("openInTab"), does: "openFullTab", onPress: () => reader.openTab(null) },
    { icon: "settings", label: t("settings"), does: "settings", onPress: () => reader.openSettings() },
  ];
  const keys: MenuItem = {
    icon: "help",
    label: t("keysTitle"),
    does: "shortcuts",
    onPress: () => (reader.areKeysShown.value = true),
  };
  const looks: MenuItem[] = [
    {
      icon: "check",
      label: t("compactList"),
      isChecked: isCompact,
      onPress: () => reader.setAppearance({ density: isCompact ? "comfortable" : "compact" }),
    },
    {
      icon: "check",
      label: t("markPassed"),
      isChecked: marksPassed,
      onPress: () => reader.setAppearance({ marksPassed: !marksPassed }),
    },
  ];
  return <MoreButton items={form === "panel" ? [...acts, keys, ...looks] : [download, keys, ...looks]} />;
}
