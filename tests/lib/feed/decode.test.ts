import { expect, test } from "vitest";
import { decode } from "../../../lib/feed/decode.ts";

const XML = '<?xml version="1.0"?><a>é“</a>';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\uFEFF" : ""), ...text].join("");
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 4));
  [...text].forEach((character, i) => view.setUint32(i * 4, character.codePointAt(0) ?? 0, littleEndian));
  return new Uint8Array(view.buffer);
}

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

test("a byte order mark beats every claim and is taken off", () => {
  expect(decode(utf8(`\uFEFF${XML}`), "text/xml; charset=iso-8859-1")).toEqual({
    text: XML,
    encoding: "utf-8",
    repaired: false,
  });
  expect(decode(utf16(XML, true, true), null)).toEqual({ text: XML, encoding: "utf-16le", repaired: false });
  expect(decode(utf16(XML, false, true), "text/xml; charset=utf-8").text).toBe(XML);
});

test("UTF-16 and UTF-32 are known by their zero bytes", () => {
  expect(decode(utf16(XML, true, false), null).encoding).toBe("utf-16le");
  expect(decode(utf16(XML, false, false), null)).toEqual({ text: XML, encoding: "utf-16be", repaired: false });
  expect(decode(utf32(XML, true), null)).toEqual({ text: XML, encoding: "utf-32le", repaired: false });
  expect(decode(utf32(XML, false), null).text).toBe(XML);
});

test("zero bytes show what a charset of the answer got wrong", () => {
  expect(decode(utf16(XML, false, false), "text/xml; charset=utf-16")).toEqual({
    text: XML,
    encoding: "utf-16be",
    repaired: false,
  });
  expect(decode(utf16(XML, true, false), "text/xml; charset=utf-8")).toEqual({
    text: XML,
    encoding: "utf-16le",
    repaired: true,
  });
  expect(decode(utf32(XML, false), "text/xml; charset=utf-32").text).toBe(XML);
});

test("the answer's charset beats the declaration", () => {
  const bytes = latin('<?xml version="1.0" encoding="utf-8"?><a>\xe9</a>');
  expect(decode(bytes, 'text/xml; charset="ISO-8859-1"').text).toContain("<a>é</a>");
  expect(decode(latin("\xc0\xe0"), "text/xml;charset=koi8-r").text).toBe("юЮ");
});

test("the declaration counts where the answer says nothing", () => {
  expect(decode(latin('<?xml version="1.0" encoding="koi8-r"?><a>\xc1</a>'), "text/xml").text).toContain("<a>а</a>");
});

test("a declaration that lies about UTF-16 is ignored", () => {
  const decoded = decode(utf8('<?xml version="1.0" encoding="utf-16"?><a>é</a>'), null);
  expect(decoded.text).toContain("<a>é</a>");
  expect(decoded.encoding).toBe("utf-8");
});

test("an unknown label is ignored", () => {
  expect(decode(utf8("<a>é</a>"), "text/xml; charset=utf-8000")).toEqual({
    text: "<a>é</a>",
    encoding: "utf-8",
    repaired: true,
  });
});

test("a claim of UTF-8 that the bytes break gives way to the next rung, and is noted", () => {
  const bytes = latin('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9\xe8</a>');
  expect(decode(bytes, "text/xml; charset=utf-8")).toMatchObject({ encoding: "windows-1252", repaired: true });
  expect(decode(bytes, "text/xml; charset=utf-8").text).toContain("éè");
});

test("nearly valid UTF-8 loses only its broken bytes", () => {
  const bytes = Uint8Array.from([...utf8("<a>ééé"), 0xff, ...utf8("</a>")]);
  expect(decode(bytes, null)).toEqual({ text: "<a>ééé\uFFFD</a>", encoding: "utf-8", repaired: true });
});

test("what is nothing else is windows-1252", () => {
  expect(decode(latin("<a>caf\xe9 \x93x\x94 \x80</a>"), null)).toEqual({
    text: "<a>café “x” €</a>",
    encoding: "windows-1252",
    repaired: true,
  });
});

test("C1 controls become what windows-1252 shows, in any encoding", () => {
  expect(decode(utf8("a\u0092b\u0081"), null)).toEqual({ text: "a’b\u0081", encoding: "utf-8", repaired: true });
});

test("nothing at all decodes to nothing", () => {
  expect(decode(new Uint8Array(), null).text).toBe("");
});
