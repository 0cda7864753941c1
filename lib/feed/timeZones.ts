/** Milliseconds east of Greenwich. Names that nobody knows count as UTC, as RFC 2822 §4.3 asks; nonsense is null. */
export function zoneMs(zone: string): number | null {
  const name = zone
    .toUpperCase()
    .replace(/\s*(?:\(.*\)|\[.*\])$/, "")
    .replace(/^ETC\//, "")
    // Some say it twice: "+0200 CEST".
    .replace(/^([+-]\d\d:?\d\d) [A-Z]{1,5}$/, "$1")
    .trim();
  const offset = /^(?:GMT|UTC?|Z)?\s*([+-])(\d{1,2}):?(\d\d)?$/.exec(name);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 15 * 60 ? null : minutes * (offset[1] === "-" ? -60_000 : 60_000);
  }
  if (name !== "" && !/^[A-Z]{1,5}$/.test(name)) return null;
  return (ZONE_HOURS.get(name) ?? 0) * 3_600_000;
}

/** Hours east of Greenwich. An abbreviation that several zones share has RFC 822's meaning, else the commonest in feeds. */
const ZONE_HOURS = new Map(
  Object.entries({
    ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, AKDT: -8, HST: -10 },
    ...{ ET: -5, CT: -6, MT: -7, PT: -8, AST: -4, ADT: -3, NST: -3.5, NDT: -2.5, BRT: -3, ART: -3, CLT: -4 },
    ...{ WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, MET: 1, MEST: 2, MEZ: 1, MESZ: 2, EET: 2, EEST: 3, MSK: 3, TRT: 3 },
    ...{ WAT: 1, CAT: 2, SAST: 2, EAT: 3, IDT: 3, IRST: 3.5, GST: 4, PKT: 5, IST: 5.5, NPT: 5.75 },
    ...{ ICT: 7, WIB: 7, SGT: 8, HKT: 8, PHT: 8, AWST: 8, KST: 9, JST: 9 },
    ...{ ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
  }),
);
