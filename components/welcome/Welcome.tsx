import type { ReadonlySignal } from "@preact/signals";
import { t } from "../../lib/i18n.ts";
import type { Importing } from "../../lib/view/importing.ts";
import type { Told, Welcome as WelcomeState } from "../../lib/view/welcome.ts";
import { useHash } from "../hash.ts";
import { Hello } from "./Hello.tsx";
import { HowTold, type QuietTimes } from "./HowTold.tsx";
import { Topics } from "./Topics.tsx";

export type WelcomeProps = {
  welcome: WelcomeState;
  importing: Importing;
  quiet: ReadonlySignal<QuietTimes>;
  /** Ends here, with or without a choice. */
  startReading: (told: Told | null) => void;
};

/** What the first day needs, and nothing that it does not. Each step has an address, so that Back goes back. */
export function Welcome({ welcome, importing, quiet, startReading }: WelcomeProps) {
  const step = useHash();
  return (
    <main class="fr" key={step} aria-label={t("welcome")}>
      {step === "topics" && <Topics welcome={welcome} />}
      {step === "told" && <HowTold importing={importing} quiet={quiet.value} onStart={startReading} />}
      {step !== "topics" && step !== "told" && <Hello onSkip={() => startReading(null)} />}
    </main>
  );
}
