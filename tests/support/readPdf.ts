import { inflateSync } from "node:zlib";

/** What a browser printed: its words without white space, since a PDF knows places on paper and no spaces. */
export type Printed = { pages: number; letters: string };

/** Reads the PDFs that Chromium and Firefox write; whatever else there is in the format, they do not use. */
export function readPdf(bytes: Uint8Array): Printed {
  const objects = objectsOf(Buffer.from(bytes).toString("latin1"));
  const fonts = fontsOf(objects);
  const all = [...objects.values()];
  const pages = all.filter(({ dictionary }) => /\/Type\s*\/Page\b/.test(dictionary));
  const contents = pages.flatMap(({ dictionary }) => idsAfter(dictionary, "Contents"));
  const texts = all.filter(({ dictionary }) => /\/Subtype\s*\/Form\b/.test(dictionary)).map(({ stream }) => stream);
  const drawn = [...contents.map((id) => objects.get(id)?.stream ?? ""), ...texts];
  return { pages: pages.length, letters: drawn.map((content) => lettersIn(content, fonts)).join("") };
}

type PdfObject = { dictionary: string; stream: string };

function objectsOf(pdf: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const [, id, body = ""] of pdf.matchAll(/(?:^|[\r\n])(\d+) 0 obj\s([^]*?)endobj/g)) {
    const [, dictionary = body, data = ""] = /^([^]*?)stream\r?\n([^]*?)\r?\n?endstream/.exec(body) ?? [];
    objects.set(Number(id), { dictionary, stream: unpacked(dictionary, data) });
  }
  for (const { dictionary, stream } of [...objects.values()]) {
    if (/\/Type\s*\/ObjStm/.test(dictionary)) addPacked(objects, dictionary, stream);
  }
  return objects;
}

function unpacked(dictionary: string, data: string): string {
  if (!/FlateDecode/.test(dictionary) || /\/Subtype\s*\/Image/.test(dictionary)) return "";
  return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
}

/** Objects that lie in a stream together: first their numbers and places, then they themselves. */
function addPacked(objects: Map<number, PdfObject>, dictionary: string, stream: string): void {
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const numbers = (stream.slice(0, first).match(/\d+/g) ?? []).map(Number);
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [id = 0, start = 0, , end = stream.length] = numbers.slice(i, i + 4);
    objects.set(id, { dictionary: stream.slice(first + start, first + end), stream: "" });
  }
}

const idsAfter = (dictionary: string, name: string): number[] =>
  [...(new RegExp(`/${name}\\s*\\[?((?:\\s*\\d+ 0 R)+)`).exec(dictionary)?.[1]?.matchAll(/(\d+) 0 R/g) ?? [])].map(
    ([, id]) => Number(id),
  );

/** How many hexadecimal digits a character takes, and what it means. */
type Font = { digits: number; meanings: Map<string, string> };

/** By the names that contents call them by. */
function fontsOf(objects: Map<number, PdfObject>): Map<string, Font> {
  const fonts = new Map<string, Font>();
  for (const { dictionary } of objects.values()) {
    for (const [, name = "", id] of dictionary.matchAll(/\/([\w-]+) (\d+) 0 R/g)) {
      const [map] = idsAfter(objects.get(Number(id))?.dictionary ?? "", "ToUnicode");
      if (map !== undefined) fonts.set(name, fontOf(objects.get(map)?.stream ?? ""));
    }
  }
  return fonts;
}

function fontOf(map: string): Font {
  const meanings = new Map<string, string>();
  const digits = /begincodespacerange\s*<([\da-f]+)>/i.exec(map)?.[1]?.length ?? 4;
  for (const [, section = ""] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = "", meaning = ""] of section.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
      meanings.set(code.toLowerCase(), utf16(meaning));
    }
  }
  for (const [, section = ""] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = "", to = "", first = ""] of section.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) {
        const meaning = parseInt(first, 16) + code - parseInt(from, 16);
        meanings.set(code.toString(16).padStart(digits, "0"), utf16(meaning.toString(16).padStart(first.length, "0")));
      }
    }
  }
  return { digits, meanings };
}

const utf16 = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join("");

function lettersIn(content: string, fonts: Map<string, Font>): string {
  let font: Font | undefined;
  let letters = "";
  for (const [token, name, hex, literal] of content.matchAll(TOKEN)) {
    if (name !== undefined) font = fonts.get(name);
    else if (font && token) letters += shown(hex ?? hexOf(literal ?? ""), font);
  }
  return letters.replace(/\s/g, "");
}

/** The choice of a font, and strings in either form. */
const TOKEN = /\/([\w-]+) [\d.]+ Tf|<([\da-f]+)>|\(((?:\\[^]|[^\\)])*)\)/gi;

const hexOf = (literal: string): string =>
  Buffer.from(
    literal.replace(/\\(\d{1,3}|[^])/g, (_, code: string) =>
      /\d/.test(code) ? String.fromCharCode(parseInt(code, 8)) : code,
    ),
    "latin1",
  ).toString("hex");

const shown = (hex: string, { digits, meanings }: Font): string =>
  (hex.toLowerCase().match(new RegExp(`.{${digits}}`, "g")) ?? []).map((code) => meanings.get(code) ?? "").join("");
