/**
 * A term as bytes: each UTF-16 unit as UTF-8 would write it, so that bytes sort as strings do. Returns how many bytes
 * were written; `into` has room for `TERM_BYTES`.
 */
export function encodeTerm(term: string, into: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    if (unit < 0x80) {
      into[length++] = unit;
    } else if (unit < 0x800) {
      into[length++] = 0xc0 | (unit >> 6);
      into[length++] = 0x80 | (unit & 0x3f);
    } else {
      into[length++] = 0xe0 | (unit >> 12);
      into[length++] = 0x80 | ((unit >> 6) & 0x3f);
      into[length++] = 0x80 | (unit & 0x3f);
    }
  }
  return length;
}

export function decodeTerm(bytes: Uint8Array, length: number): string {
  let term = "";
  for (let at = 0; at < length;) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) term += String.fromCharCode(first);
    else if (first < 0xe0) term += String.fromCharCode(((first & 0x1f) << 6) | next());
    else term += String.fromCharCode(((first & 0x0f) << 12) | (next() << 6) | next());

    function next(): number {
      return (bytes[at++] ?? 0) & 0x3f;
    }
  }
  return term;
}

/** UTF-16 units of the longest term: a tag may be long, a word is not. */
export const LONGEST_TERM_UNITS = 128;
export const TERM_BYTES = 3 * LONGEST_TERM_UNITS;
