import { withoutC1 } from "./windows1252.ts";

export type Decoded = {
  text: string;
  /** The encoding's name as the WHATWG Encoding standard writes it, or `utf-32le` / `utf-32be`. */
  encoding: string;
  /** The document lied about its encoding or broke it, and a guess was made. */
  repaired: boolean;
};

/**
 * Bytes to text by a fixed ladder: byte order mark, charset of the answer, the zero bytes of UTF-16 and UTF-32, the XML
 * declaration, valid UTF-8, nearly valid UTF-8, windows-1252. Last, C1 controls become what windows-1252 shows for them.
 */
export function decode(bytes: Uint8Array, contentType: string | null | undefined): Decoded {
  const decoded = decodeByLadder(bytes, contentType ?? "");
  const text = withoutC1(decoded.text);
  // In a windows-1252 document 80-9F are no fault, and whether a decoder leaves them to us depends on the engine.
  const repaired = decoded.repaired || (text !== decoded.text && decoded.encoding !== "windows-1252");
  return { text: text.startsWith("\uFEFF") ? text.slice(1) : text, encoding: decoded.encoding, repaired };
}

function decodeByLadder(bytes: Uint8Array, contentType: string): Decoded {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(marked, bytes, false) ?? guess(bytes, true);
  const wide = wideEncoding(bytes);
  let lied = false;
  for (const label of [charsetOf(contentType), wide, declaredEncoding(bytes, wide)]) {
    if (label === null) continue;
    // Zero bytes do not lie: "utf-16" may mean either end first, and "utf-8" neither.
    const isDenied = wide !== null && !isWide(label);
    const decoded = isWide(label) && wide === null ? null : decodeAs(wide ?? label, bytes, lied || isDenied);
    if (decoded !== null) return decoded;
    lied = true;
  }
  return guess(bytes, lied);
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** A first character below U+0080, which every feed has, shows its width by the zero bytes around it. */
function wideEncoding(bytes: Uint8Array): string | null {
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? "0" : "x")).join("");
  if (zeros === "x000") return "utf-32le";
  if (zeros === "000x") return "utf-32be";
  if (zeros === "x0x0") return "utf-16le";
  if (zeros === "0x0x") return "utf-16be";
  return null;
}

function isWide(label: string): boolean {
  return /^(utf-?(16|32)|ucs-?[24]|unicode$|iso-10646|csunicode)/.test(label);
}

function charsetOf(contentType: string): string | null {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? null;
}

function declaredEncoding(bytes: Uint8Array, wide: string | null): string | null {
  if (wide !== null) return null;
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return /<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

/** Null where the label is unknown, or claims UTF-8 for bytes that are not. */
function decodeAs(label: string, bytes: Uint8Array, repaired: boolean): Decoded | null {
  if (label.startsWith("utf-32")) {
    const littleEndian = !label.endsWith("be");
    return { text: decodeUtf32(bytes, littleEndian), encoding: littleEndian ? "utf-32le" : "utf-32be", repaired };
  }
  try {
    const decoder = new TextDecoder(label, { fatal: /^utf-?8$/.test(label) });
    return { text: decoder.decode(bytes), encoding: decoder.encoding, repaired };
  } catch {
    // An unknown label and a broken promise of UTF-8 mean the same: ask the next rung.
    return null;
  }
}

function guess(bytes: Uint8Array, lied: boolean): Decoded {
  const strict = decodeAs("utf-8", bytes, lied);
  if (strict !== null) return strict;
  const text = new TextDecoder().decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const whole = text.match(/[^\x00-\x7f\uFFFD]/g)?.length ?? 0;
  if (whole > broken) return { text, encoding: "utf-8", repaired: true };
  return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", repaired: true };
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD");
  }
  return parts.join("");
}
