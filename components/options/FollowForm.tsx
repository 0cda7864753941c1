import { useRef } from "preact/hooks";
import { plural, t } from "../../lib/i18n.ts";
import type { Follow, FollowState } from "../../lib/view/follow.ts";
import { FollowAsk } from "./FollowAsk.tsx";
import { FoundFeeds } from "./FoundFeeds.tsx";

type Props = { follow: Follow; openSite: (url: string) => void };

export function FollowForm({ follow, openSite }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const state = follow.state.value;
  const choices = follow.choices.value;
  /** The button that was pressed may be gone: what comes next begins at the field, unless the person has gone on. */
  const returnToField = () => {
    if (follow.state.peek().kind === "added" && field.current) field.current.value = "";
    const { activeElement, body } = document;
    if (activeElement === body || form.current?.contains(activeElement)) field.current?.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void follow.submit(field.current?.value ?? "").then(returnToField);
  };
  const isProblem = PROBLEMS.has(state.kind);
  return (
    <form class="card addrow" ref={form} noValidate onSubmit={submit}>
      <label class="lb" for="add">
        {t("addSource")}
      </label>
      <div class="f">
        <input
          ref={field}
          class="field"
          id="add"
          type="url"
          dir="ltr"
          placeholder="https://example.com"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={state.kind === "bad"}
          aria-describedby="add-hint"
          onInput={follow.dismiss}
        />
        <button class="btn primary" type="submit">
          {t("findFeeds")}
        </button>
      </div>
      {/* Always there: a screen reader hears only of changes in a region that it knows. */}
      <p class={isProblem ? "hint err" : "hint"} id="add-hint" role="status">
        {hintOf(state, choices.length)}
      </p>
      <FollowAsk follow={follow} openSite={openSite} onDone={returnToField} />
      {choices.length > 0 && <FoundFeeds choices={choices} onFollow={(candidate) => void follow.choose(candidate)} />}
    </form>
  );
}

const PROBLEMS: ReadonlySet<FollowState["kind"]> = new Set(["bad", "none", "elsewhere", "failed"]);

function hintOf(state: FollowState, found: number): string | null {
  switch (state.kind) {
    case "bad":
      return t("badAddress");
    case "finding":
      return t("findingFeeds", state.host);
    case "choice":
      return plural("feedsFound", found, state.host);
    case "none":
      return t("noFeeds", state.host);
    case "elsewhere":
      return t("leadsElsewhere", state.host);
    case "failed":
      return t(`trouble_${state.trouble.kind}`, state.host, state.trouble.status ?? "");
    case "followed":
      return t("alreadyFollowed", state.title);
    case "added":
      return addedText(state);
    case "refused":
      return t("allowWhy", state.host);
    case "insecure":
      return t("allowInsecureWhy", state.host);
    case "idle":
      return null;
  }
}

function addedText({ title, isSecure, isWaiting }: Extract<FollowState, { kind: "added" }>): string {
  const more = [isWaiting ? t("followingLater") : "", isSecure ? "" : t("followingInsecure")];
  return [t("following", title), ...more].filter((sentence) => sentence !== "").join(" ");
}
