import { crossed, family } from "./payload.ts";

const COMMANDS = ["show-modal", "close", "request-close", "show-popover", "hide-popover", "toggle-popover", "--own"];
const POPOVERS = ["auto", "manual", "hint", ""];

/** Elements that move others without a script, over everything else. */
export const commands = family("commands", {
  fires: [
    ...POPOVERS.map(
      (kind) =>
        `<div popover="${kind}" onbeforetoggle="alert(1)" id="pop">Over it</div><button popovertarget="pop">Open</button>`,
    ),
    ...POPOVERS.map((kind) => `<div popover="${kind}" ontoggle="alert(1)">Over it</div>`),
    '<dialog open onclose="alert(1)">Sign in again</dialog>',
    '<dialog oncancel="alert(1)"><form method="dialog"><button>Close</button></form></dialog>',
    '<details name="group" ontoggle="alert(1)"><summary>More</summary>Words</details>',
    '<button onclick="alert(1)" popovertarget="x" popovertargetaction="show">Open</button>',
    '<menu onclick="alert(1)"><li>Item</li></menu>',
    '<summary onclick="alert(1)">Alone</summary>',
  ],
  tries: [
    ...COMMANDS.map(
      (command) =>
        `<dialog id="d" popover oncommand="alert(1)">Over it</dialog><button commandfor="d" command="${command}">Do</button>`,
    ),
    ...crossed(["a", "button", "span"], ["interestfor", "interesttarget", "invoketarget", "anchor"], (name, place) => {
      return `<div id="t" popover oninterest="alert(1)" oninvoke="alert(1)">Over it</div><${name} ${place}="t" href="#t">Look</${name}>`;
    }),
    '<dialog open><h1>Your session has ended</h1><input type="password"></dialog>',
    '<details open><summary><a href="#more">More</a></summary></details>',
    '<p accesskey="x" autofocus tabindex="-1" inert focusgroup="inline" writingsuggestions enterkeyhint="go">Words</p>',
  ],
});
