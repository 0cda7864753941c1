import { number, t, type MessageKey } from "../../lib/i18n.ts";
import { LARGEST_SIZE, SMALLEST_SIZE, type Appearance } from "../../lib/settings.ts";

export type LookSettings = Pick<Appearance, "theme" | "size" | "density" | "marksPassed">;

type Props = { chosen: LookSettings; change: (change: Partial<LookSettings>) => void };

const THEMES: { theme: Appearance["theme"]; name: MessageKey }[] = [
  { theme: "auto", name: "themeAuto" },
  { theme: "light", name: "themeLight" },
  { theme: "sepia", name: "themeSepia" },
  { theme: "dark", name: "themeDark" },
];

const DENSITIES: { density: Appearance["density"]; name: MessageKey }[] = [
  { density: "comfortable", name: "densityComfortable" },
  { density: "compact", name: "densityCompact" },
];

export function AppearanceSection({ chosen, change }: Props) {
  return (
    <section class="sec" id="appearance">
      <h2>{t("appearance")}</h2>
      <p class="sub">{t("appearanceSub")}</p>
      <div class="card">
        <div class="preview">
          <h3>{t("previewHeadline")}</h3>
          <p>{t("previewText")}</p>
        </div>
        <div class="set">
          <span class="l" id="theme">
            {t("theme")}
          </span>
          <p>{t("themeAutoHint")}</p>
          <div class="c">
            <Segments
              name="theme"
              values={THEMES.map(({ theme, name }) => ({ value: theme, label: t(name) }))}
              chosen={chosen.theme}
              onChoose={(theme) => change({ theme })}
            />
          </div>
        </div>
        <div class="set">
          <label for="size">{t("textSize")}</label>
          <p>{t("pixels", number(chosen.size))}</p>
          <div class="c">
            <input
              type="range"
              id="size"
              min={SMALLEST_SIZE}
              max={LARGEST_SIZE}
              value={chosen.size}
              aria-valuetext={t("pixels", number(chosen.size))}
              onInput={(event) => change({ size: event.currentTarget.valueAsNumber })}
            />
          </div>
        </div>
        <div class="set">
          <span class="l" id="density">
            {t("listDensity")}
          </span>
          <p id="density-hint">{t("listDensityHint")}</p>
          <div class="c">
            <Segments
              name="density"
              hint="density-hint"
              values={DENSITIES.map(({ density, name }) => ({ value: density, label: t(name) }))}
              chosen={chosen.density}
              onChoose={(density) => change({ density })}
            />
          </div>
        </div>
        <div class="set">
          <label for="passed">{t("markPassed")}</label>
          <p id="passed-hint">{t("markPassedHint")}</p>
          <div class="c">
            <input
              class="sw"
              type="checkbox"
              role="switch"
              id="passed"
              aria-describedby="passed-hint"
              checked={chosen.marksPassed}
              onChange={(event) => change({ marksPassed: event.currentTarget.checked })}
            />
          </div>
        </div>
      </div>
    </section>
  );
}

type SegmentsProps<Value> = {
  /** Of the group; the element that labels it has it as its id. */
  name: string;
  hint?: string;
  values: { value: Value; label: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
};

function Segments<Value extends string>({ name, hint, values, chosen, onChoose }: SegmentsProps<Value>) {
  return (
    <span class="seg" role="radiogroup" aria-labelledby={name} aria-describedby={hint}>
      {values.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </span>
  );
}
