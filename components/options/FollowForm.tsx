import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { plural, t } from "../../lib/i18n.ts";
import type { Follow, FollowState } from "../../lib/view/follow.ts";
import { FollowAsk } from "./FollowAsk.tsx";
import { FollowPreview } from "./FollowPreview.tsx";
import { FoundFeeds } from "./FoundFeeds.tsx";

type Props = { follow: Follow; openSite: (url: string) => void };

export function FollowForm({ follow, openSite }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const state = follow.state.value;
  const choices = follow.choices.value;
  /** The button that was pressed may be gone: what comes next begins at the field, unless the person has gone on. */
  const returnToField = () => {
    if (follow.state.peek().kind === "preview") return;
    const { activeElement, body } = document;
    if (activeElement === body || form.current?.contains(activeElement)) field.current?.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void follow.submit(field.current?.value ?? "").then(returnToField);
  };
  useAskedFor(form, follow);
  useLayoutEffect(() => {
    if (state.kind === "added" && field.current) field.current.value = "";
  }, [state]);
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
          defaultValue={follow.address}
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
      {state.kind === "preview" && (
        <FollowPreview key={state.found.url} state={state} follow={follow} home={() => field.current} />
      )}
      {choices.length > 0 && <FoundFeeds choices={choices} onFollow={(candidate) => void follow.choose(candidate)} />}
    </form>
  );
}

/** What another page asked for waits for one press. */
function useAskedFor(form: RefObject<HTMLFormElement | null>, { address, choices }: Follow): void {
  useEffect(() => {
    if (address === "") return;
    form.current?.querySelector<HTMLElement>(choices.peek().length > 0 ? ".found button" : "[type=submit]")?.focus();
  }, []);
}

const PROBLEMS: ReadonlySet<FollowState["kind"]> = new Set(["bad", "none", "elsewhere", "failed"]);

function hintOf(state: FollowState, found: number): string | null {
  switch (state.kind) {
    case "bad":
      return t("badAddress");
    case "ready":
      return t("followReady", state.host);
    case "preview":
      return previewText(state);
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

function previewText({ found, preview }: Extract<FollowState, { kind: "preview" }>): string {
  if (found.outcome.kind === "failed") return t("previewLater", found.title);
  return plural("previewed", preview.count, found.title);
}

function addedText({ title, isSecure, isWaiting }: Extract<FollowState, { kind: "added" }>): string {
  const more = [isWaiting ? t("followingLater") : "", isSecure ? "" : t("followingInsecure")];
  return [t("following", title), ...more].filter((sentence) => sentence !== "").join(" ");
}
