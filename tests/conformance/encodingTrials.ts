import type { Engine } from "./fields.ts";
import type { Verdict } from "./judge.ts";

/** Reads the same word in every encoding, once named by the answer and once by the document itself. */
export async function judgeEncodingTrials(read: Engine): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [label, hex, word] of WORDS) {
    const bytes = Uint8Array.from(hex.split(" "), (pair) => Number.parseInt(pair, 16));
    verdicts.push(await verdictOn(`${label}, named by the answer`, inXml(bytes, ""), label, word, read));
    verdicts.push(await verdictOn(`${label}, named by the document`, inXml(bytes, label), null, word, read));
  }
  for (const [name, bytes] of WIDE) verdicts.push(await verdictOn(name, bytes, null, "Größe 港", read));
  return verdicts;
}

async function verdictOn(
  file: string,
  bytes: Uint8Array,
  charset: string | null,
  word: string,
  read: Engine,
): Promise<Verdict> {
  const contentType = charset === null ? "text/xml" : `text/xml; charset=${charset}`;
  const { title } = await read(bytes, { url: "https://harbour.example/feed.xml", contentType });
  const isRight = title === word;
  const because = isRight ? "" : `expected ${word}, got ${title}`;
  return { file, group: "own encodings", kind: isRight ? "pass" : "wrong", because };
}

function inXml(word: Uint8Array, label: string): Uint8Array {
  const encoding = label === "" ? "" : ` encoding="${label}"`;
  const before = new TextEncoder().encode(`<?xml version="1.0"${encoding}?><rss version="2.0"><channel><title>`);
  const after = new TextEncoder().encode("</title></channel></rss>");
  return Uint8Array.from([...before, ...word, ...after]);
}

function wide(label: string, width: 2 | 4, hasMark: boolean): [name: string, bytes: Uint8Array] {
  const isLittle = label.endsWith("le");
  const text = `${hasMark ? "\uFEFF" : ""}<rss version="2.0"><channel><title>Größe 港</title></channel></rss>`;
  const view = new DataView(new ArrayBuffer(text.length * width));
  for (let i = 0; i < text.length; i++) {
    if (width === 2) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
    else view.setUint32(i * 4, text.charCodeAt(i), isLittle);
  }
  return [`${label}, ${hasMark ? "marked" : "unmarked"}`, new Uint8Array(view.buffer)];
}

const WIDE = [true, false].flatMap((hasMark) => [
  wide("utf-16le", 2, hasMark),
  wide("utf-16be", 2, hasMark),
  wide("utf-32le", 4, hasMark),
  wide("utf-32be", 4, hasMark),
]);

const WORDS: [label: string, hex: string, word: string][] = [
  ["utf-8", "c3 a9 e2 82 ac", "é€"],
  ["UTF8", "e6 b8 af", "港"],
  ["us-ascii", "68 61 76 6e", "havn"],
  ["iso-8859-1", "e5 e4 f6", "åäö"],
  ["latin1", "93 e9 94", "“é”"],
  ["windows-1252", "80 20 8a 20 96", "€ Š –"],
  ["cp1252", "85 92", "…’"],
  ["iso-8859-2", "b1 e6 b3", "ąćł"],
  ["windows-1250", "9c b9 e6", "śąć"],
  ["iso-8859-5", "df de e0 e2", "порт"],
  ["windows-1251", "ef ee f0 f2", "порт"],
  ["koi8-r", "d0 cf d2 d4", "порт"],
  ["koi8-u", "d0 cf d2 d4 a4", "портє"],
  ["ibm866", "af ae e0 e2", "порт"],
  ["iso-8859-7", "eb e9 ec dc ed e9", "λιμάνι"],
  ["windows-1253", "eb e9 ec dc ed e9", "λιμάνι"],
  ["iso-8859-9", "fe fd f0", "şığ"],
  ["windows-1254", "80 fe fd", "€şı"],
  ["iso-8859-8", "f0 ee ec", "נמל"],
  ["windows-1255", "f0 ee ec", "נמל"],
  ["iso-8859-6", "e5 ea e6 c7 c1", "ميناء"],
  ["windows-1256", "e3 ed e4 c7 c1", "ميناء"],
  ["windows-1257", "f0 e0 fe", "šąž"],
  ["iso-8859-15", "a4 bd", "€œ"],
  ["windows-874", "b7 e8 d2", "ท่า"],
  ["tis-620", "b7 e8 d2", "ท่า"],
  ["macintosh", "8e 8f", "éè"],
  ["shift_jis", "8d 60", "港"],
  ["x-sjis", "8d 60", "港"],
  ["euc-jp", "b9 c1", "港"],
  ["iso-2022-jp", "1b 24 42 39 41 1b 28 42", "港"],
  ["gb2312", "b8 db", "港"],
  ["gbk", "b8 db", "港"],
  ["gb18030", "b8 db 81 30 86 30", "港¸"],
  ["big5", "b4 e4", "港"],
  ["euc-kr", "c7 d7", "항"],
  ["ks_c_5601-1987", "c7 d7", "항"],
];
