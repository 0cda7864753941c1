import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { number, t } from "../lib/i18n.ts";
import { LEADINGS, MEASURES, type Appearance } from "../lib/settings.ts";
import { stepOf } from "../lib/view/appearance.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Stepper } from "./Stepper.tsx";

type Props = { reader: Reader; opener: RefObject<HTMLElement | null> };

/** Theme and text. Every choice shows at once, in the article behind. */
export function TextPopover({ reader, opener }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { leading, measure, size } = reader.appearance.value;
  useEffect(() => box.current?.querySelector<HTMLElement>(":checked")?.focus({ preventScroll: true }), []);
  useClosing(reader, box, opener);
  useReturn(box, opener);
  return (
    <div class="pop" id="text" role="dialog" aria-label={t("textAndTheme")} ref={box}>
      <Themes reader={reader} />
      <Faces reader={reader} />
      <Stepper
        label={t("size")}
        less={t("decreaseSize")}
        more={t("increaseSize")}
        value={t("pixels", number(size))}
        onStep={reader.changeSize}
      />
      <Stepper
        label={t("lineSpacing")}
        less={t("decreaseSpacing")}
        more={t("increaseSpacing")}
        value={t(LEADING_NAMES[leading])}
        onStep={(by) => reader.setAppearance({ leading: stepOf(LEADINGS, leading, by) })}
      />
      <Stepper
        label={t("width")}
        less={t("decreaseWidth")}
        more={t("increaseWidth")}
        value={t(MEASURE_NAMES[measure])}
        onStep={(by) => reader.setAppearance({ measure: stepOf(MEASURES, measure, by) })}
      />
    </div>
  );
}

const LEADING_NAMES = { tight: "leadingTight", normal: "leadingNormal", loose: "leadingLoose" } as const;
const MEASURE_NAMES = { narrow: "measureNarrow", medium: "measureMedium", wide: "measureWide" } as const;

const THEMES = [
  { theme: "auto", class: "th-a", name: "themeAuto" },
  { theme: "light", class: "th-l", name: "themeLight" },
  { theme: "sepia", class: "th-s", name: "themeSepia" },
  { theme: "dark", class: "th-d", name: "themeDark" },
] as const;

function Themes({ reader }: { reader: Reader }) {
  const { theme: chosen } = reader.appearance.value;
  return (
    <fieldset>
      <legend>{t("theme")}</legend>
      <div class="themes">
        {THEMES.map(({ theme, class: look, name }) => (
          <label key={theme} class={look}>
            <Choice group="theme" isChosen={theme === chosen} onChoose={() => reader.setAppearance({ theme })} />
            <b aria-hidden="true">{theme === "auto" ? <Halves /> : "Aa"}</b>
            <span>{t(name)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const Halves = (): ComponentChildren => (
  <>
    A<i>a</i>
  </>
);

const FACES = [
  { face: "news", name: "faceNews" },
  { face: "book", name: "faceBook" },
  { face: "sans", name: "faceSans" },
] as const satisfies { face: Appearance["face"]; name: string }[];

function Faces({ reader }: { reader: Reader }) {
  const { face: chosen } = reader.appearance.value;
  return (
    <fieldset>
      <legend>{t("typeface")}</legend>
      <div class="faces">
        {FACES.map(({ face, name }) => (
          <label key={face}>
            <Choice group="face" isChosen={face === chosen} onChoose={() => reader.setAppearance({ face })} />
            <b class={face} aria-hidden="true">
              Ag
            </b>
            {t(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = { group: string; isChosen: boolean; onChoose: () => void };

const Choice = ({ group, isChosen, onChoose }: ChoiceProps) => (
  <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
);

/** A click beside it closes it and keeps its own target; the opener has a click of its own. */
function useClosing(reader: Reader, box: RefObject<HTMLElement | null>, opener: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const closeBeside = ({ target }: PointerEvent) => {
      const inside = [box, opener].some((ref) => target instanceof Node && ref.current?.contains(target));
      if (!inside) reader.isTextOpen.value = false;
    };
    document.addEventListener("pointerdown", closeBeside);
    return () => document.removeEventListener("pointerdown", closeBeside);
  }, []);
}

/** However it is closed, focus that is in it goes back to its opener. */
function useReturn(box: RefObject<HTMLElement | null>, opener: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) opener.current?.focus();
    };
  }, []);
}
