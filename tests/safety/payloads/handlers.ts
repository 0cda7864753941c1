import { crossed, family } from "./payload.ts";

/** Those of every element of HTML, in both browsers. */
const EVENTS = (
  "abort auxclick beforeinput beforetoggle blur cancel canplay canplaythrough change click close contextmenu copy " +
  "cuechange cut dblclick drag dragend dragenter dragleave dragover dragstart drop durationchange emptied ended error " +
  "focus formdata input invalid keydown keypress keyup load loadeddata loadedmetadata loadstart mousedown mouseenter " +
  "mouseleave mousemove mouseout mouseover mouseup paste pause play playing progress ratechange reset resize scroll " +
  "scrollend securitypolicyviolation seeked seeking select selectionchange selectstart slotchange stalled submit " +
  "suspend timeupdate toggle volumechange waiting wheel animationstart animationend animationiteration animationcancel " +
  "pointerdown pointerup pointermove pointerover " +
  "pointerout pointerenter pointerleave pointercancel gotpointercapture lostpointercapture"
).split(" ");

/** In turns, so that each event meets an element, and each element several events. */
const HOLDERS: ((handler: string) => string)[] = [
  (handler) => `<p ${handler}>A paragraph of news.</p>`,
  (handler) => `<a href="#more" ${handler}>Read more</a>`,
  (handler) => `<figure ${handler}><figcaption>A caption.</figcaption></figure>`,
  (handler) => `<ul><li ${handler}>One of a list.</li></ul>`,
  (handler) => `<table><tr><td ${handler}>12 %</td></tr></table>`,
  (handler) => `<blockquote ${handler}>As they said.</blockquote>`,
  (handler) => `<details ${handler}><summary>More</summary>Hidden.</details>`,
  (handler) => `<video ${handler}></video>`,
  (handler) => `<img alt="A hill" ${handler}>`,
  (handler) => `<h2 ${handler}>A heading</h2>`,
];

/** Elements that the allowlist knows, and some that it does not. */
const ELEMENTS = (
  "abbr article aside b bdi cite code dd del dfn dl em footer header i ins kbd mark ol pre q ruby s samp section small " +
  "span strong sub sup time u var address center font main nav output progress meter label fieldset legend dialog menu " +
  "slot template-like x-news"
).split(" ");

export const handlers = family("handlers", {
  fires: [
    ...EVENTS.map((event, index) => HOLDERS[index % HOLDERS.length]?.(`on${event}="alert(1)"`) ?? ""),
    ...ELEMENTS.map((name) => `<${name} onclick="alert(1)">Words in it.</${name}>`),
    ...crossed(
      ["mouseover", "focus"],
      ["button", "input", "select", "textarea", "audio", "canvas", "map"],
      (event, name) => {
        return `<${name} tabindex="0" on${event}="alert(1)"></${name}>`;
      },
    ),
    '<img src="data:," onerror="alert(1)" alt="Nothing">',
    '<img src onerror="alert(1)">',
    '<p>Text <img src="x:" onerror=alert(1)> goes on.</p>',
    '<video><source onerror="alert(1)"></video>',
    '<input autofocus onfocus="alert(1)">',
    '<details open ontoggle="alert(1)"><summary>Open</summary></details>',
  ],
  tries: [
    '<p onclick="alert(1)" onclick="return">Twice</p>',
    '<p on click="alert(1)">Two names</p>',
    '<p onnothing="alert(1)">No event</p>',
    '<p data-onclick="alert(1)" xonclick="alert(1)">Like one</p>',
    '<body onload="alert(1)" onpageshow="alert(1)" onhashchange="alert(1)" onmessage="alert(1)">',
    '<body onunload="alert(1)" onbeforeunload="alert(1)"><p>Good-bye.</p>',
    '<marquee onstart="alert(1)" onfinish="alert(1)" onbounce="alert(1)">Moving words</marquee>',
    '<p onwebkitanimationend="alert(1)" onwebkittransitionend="alert(1)">Old names</p>',
    '<p ontransitionrun="alert(1)" ontransitionstart="alert(1)" ontransitionend="alert(1)">Changing</p>',
    '<p ontouchstart="alert(1)" ontouchend="alert(1)">By hand</p>',
    '<p oncontentvisibilityautostatechange="alert(1)" style="content-visibility:auto">Late</p>',
    '<p onbeforematch="alert(1)" hidden="until-found">Found</p>',
    '<p onpointerrawupdate="alert(1)" onbeforexrselect="alert(1)" onscrollsnapchange="alert(1)">New names</p>',
  ],
});
