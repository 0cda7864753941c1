import { crossed, family } from "./payload.ts";

/** `javascript:` as browsers read it and as patterns may not. */
const SPELLINGS = [
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "  javascript:alert(1)",
  "\njavascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "&#x6A;avascript:alert(1)",
  "&#0000106avascript:alert(1)",
  "&#1;javascript:alert(1)",
  "javascript://news.example/%0Aalert(1)",
  "javascript:/*https://news.example/*/alert(1)",
  "javascript:void(alert(1))",
  "javascript:%61lert(1)",
  "javascript:\u0020alert(1)",
];

/** What is clicked or shown, and goes there. */
const DOORS: ((address: string) => string)[] = [
  (address) => `<a href="${address}">Read the whole report</a>`,
  (address) => `<svg><a href="${address}"><text y="20">Chart</text></a></svg>`,
  (address) => `<form action="${address}"><button>Vote</button></form>`,
  (address) => `<form><button formaction="${address}">Vote</button></form>`,
  (address) => `<map name="m"><area href="${address}" shape="default" alt="Here"></map>`,
];

/** None of them leads anywhere that a text may lead to. */
const OTHER_SCHEMES = [
  ...[
    "vbscript:alert(1)",
    "livescript:alert(1)",
    "mocha:alert(1)",
    "jscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
  ],
  ...["data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=alert(1)>"],
  ...["blob:http://news.example/0", "file:///etc/hosts", "filesystem:http://news.example/temporary/a", "about:blank#x"],
  ...["chrome://settings/", "chrome-extension://abcdefghijklmnop/reader.html", "moz-extension://0/reader.html"],
  ...[
    "view-source:http://news.example/",
    "resource://gre/",
    "intent://scan/#Intent;scheme=zxing;end",
    "ms-word:ofe|u|http://x.example/",
  ],
  ...[
    "feed:javascript:alert(1)",
    "jar:http://news.example/a.jar!/b",
    "wyciwyg://1/http://a.example/",
    "ftp://files.example/a",
  ],
  ...[
    "ws://news.example/",
    "tel:+123",
    "sms:123?body=x",
    "skype:echo?call",
    "x-apple:x",
    "magnet:?xt=x",
    "ssh://a@b",
    "ldap://x",
  ],
  ...[
    "http://reader:secret@news.example/",
    "https://news.example@elsewhere.example/",
    "//elsewhere.example@x/",
    "http:javascript:alert(1)",
  ],
  ...[
    "java\0script:alert(1)",
    "javas&#99ript:alert(1)",
    "&#106;&#97;vascript&colon;alert(1)",
    "javascript：alert(1)",
    "ja%76ascript:alert(1)",
  ],
  ...[
    "mailto:a@b.example?bcc=z@y.example&body=x",
    "mailto:a@b.example%0d%0aBcc:z@y.example",
    "mailto:javascript:alert(1)",
    "MAILTO:<a@b>",
  ],
];

export const addresses = family("addresses", {
  fires: [
    ...crossed(SPELLINGS, DOORS.slice(0, 1), (address, door) => door(address)),
    ...crossed(SPELLINGS.slice(0, 6), DOORS.slice(1), (address, door) => door(address)),
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="javascript:alert(1)"><text y="20">Map</text></a></svg>',
  ],
  tries: [
    ...OTHER_SCHEMES.map((address) => `<p>More at <a href="${address}">the source</a>.</p>`),
    ...["img src", "blockquote cite", "q cite", "del cite", "ins cite", "input type=image src", "video poster"].map(
      (place) => `<${place}="javascript:alert(1)">Quoted.`,
    ),
    '<base href="javascript:alert(1)//"><a href="#">Up</a>',
    '<math href="javascript:alert(1)"><mtext>x</mtext></math>',
    '<math><mrow xlink:href="javascript:alert(1)"><mi>y</mi></mrow></math>',
    '<a href="javascript:alert(1)" target="_top">Whole window</a>',
    '<a href="javascript:alert(1)" target="news">Other window</a>',
    '<link rel="stylesheet" href="javascript:alert(1)">',
    '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</td></tr></table>',
  ],
});
