import type { ReadonlySignal } from "@preact/signals";
import { t, type MessageKey } from "../../lib/i18n.ts";
import type { KeySettings } from "../../lib/settings.ts";
import type { BrowserKeys } from "../../lib/view/keyGroups.ts";
import type { Opml } from "../../lib/view/opml.ts";
import type { SearchIndex } from "../../lib/view/searchIndex.ts";
import type { Options as OptionsState } from "../../lib/view/options.ts";
import type { Backups } from "../../lib/view/backups.ts";
import type { Storage } from "../../lib/view/storage.ts";
import { useHash } from "../hash.ts";
import { Icon, type IconName } from "../Icon.tsx";
import { Mark } from "../Mark.tsx";
import { About } from "./About.tsx";
import { Alerts, type AlertProps, type AlertSettings } from "./Alerts.tsx";
import { AppearanceSection, type LookSettings } from "./AppearanceSection.tsx";
import { BackupSection } from "./BackupSection.tsx";
import { KeyboardSection } from "./KeyboardSection.tsx";
import { NetworkSection } from "./NetworkSection.tsx";
import { SearchSection } from "./SearchSection.tsx";
import { Sources } from "./Sources.tsx";
import { StorageSection, type StorageSettings } from "./StorageSection.tsx";

export type Preferences = AlertSettings & StorageSettings & LookSettings & KeySettings;

type Props = {
  options: OptionsState;
  opml: Opml;
  searchIndex: SearchIndex;
  storage: Storage;
  backups: Backups;
  alerts: Pick<AlertProps, "choices" | "isBlocked">;
  /** Null until they are read. */
  preferences: ReadonlySignal<Preferences | null>;
  change: (change: Partial<Preferences>) => void;
  browserKeys: BrowserKeys;
  version: string;
};

export function Options({
  options,
  opml,
  searchIndex,
  storage,
  backups,
  alerts,
  preferences,
  change,
  browserKeys,
  version,
}: Props) {
  const chosen = preferences.value;
  return (
    <div class="shell">
      <aside class="onav">
        <div class="brand">
          <Mark />
          <h1>
            {t("appName")}
            <small>{t("settings")}</small>
          </h1>
        </div>
        <Sections />
        <p class="save">{t("savedAsYouGo")}</p>
      </aside>
      <main>
        <Sources options={options} opml={opml} />
        {chosen && <Alerts chosen={chosen} change={change} {...alerts} />}
        {chosen && <StorageSection chosen={chosen} change={change} storage={storage} />}
        <BackupSection backups={backups} />
        {chosen && <AppearanceSection chosen={chosen} change={change} />}
        {chosen && <KeyboardSection chosen={chosen} change={change} browserKeys={browserKeys} />}
        <SearchSection index={searchIndex} stored={options.articleCount.value} />
        <NetworkSection ledger={options.ledger} now={options.now.value} />
        <About version={version} />
      </main>
    </div>
  );
}

const SECTIONS: { id: string; icon: IconName; name: MessageKey }[] = [
  { id: "sources", icon: "feed", name: "sources" },
  { id: "alerts", icon: "bell", name: "alerts" },
  { id: "storage", icon: "disk", name: "storage" },
  { id: "backup", icon: "export", name: "backup" },
  { id: "appearance", icon: "text", name: "appearance" },
  { id: "keyboard", icon: "keyboard", name: "keyboard" },
  { id: "search", icon: "search", name: "search" },
  { id: "network", icon: "network", name: "network" },
  { id: "about", icon: "about", name: "about" },
];

function Sections() {
  const place = useHash() || "sources";
  return (
    <nav aria-label={t("settings")}>
      {SECTIONS.map(({ id, icon, name }) => (
        <a key={id} href={`#${id}`} aria-current={id === place ? "true" : undefined}>
          <Icon name={icon} />
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
