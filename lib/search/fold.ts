/**
 * Text as search compares it: in lower case, without accents and points, in narrow forms. Every character is folded
 * alike wherever it stands, but for Hangul and kana, which are put together again.
 */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : foldAny(text);
}

function foldAny(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(DROPPED, "")
    .replace(RESPELT, (letter) => SPELLINGS.get(letter) ?? letter)
    .replace(TAKEN_APART, (parts) => parts.normalize("NFC"));
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * Accents of Latin, Greek and Cyrillic; Hebrew and Arabic points and the stretching of Arabic; what is not seen inside a
 * word: soft hyphens, joiners, direction marks, variants of a glyph. Vowel signs of other scripts are letters.
 */
const DROPPED = new RegExp(
  "[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F" +
    "\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7" +
    "\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED" +
    "\u00AD\u061C\u200C-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFE00-\uFE0F\uFEFF]",
  "g",
);

/** Letters that Unicode does not take apart, though people type them in other ways. */
const SPELLINGS = new Map(
  ["ß ss", "æ ae", "œ oe", "ø o", "ł l", "đ d", "ð d", "þ th", "ħ h", "ı i", "ŋ n", "ŧ t", "ĸ k", "ς σ"]
    .concat(["ى ي", "ی ي", "ک ك", "ة ه"])
    .concat([..."٠١٢٣٤٥٦٧٨٩"].map((digit, value) => `${digit} ${value}`))
    .concat([..."۰۱۲۳۴۵۶۷۸۹"].map((digit, value) => `${digit} ${value}`))
    .map((pair) => [pair.charAt(0), pair.slice(2)]),
);
const RESPELT = new RegExp(`[${[...SPELLINGS.keys()].join("")}]`, "g");

const TAKEN_APART = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\u3040-\u30FF][\u3099\u309A]/g;
