import { crossed, family } from "./payload.ts";

const PLACES = [
  "background:url(%URL%)",
  "background-image:url('%URL%')",
  "list-style-image:url(%URL%);display:list-item",
];

/** A page over the page, and what would make it one. */
const COVERS = [
  "position:fixed;inset:0;z-index:2147483647;background:white",
  "position:absolute;top:-900px;left:0;width:9999px;height:9999px",
  "margin:-5000px;padding:99999em",
  "transform:scale(90) translate(-50%)",
  "width:expression(alert(1))",
  "behavior:url(#default#time2)",
  "-moz-binding:url(%URL%#x)",
  "color:red;--x:url(%URL%)",
  "font-size:99999px;opacity:0;pointer-events:none",
  "display:none",
];

const SHEETS = [
  "*{display:none!important}",
  "body{background:red}html{filter:blur(9px)}",
  "a[href^='https']::after{content:'Sign in again'}",
  "@font-face{font-family:x;src:url(%URL%)}p{font-family:x}",
  "@namespace url(%URL%);",
  "input[value^='a']{background:url(%URL%)}",
  "</style><p>Out of it</p><style>",
  "<!--*{color:red}-->",
];

export const overlays = family("overlays", {
  loads: [
    ...crossed(
      ["div", "li"],
      PLACES,
      (name, style) => `<${name} style="${style};width:9px;height:9px">Words</${name}>`,
    ),
    "<style>@import '%URL%';</style>",
    "<style>@import url(%URL%);</style><p>Styled.</p>",
    "<style>p.paid{background:url(%URL%)}</style><p class=paid>Styled.</p>",
  ],
  tries: [
    ...COVERS.map((style) => `<div style="${style}"><h1>Your session has ended</h1></div>`),
    ...SHEETS.map((sheet) => `<style>${sheet}</style><p>After it.</p>`),
    ...["rbar", "art", "toast", "copy", "missing", "viewer"].map(
      (name) => `<div class="${name}" id="${name}">Like ours</div>`,
    ),
    '<p class="lede" data-role="lede" aria-hidden="true" role="alert">Claims a role</p>',
    '<marquee behavior="alternate" width="9999" height="9999">Moving words</marquee>',
    '<blink>On and off</blink><font size="99999" color="red">Loud</font>',
    '<img width="100000" height="100000" alt="Endless">',
    '<table><tr><td colspan="65000" rowspan="65000">Endless</td></tr></table>',
    '<ol start="-99999999"><li value="99999999">Endless</li></ol>',
    '<p dir="sideways" lang="x&quot;y" tabindex="1" accesskey="s" contenteditable draggable="true" hidden inert>Odd</p>',
    '<link rel="stylesheet" href="data:text/css,*{display:none}">',
  ],
});
