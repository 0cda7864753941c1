import { plural, t } from "../../lib/i18n.ts";
import type { Welcome } from "../../lib/view/welcome.ts";
import { tagName } from "../tagName.ts";
import { StepTitle } from "./StepTitle.tsx";

export function Topics({ welcome }: { welcome: Welcome }) {
  return (
    <>
      <StepTitle step={1}>{t("topicsTitle")}</StepTitle>
      <p class="p" id="topics-hint">
        {t("topicsText")}
      </p>
      <div class="pick" role="group" aria-label={t("chooseTopics")} aria-describedby="topics-hint">
        {welcome.topics.value.map((topic) => (
          <label key={topic.tag}>
            <input type="checkbox" checked={topic.isPinned} onChange={() => void welcome.choose(topic)} />
            <bdi>{tagName.of(topic.tag)}</bdi>
            {topic.thisWeek > 0 && <span class="num">{plural("thisWeek", topic.thisWeek)}</span>}
          </label>
        ))}
      </div>
      <div class="ft">
        <a class="btn primary" href="#told">
          {t("continue")}
        </a>
        <a class="btn quiet" href="#">
          {t("back")}
        </a>
      </div>
    </>
  );
}
