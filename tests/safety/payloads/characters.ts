import { crossed, family } from "./payload.ts";

const BETWEEN = [" ", "\t", "\n", "\f", "\r\n", "/", " / ", "\n\t\f "];
const CODE = [
  "alert(1)",
  '"alert(1)"',
  "'alert(1)'",
  "&#97;lert(1)",
  "&#x61;lert&lpar;1&rpar;",
  "alert&#40;1&#41",
  "\\u0061lert(1)",
  "alert`1`",
];
/** Seen by nobody, and dropped by some who read. */
const UNSEEN = [
  "\0",
  "\u0001",
  "\u0008",
  "\u000b",
  "\u00ad",
  "\u200b",
  "\u200d",
  "\u2028",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\ufffe",
  "\u{e0061}",
];

export const characters = family("characters", {
  fires: [
    ...BETWEEN.map((gap) => `<img${gap}src=x:${gap}onerror=alert(1)>`.replaceAll("x:/", "x: /")),
    ...CODE.map((code) => `<p onclick=${code}>Words.</p>`),
    ...["ONCLICK", "OnClick", "oNcLiCk", "onclick\t", "onclick\n"].map((name) => `<P ${name}=alert(1)>Words.</P>`),
    '<p title="a"onclick="alert(1)">No gap</p>',
    "<p title=a'b\" onclick=alert(1)>Quotes in it</p>",
    '<p ="x" onclick="alert(1)">An equals sign first</p>',
    '<p "onclick="x" onclick="alert(1)">A quote first</p>',
    "<p onclick=alert(1)//>Slashes last</p>",
    "<img src=x: onerror=alert(1)//<p>Unended",
    "<x onclick=alert(1)>Nobody knows me</x>",
    "<x:y:z onclick=alert(1)>Colons</x:y:z>",
    "<a-b.c_d onclick=alert(1)>Marks</a-b.c_d>",
    "<p>" + "a".repeat(70_000) + "</p><img src=x: onerror=alert(1)>",
    `<p ${"x=1 ".repeat(600)}onclick=alert(1)>Many attributes</p>`,
  ],
  tries: [
    ...crossed(
      UNSEEN,
      ["<scr%ipt>alert(1)</script>", '<a href="java%script:alert(1)">x</a>', "<p on%click=alert(1)>x</p>"],
      (character, source) => {
        return source.replace("%", character);
      },
    ),
    ...UNSEEN.map((character) => `<a href="${character}javascript:alert(1)">x</a>`),
    "＜script＞alert(1)＜/script＞",
    "\u{feff}<script\u{2028}>alert(1)</script>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "<script\ud800>alert(1)</script>",
    "<\u017fcript>alert(1)</\u017fcript>",
    "<im\u0131g src=x: onerror=alert(1)>",
    "<p>\u202egpj.exe\u202c and \u2066hidden\u2069</p>",
    "<img src=x: onerror=\u00a0alert(1)>",
    "<a href='https://xn--80ak6aa92e.example/'>аррӏе.example</a>",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= alert(1) %> #{alert(1)}",
  ],
});
