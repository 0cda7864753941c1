import { useEffect, useRef } from "preact/hooks";
import type { PictureWish } from "../../lib/db/feedWishes.ts";
import { t, type MessageKey } from "../../lib/i18n.ts";
import type { SourceActs } from "../../lib/view/sourceActs.ts";
import type { Source } from "../../lib/view/sources.ts";
import { durationText } from "./durationText.ts";

type Props = { source: Source; acts: SourceActs; onClose: () => void };

/** Under a source's row: what the reader makes of it. Saved as it is changed. Takes the focus; `onClose` gives it back. */
export function SourceEditor({ source, acts, onClose }: Props) {
  return (
    <div
      class="sedit"
      role="group"
      aria-label={t("editSource", source.title)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <NameField source={source} acts={acts} />
      <TagsField source={source} acts={acts} />
      <IntervalField source={source} acts={acts} />
      <PicturesField source={source} acts={acts} />
      <SwitchLine
        label={t("paused")}
        hint={t("pausedHint")}
        isOn={source.isPaused}
        onTurn={(isOn) => void (isOn ? acts.pause(source) : acts.resume(source))}
      />
      <button class="btn" type="button" onClick={onClose}>
        {t("close")}
      </button>
    </div>
  );
}

type FieldProps = Omit<Props, "onClose">;

function NameField({ source, acts }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label>
      {t("sourceName")}
      <input
        class="field"
        type="text"
        dir="auto"
        maxLength={200}
        defaultValue={source.title}
        ref={field}
        onChange={({ currentTarget }) => void acts.rename(source, currentTarget.value)}
      />
    </label>
  );
}

function TagsField({ source, acts }: FieldProps) {
  return (
    <>
      <label>
        {t("tags")}
        <input
          class="field"
          type="text"
          dir="auto"
          defaultValue={source.tags.join(", ")}
          onChange={({ currentTarget }) => void acts.giveTags(source, currentTarget.value)}
        />
      </label>
      <p>{t("sourceTagsHint")}</p>
    </>
  );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const INTERVALS = [15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, 24 * HOUR];

function IntervalField({ source, acts }: FieldProps) {
  const chosen = source.intervalMs;
  return (
    <>
      <label>
        {t("checkEvery")}
        <select
          class="field num"
          onChange={({ currentTarget: { value } }) =>
            void acts.chooseInterval(source, value === "" ? null : Number(value))
          }
        >
          <option value="" selected={chosen === null}>
            {t("checkAsSuits")}
          </option>
          {INTERVALS.map((ms) => (
            <option key={ms} value={ms} selected={ms === chosen}>
              {t("everyInterval", durationText(ms))}
            </option>
          ))}
        </select>
      </label>
      <p>{t("checkEveryHint")}</p>
    </>
  );
}

const PICTURES: { wish: PictureWish; says: MessageKey }[] = [
  { wish: "all", says: "picturesAll" },
  { wish: "hero", says: "picturesHero" },
  { wish: "none", says: "picturesNone" },
];

function PicturesField({ source, acts }: FieldProps) {
  return (
    <>
      <label>
        {t("pictures")}
        <select
          class="field"
          onChange={({ currentTarget }) => {
            const chosen = PICTURES[currentTarget.selectedIndex];
            if (chosen) void acts.choosePictures(source, chosen.wish);
          }}
        >
          {PICTURES.map(({ wish, says }) => (
            <option key={wish} selected={wish === source.pictures}>
              {t(says)}
            </option>
          ))}
        </select>
      </label>
      <p>{t("picturesHint")}</p>
      <SwitchLine
        label={t("picturesElsewhere")}
        hint={t("picturesElsewhereHint")}
        isOn={source.pictureHosts === "any"}
        onTurn={(isOn) => void acts.choosePictureHosts(source, isOn ? "any" : "own")}
      />
    </>
  );
}

type SwitchProps = { label: string; hint: string; isOn: boolean; onTurn: (isOn: boolean) => void };

function SwitchLine({ label, hint, isOn, onTurn }: SwitchProps) {
  return (
    <>
      <label class="sline">
        <span>{label}</span>
        <input
          class="sw"
          type="checkbox"
          role="switch"
          checked={isOn}
          onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
        />
      </label>
      <p>{hint}</p>
    </>
  );
}
