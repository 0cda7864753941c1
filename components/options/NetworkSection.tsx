import { plural, t } from "../../lib/i18n.ts";
import type { Account, Ledger } from "../../lib/view/ledger.ts";
import { bytesText } from "../bytesText.ts";
import { RequestList } from "./RequestList.tsx";

type Props = { ledger: Ledger; now: number };

/** Every request of the last seven days, so that what is said of privacy can be checked. */
export function NetworkSection({ ledger, now }: Props) {
  const account = ledger.account.value;
  return (
    <section class="sec" id="network">
      <h2>{t("network")}</h2>
      <p class="sub">{t("networkSub")}</p>
      <div class="card">
        <div class="set">
          <span class="l">{t("requests")}</span>
          <p role="status">{account && summaryOf(account)}</p>
          <div class="c">
            <button class="btn" type="button" onClick={() => void ledger.read()}>
              {account ? t("readAgain") : t("showRequests")}
            </button>
          </div>
        </div>
        {account && account.requests > 0 && <Hosts account={account} />}
        {account && account.requests > 0 && (
          <RequestList label={t("requests")} requests={account.newest} now={now} addresses="shown" />
        )}
        {account && account.newest.length < account.requests && (
          <p class="more">
            <button class="btn quiet" type="button" onClick={() => void ledger.readMore()}>
              {t("showMore")}
            </button>
          </p>
        )}
      </div>
    </section>
  );
}

function summaryOf({ hosts, requests, bytes }: Account): string {
  if (requests === 0) return t("noRequests");
  return t("requestTotals", plural("requestCount", requests), plural("hostCount", hosts.length), bytesText(bytes));
}

function Hosts({ account }: { account: Account }) {
  return (
    <ul class="requests num" aria-label={t("hosts")}>
      {account.hosts.map(({ host, requests, bytes }) => (
        <li key={host}>
          <p>
            <b>
              <bdi>{host}</bdi>
            </b>
            <span>{plural("requestCount", requests)}</span>
            <span>{bytesText(bytes)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
