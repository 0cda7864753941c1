import { t, type MessageKey } from "../../lib/i18n.ts";
import type { NetworkRequest, RequestReason } from "../../lib/model.ts";
import { bytesText } from "../bytesText.ts";
import { fullMoment } from "../fullTime.ts";
import { agoText } from "../timeText.ts";
import { secondsText } from "./durationText.ts";

/** `addresses`: shown where the requests are not all of one source. */
type Props = { label: string; requests: NetworkRequest[]; now: number; addresses: "shown" | "same" };

/** The newest first. */
export function RequestList({ label, requests, now, addresses }: Props) {
  return (
    <ul class="requests num" aria-label={label}>
      {requests.map((request) => (
        <li key={request.id}>
          {addresses === "shown" && (
            <p class="url">
              <bdi>{request.url}</bdi>
            </p>
          )}
          <p>
            <time dateTime={new Date(request.at).toISOString()} title={fullMoment(request.at)}>
              {agoText(request.at, now)}
            </time>
            <span>{t(WHY[request.why])}</span>
            <b class={isFault(request) ? "bad" : ""}>{answerText(request)}</b>
            <span>{bytesText(request.bytes)}</span>
            <span>{secondsText(request.ms)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

const WHY = {
  due: "requestDue",
  asked: "requestAsked",
  older: "requestOlder",
  found: "requestFound",
  picture: "requestPicture",
} as const satisfies Record<RequestReason, MessageKey>;

const isFault = ({ status }: NetworkRequest): boolean => status === 0 || status >= 400;

function answerText(request: NetworkRequest): string {
  const { status } = request;
  if (status === 0) return t("answerNone");
  if (status === 304) return t("answerUnchanged", status);
  return t(isFault(request) ? "answerFault" : "answerGood", status);
}
