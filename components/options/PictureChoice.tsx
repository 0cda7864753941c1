import type { PictureHosts } from "../../lib/db/feeds.ts";
import { locale, t } from "../../lib/i18n.ts";

type Props = {
  /** An address of the source. */
  own: string;
  /** Addresses on the other hosts that its pictures lie on. */
  others: string[];
  chosen: PictureHosts;
  onChoose: (hosts: PictureHosts) => void;
};

/** Who serves a picture sees that somebody looks at it: where pictures may come from is the reader's to say. */
export function PictureChoice({ own, others, chosen, onChoose }: Props) {
  const hosts = others.slice(0, MOST_NAMED).map(hostOf);
  return (
    <fieldset class="hosts">
      <legend>{t("pictures")}</legend>
      <label>
        <input type="radio" name="hosts" checked={chosen === "own"} onChange={() => onChoose("own")} />
        {t("picturesOwn", hostOf(own))}
      </label>
      <label>
        <input
          type="radio"
          name="hosts"
          checked={chosen === "any"}
          aria-describedby="hosts-hint"
          onChange={() => onChoose("any")}
        />
        {t("picturesAny")}
      </label>
      <small id="hosts-hint">{t("picturesAnyHint", new Intl.ListFormat(locale()).format(hosts))}</small>
    </fieldset>
  );
}

/** The browser names all of them. */
const MOST_NAMED = 4;

const hostOf = (url: string): string => new URL(url).hostname;
