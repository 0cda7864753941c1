/** A language tag (BCP 47) in lower case with hyphens, or null where a feed says something else. */
export function languageOf(raw: string | null): string | null {
  const tag = raw?.trim().toLowerCase().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/.test(tag) ? tag : null;
}

/** Which way a language is written; null where only the text itself can tell. */
export function directionOf(language: string | null): "ltr" | "rtl" | null {
  if (language === null) return null;
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)(-(?!latn)|$)|-(arab|hebr|thaa)(-|$)/;
