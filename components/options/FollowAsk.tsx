import { t } from "../../lib/i18n.ts";
import type { Follow, FollowState } from "../../lib/view/follow.ts";

type Props = { follow: Follow; openSite: (url: string) => void; onDone: () => void };

/** What following needs from the person: a permission, or a look at the site itself. Why stands in the form's status. */
export function FollowAsk({ follow, openSite, onDone }: Props) {
  const state = follow.state.value;
  switch (state.kind) {
    case "refused":
    case "insecure":
      return <Allow follow={follow} isInsecure={state.kind === "insecure"} host={state.host} onDone={onDone} />;
    case "failed":
      return (
        <div class="ask">
          {OPENED.has(state.trouble.kind) && (
            <button class="btn" type="button" onClick={() => openSite(state.target.urls[0] ?? "")}>
              {t("openSite")}
            </button>
          )}
          <button class="btn" type="button" onClick={() => void follow.tryAgain().then(onDone)}>
            {t("tryAgain")}
          </button>
        </div>
      );
    default:
      return null;
  }
}

/** Troubles that a person can look into, or pass, at the site itself. */
const OPENED: ReadonlySet<Extract<FollowState, { kind: "failed" }>["trouble"]["kind"]> = new Set([
  "forbidden",
  "challenge",
  "unauthorized",
]);

type AllowProps = Omit<Props, "openSite"> & { isInsecure: boolean; host: string };

function Allow({ follow, isInsecure, host, onDone }: AllowProps) {
  const dismiss = () => {
    follow.dismiss();
    onDone();
  };
  return (
    <div class="ask" role="group" aria-labelledby="ask-title" aria-describedby="add-hint">
      <h3 id="ask-title">{t(isInsecure ? "allowInsecure" : "allowHost", host)}</h3>
      <button class="btn primary" type="button" onClick={() => void follow.allow().then(onDone)}>
        {t("allow")}
      </button>
      <button class="btn quiet" type="button" onClick={dismiss}>
        {t("notNow")}
      </button>
    </div>
  );
}
