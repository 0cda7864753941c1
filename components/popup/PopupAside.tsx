import type { ReadonlySignal } from "@preact/signals";
import type { ComponentProps } from "preact";
import { t } from "../../lib/i18n.ts";
import { Announcer } from "../Announcer.tsx";
import { Icon } from "../Icon.tsx";

type Offer = { host: ReadonlySignal<string | null>; onFollow: () => void };

/** What stands beside the list: words for screen readers, and the offer to follow the site behind the popup. */
export function asideWith({ host, onFollow }: Offer) {
  return (props: ComponentProps<typeof Announcer>) => (
    <>
      <Announcer {...props} />
      {host.value !== null && (
        <div class="sitewrap">
          <button class="pill" type="button" title={host.value} onClick={onFollow}>
            <Icon name="plus" />
            {t("followSite")}
          </button>
        </div>
      )}
    </>
  );
}
