import { useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { Follow, FollowState } from "../../lib/view/follow.ts";

export function FollowForm({ follow }: { follow: Follow }) {
  const field = useRef<HTMLInputElement>(null);
  const state = follow.state.value;
  const finish = (isDone: boolean) => {
    if (!field.current) return;
    if (isDone) field.current.value = "";
    field.current.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void follow.submit(field.current?.value ?? "").then(finish);
  };
  return (
    <form class="card addrow" noValidate onSubmit={submit}>
      <label class="lb" for="add">
        {t("followByAddress")}
      </label>
      <div class="f">
        <input
          ref={field}
          class="field"
          id="add"
          type="url"
          dir="ltr"
          placeholder="https://example.com/feed.xml"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={state.kind === "bad"}
          aria-describedby="add-hint"
          onInput={follow.dismiss}
        />
        <button class="btn primary" type="submit">
          {t("follow")}
        </button>
      </div>
      {/* Always there: a screen reader hears only of changes in a region that it knows. */}
      <p class={state.kind === "bad" ? "hint err" : "hint"} id="add-hint" role="status">
        {hintOf(state)}
      </p>
      {state.kind === "refused" && (
        <div class="ask">
          <div class="m">
            <h3>{t("allowHost", state.host)}</h3>
            <p>{t("allowWhy", state.host)}</p>
          </div>
          <button class="btn primary" type="button" onClick={() => void follow.allow().then(finish)}>
            {t("allow")}
          </button>
          <button class="btn quiet" type="button" onClick={follow.dismiss}>
            {t("notNow")}
          </button>
        </div>
      )}
    </form>
  );
}

function hintOf(state: FollowState): string | null {
  switch (state.kind) {
    case "bad":
      return t("badAddress");
    case "followed":
      return t("alreadyFollowed", state.title);
    case "added":
      return t("following", state.host);
    case "idle":
    case "refused":
      return null;
  }
}
