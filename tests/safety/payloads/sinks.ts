import { family } from "./payload.ts";

const LIVE = "<img src=x: onerror=alert(1)>";

/** Code that hands text to what makes code or markup of it. */
const CODE = [
  `document.body.innerHTML = "${LIVE}"`,
  `document.body.appendChild(document.createElement("p")).outerHTML = "${LIVE}"`,
  `document.body.insertAdjacentHTML("beforeend", "${LIVE}")`,
  `document.body.append(document.createRange().createContextualFragment("${LIVE}"))`,
  `document.body.setHTMLUnsafe("${LIVE}")`,
  `document.body.append(...new DOMParser().parseFromString("${LIVE}", "text/html").body.childNodes)`,
  `document.body.append(Document.parseHTMLUnsafe("${LIVE}").body.firstChild)`,
  'document.body.setAttribute("onclick", "alert(1)"); document.body.click()',
  'document.body.onclick = new Function("alert(1)"); document.body.click()',
  'document.body.append(Object.assign(document.createElement("script"), { text: "alert(1)" }))',
  'document.body.append(Object.assign(document.createElement("script"), { textContent: "alert(1)" }))',
  'document.body.append(Object.assign(document.createElement("script"), { src: "data:,alert(1)" }))',
  'document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: "<script>parent.alert(1)<\\/script>" }))',
  'document.body.append(Object.assign(document.createElement("iframe"), { src: "javascript:parent.alert(1)" }))',
  'eval("alert(1)")',
  '(0, eval)("alert(1)")',
  'new Function("alert(1)")()',
  'Function("alert(1)")()',
  '(() => {}).constructor("alert(1)")()',
  'setTimeout("alert(1)")',
  'setInterval("alert(1)", 10)',
  'location = "javascript:alert(1)"',
  'location.href = "javascript:alert(1)"',
  'location.assign("javascript:alert(1)")',
  'open("javascript:alert(1)", "_self")',
  'import("data:text/javascript,alert(1)").catch(() => {}); import("data:text/javascript,self.alert(1)")',
];

export const sinks = family("sinks", {
  fires: CODE.map((code) => `<p>Words.</p><script>${code}</script>`),
  tries: [
    `<script>document.write("${LIVE}")</script>`,
    `<script>document.writeln("<script>alert(1)<\\/script>")</script>`,
    '<script>new Worker("data:text/javascript,0").onerror = alert</script>',
    '<script>new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).onmessage = () => alert(1)</script>',
    '<script>navigator.serviceWorker?.register("%URL%")</script>',
    '<script>navigator.sendBeacon("%URL%")</script>',
    '<script>fetch("%URL%", { mode: "no-cors" })</script>',
    '<script>new Image().src = "%URL%"</script>',
    '<script>new EventSource("%URL%"); new XMLHttpRequest().open("GET", "%URL%")</script>',
    '<script>chrome?.runtime?.sendMessage({ type: "refreshNow" })</script>',
    '<script>trustedTypes.createPolicy("default", { createHTML: (text) => text }); alert(1)</script>',
    "<script>indexedDB.deleteDatabase('foldline'); localStorage.clear()</script>",
  ],
});
