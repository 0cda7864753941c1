import { crossed, family } from "./payload.ts";

const TYPES = [
  ...['type="text/javascript"', 'type="application/javascript"', 'type="text/ecmascript"', 'type="module"', 'type=""'],
  ...[
    "async",
    "defer",
    'language="javascript"',
    'charset="utf-8"',
    'nonce="x"',
    'integrity=""',
    'crossorigin="anonymous"',
  ],
];

/** Written in ways that parsers read alike and patterns do not. */
const SPELLINGS = [
  "<script>alert(1)</script>",
  "<SCRIPT>alert(1)</SCRIPT>",
  "<ScRiPt>alert(1)</sCrIpT>",
  "<script >alert(1)</script >",
  "<script/alpha/beta>alert(1)</script>",
  "<script\n>alert(1)</script\n>",
  "<script\t\f>alert(1)</script\tlater>",
  "<script>alert(1)//</scripts></script>",
  "<script><!--\nalert(1)\n--></script>",
  "<script>/*<![CDATA[*/alert(1)/*]]>*/</script>",
  "<p>Rain is forecast for Tuesday.</p><script>alert(1)</script><p>Sun on Wednesday.</p>",
  "<ul><li>Bread<script>alert(1)</script></li><li>Butter</li></ul>",
  "<table><script>alert(1)</script><tr><td>Cell</td></tr></table>",
  "<blockquote>It was quiet.<script>alert(1)</script></blockquote>",
  "<b><i><u><script>alert(1)</script></u></i></b>",
  "<<script>alert(1)</script>",
];

const INDIRECT = [
  'eval("alert(1)")',
  'new Function("alert(1)")()',
  'setTimeout("alert(1)")',
  "setTimeout(() => alert(1))",
  "Promise.resolve().then(() => alert(1))",
  "queueMicrotask(() => alert(1))",
  'self["al" + "ert"](1)',
  "\\u0061lert(1)",
  "alert`1`",
  "(0, alert)(1)",
  "Reflect.apply(alert, self, [1])",
  "document.defaultView.alert(1)",
];

export const scripts = family("scripts", {
  fires: [
    ...SPELLINGS,
    ...TYPES.map((type) => `<p>Before.</p><script ${type}>alert(1)</script><p>After.</p>`),
    ...INDIRECT.map((code) => `<script>${code}</script>`),
    ...crossed(["div", "section", "figure"], ["confirm", "prompt", "print"], (tag, call) => {
      return `<${tag}>An aside.<script>${call}("?")</script></${tag}>`;
    }),
    '<script src="data:text/javascript,alert(1)"></script>',
    '<script src="data:;base64,YWxlcnQoMSk="></script>',
  ],
  loads: [
    '<script src="%URL%"></script>',
    '<script async src="%URL%.js"></script>',
    '<script type="module" src="%URL%.mjs"></script>',
  ],
  tries: [
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script nomodule>alert(1)</script>",
    '<script type="text/vbscript">alert(1)</script>',
    '<script type="text/plain">alert(1)</script>',
    '<script type="importmap">{"imports":{"news":"data:text/javascript,alert(1)"}}</script>',
    '<script type="speculationrules">{"prefetch":[{"urls":["%URL%"]}]}</script>',
    "<script>alert(1)",
    "<script>alert(1)</script",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<%73cript>alert(1)</%73cript>",
    "<script for=window event=onload>alert(1)</script>",
    '<xml:script xmlns:xml="http://www.w3.org/1999/xhtml">alert(1)</xml:script>',
    '<html:script xmlns:html="http://www.w3.org/1999/xhtml">alert(1)</html:script>',
  ],
});
