import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { plural, t } from "../../lib/i18n.ts";
import type { Repair, RepairState } from "../../lib/view/repair.ts";
import { Illustration } from "../Illustration.tsx";

/** What can be done where the store cannot be opened: nothing is touched before it is asked. */
export function RepairPage({ repair, onOpen }: { repair: Repair; onOpen: () => void }) {
  const state = repair.state.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void repair.tryAgain(), []);
  useLayoutEffect(() => heading.current?.focus(), [state.kind]);
  return (
    <main class="list repair">
      <div class="empty">
        <Illustration name={state.kind === "sound" ? "allRead" : "failed"} />
        <h1 ref={heading} tabIndex={-1}>
          {titleOf(state)}
        </h1>
        <p role="status">{textOf(state)}</p>
        <div class="btns">
          <Ways state={state} repair={repair} onOpen={onOpen} />
        </div>
      </div>
    </main>
  );
}

type WaysProps = { state: RepairState; repair: Repair; onOpen: () => void };

function Ways({ state, repair, onOpen }: WaysProps) {
  const again = () => void repair.tryAgain();
  switch (state.kind) {
    case "checking":
      return null;
    case "sound":
      return (
        <Way tone="primary" onPress={onOpen}>
          {t("openApp")}
        </Way>
      );
    case "stuck":
      return (
        <Way tone="primary" onPress={again}>
          {t("tryAgain")}
        </Way>
      );
    case "asking":
      return (
        <>
          <Way tone="danger" onPress={() => void repair.confirm()}>
            {t(state.wish === "sources" ? "startAfresh" : "erase")}
          </Way>
          <Way tone="quiet" onPress={again}>
            {t("cancel")}
          </Way>
        </>
      );
    case "broken":
      return (
        <>
          <Way tone="primary" onPress={again}>
            {t("tryAgain")}
          </Way>
          {state.sources > 0 && (
            <Way tone="danger" onPress={() => repair.ask("sources")}>
              {plural("startWithSources", state.sources)}
            </Way>
          )}
          <Way tone="danger" onPress={() => repair.ask("nothing")}>
            {t("eraseEverythingButton")}
          </Way>
        </>
      );
  }
}

type WayProps = { tone: "primary" | "danger" | "quiet"; onPress: () => void; children: ComponentChildren };

function Way({ tone, onPress, children }: WayProps) {
  return (
    <button class={`btn ${tone}`} type="button" onClick={onPress}>
      {children}
    </button>
  );
}

function titleOf(state: RepairState): string {
  switch (state.kind) {
    case "checking":
      return t("repairChecking");
    case "sound":
      return t("repairSound");
    case "stuck":
      return t("repairStuck");
    case "asking":
      return state.wish === "sources" ? plural("startWithSourcesQuestion", state.sources) : t("eraseTitle");
    case "broken":
      return t("storeFaultTitle");
  }
}

function textOf(state: RepairState): string {
  switch (state.kind) {
    case "checking":
      return "";
    case "sound":
      return t("repairSoundText");
    case "stuck":
      return t("repairStuckText");
    case "asking":
      return t(state.wish === "sources" ? "startWithSourcesText" : "repairEraseText");
    case "broken":
      return t("repairText", state.fault);
  }
}
