/** Takes only the tracking parameters out; every other character of the address stays as the publisher wrote it. */
export function withoutTracking(address: string): string {
  const [, path = address, query, fragment = ""] = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(address) ?? [];
  if (query === undefined) return address;
  const parameters = query.split("&");
  const kept = parameters.filter((parameter) => !TRACKING.test(nameOf(parameter)));
  if (kept.length === parameters.length) return address;
  return path + (kept.length > 0 ? `?${kept.join("&")}` : "") + fragment;
}

/** As the server reads it, whichever of its letters are escaped. */
function nameOf(parameter: string): string {
  const [name = ""] = parameter.split("=");
  return name.replace(/%[0-7][\da-f]/gi, (escaped) => String.fromCharCode(Number.parseInt(escaped.slice(1), 16)));
}

/** By who sets them: campaigns, advertisers, then senders of newsletters. What only looks like one stays: `?pk=12`. */
const NAMES = [
  "(?:utm|mtm|matomo|piwik|hsa)_\\w+|pk_(?:campaign|cid|content|keyword|kwd|medium|source)|_g[al]|_openstat|wt_mc|s_kwcid",
  "fbclid|fb_(?:action_ids|action_types|source)|gclid|gclsrc|gad_(?:source|campaignid)|dclid|[gw]braid|srsltid|msclkid",
  "y(?:s)?clid|twclid|ttclid|li_fat_id|epik|sccid|rdt_cid|irclickid|igshid|igsh|rb_clickid|wickedid",
  "mc_[ce]id|mkt_tok|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|(?:vero|oly_anon|oly_enc)_id|_bta_(?:tid|c)",
  "trk_(?:contact|msg|module|sid)|ck_subscriber_id|ml_subscriber(?:_hash)?",
];
const TRACKING = new RegExp(`^(?:${NAMES.join("|")})$`, "i");
