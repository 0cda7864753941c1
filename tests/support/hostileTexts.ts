/**
 * Two hundred texts that would be more than text where someone took them for it: markup, ways out of an attribute or an
 * element, references, direction marks, controls, and what templates fill in. Elements that came of one would have the
 * attribute `pwn`, and what runs would set `pwned`.
 */
export const hostileTexts = (): string[] =>
  [...markup(), ...directions(), ...controls(), ...references(), ...templates()].map((text, i) => `${text} ${i}`);

const ELEMENTS = [
  ...["img", "svg", "script", "iframe", "b", "a", "style", "math", "input", "details", "video", "object", "embed"],
  ...["form", "template", "meta", "base", "link", "marquee", "dialog", "select", "body", "noscript", "xmp", "title"],
];

const markup = (): string[] =>
  ELEMENTS.flatMap((name) => [
    `<${name} pwn src=x onload=pwned=1 onerror=pwned=1>word</${name}>`,
    `</${name}></bdi></a></h1><${name} pwn autofocus tabindex=1 onfocus=pwned=1 onclick=pwned=1>`,
    `"'><${name} pwn onmouseover="pwned=1" x="`,
    `&lt;${name} pwn onerror=pwned=1&gt;`,
  ]);

const DIRECTIONS = ["\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u200E"];
const directions = (): string[] =>
  [...DIRECTIONS, "\u200F", "\uFEFF", "\u{E0041}"].flatMap((mark) => [
    `Pay${mark}txt.exe${mark}`,
    `${mark}<b pwn>${mark}moc.elpmaxe`,
  ]);

const controls = (): string[] =>
  [0x00, 0x01, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f].flatMap((code) => {
    const sign = String.fromCharCode(code);
    return [`a${sign}b${sign}${sign}c`, `<im${sign}g pwn src=x onerror=pwned=1>`];
  });

const references = (): string[] => [
  ...[
    "AT&amp;amp;T",
    "AT&T &copy; &notit;",
    "&lt;script pwn&gt;pwned=1&lt;/script&gt;",
    "&amp;lt;img pwn src=x&amp;gt;",
  ],
  ...["&#60;img pwn src=x onerror=pwned=1&#62;", "&#x3C;svg pwn onload=pwned=1&#x3E;", "&#x0000003C;b pwn&#x0000003e;"],
  ...["&#0;&#x80;&#1114112;&#xD800;", "&NewLine;&Tab;&colon;&lpar;", "a &lt b &gt c", "Vec&lt;T&gt; and Vec<T>"],
  ...[
    "&zwnj;&shy;&ZeroWidthSpace;x",
    "&#8238;evil",
    "&quot;&apos;&grave;",
    "]]>&lt;b pwn&gt;",
    "<![CDATA[<b pwn>x</b>]]>",
  ],
  ...["<!-- <b pwn> -->", "<!DOCTYPE html><b pwn>", "<?xml version='1.0'?><b pwn>", "&xxe; %xxe;"],
];

const templates = (): string[] => [
  ...[
    "{{constructor.constructor('pwned=1')()}}",
    "${pwned=1}",
    "<%= pwned=1 %>",
    "#{pwned=1}",
    "[[pwned]]",
    "{0} {name}",
  ],
  ...["$1 $2 $& $` $' $$", "__MSG_appName__", "@@extension_id", "%s %d %c", "__proto__", "constructor", "toString"],
  ...["javascript:pwned=1", "data:text/html,<script pwn>pwned=1</script>", "\\u003cb pwn\\u003e", "\\x3cb pwn\\x3e"],
  ...["$&$&$&", "{{{pwned}}}", "<!--#exec cmd=x-->", "=cmd|' /C calc'!A0", "%00%3Cb pwn%3E", "+ADw-b pwn+AD4-"],
  ...["`;pwned=1;`", "';pwned=1;//", "</script><script pwn>pwned=1</script>"],
];
