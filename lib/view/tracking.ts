/** Takes only the tracking parameters out; every other character of the address stays as the publisher wrote it. */
export function withoutTracking(address: string): string {
  const [, path = address, query, fragment = ""] = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(address) ?? [];
  if (query === undefined) return address;
  const parameters = query.split("&");
  const kept = parameters.filter((parameter) => !TRACKING.test(parameter));
  if (kept.length === parameters.length) return address;
  return path + (kept.length > 0 ? `?${kept.join("&")}` : "") + fragment;
}

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|mc_cid|mc_eid|igshid|igsh|mkt_tok|vero_id|oly_anon_id|oly_enc_id|_hsenc|_hsmi)(?:=|$)/i;
