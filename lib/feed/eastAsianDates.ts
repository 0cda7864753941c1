/**
 * A date in Chinese, Japanese or Korean, rewritten in the digits of ISO 8601; any other text as it is. Korea has one time
 * zone, so that a time in Korean is a moment; Chinese characters do not say whose time they tell.
 */
export function inIsoDigits(text: string): string {
  if (!/[年년午오]/.test(text)) return text;
  const zone = /[가-힣]/.test(text) && !/(?:Z|GMT|UTC|KST|[+-]\d\d:?\d\d)$/.test(text) ? " +0900" : "";
  const dated = text
    .replace(/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/, "$1-$2-$3 ")
    .replace(/\s*[(（]\S{1,3}[)）]/, " ");
  const timed = dated
    .replace(
      /(\d{1,2})\s*[時时시点]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/,
      (_, h, m, s = "00") => `${h}:${m}:${s}`,
    )
    .replace(/(오전|오후|上午|下午|午前|午後)\s*(\d[\d:]*)/, (_, half, clock) => `${clock} ${HALVES.get(half) ?? ""}`);
  return /\d:\d/.test(timed) ? timed.trim() + zone : timed.trim();
}

const HALVES = new Map([
  ["오전", "AM"],
  ["上午", "AM"],
  ["午前", "AM"],
  ["오후", "PM"],
  ["下午", "PM"],
  ["午後", "PM"],
]);
