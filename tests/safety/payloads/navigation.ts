import { crossed, family } from "./payload.ts";

const TIMES = ["0", "0.1", "0 ", "00"];
const JOINS = [";url=", "; URL='", ",url=", " ;url = "];

/** What leads the frame, the page or the browser away. */
export const navigation = family("navigation", {
  fires: [
    '<script>location.hash = "x"; alert(1)</script>',
    '<script>history.pushState({}, "", "#y"); alert(1)</script>',
    '<script>addEventListener("hashchange", () => alert(1)); location.hash = "z"</script>',
  ],
  loads: crossed(
    TIMES.slice(0, 2),
    JOINS.slice(0, 3),
    (time, join) => `<meta http-equiv="refresh" content="${time}${join}%URL%">`,
  ),
  tries: [
    ...crossed(TIMES, JOINS, (time, join) => `<meta http-equiv="refresh" content="${time}${join}javascript:alert(1)">`),
    '<meta http-equiv="refresh" content="0;url=data:text/html,<script>alert(1)</script>">',
    '<meta http-equiv="set-cookie" content="a=b"><meta http-equiv="content-type" content="text/html;charset=utf-7">',
    `<meta http-equiv="content-security-policy" content="script-src *; img-src *"><p>Words.</p>`,
    '<meta name="referrer" content="unsafe-url"><a href="https://news.example/" referrerpolicy="unsafe-url" rel="opener">x</a>',
    '<base target="_top"><a href="#x">Up</a>',
    '<base href="%URL%/"><a href="more">More</a>',
    '<a href="https://news.example/" target="_self" download="news.exe">Here</a>',
    '<a href="https://news.example/" target="_parent" rel="opener" type="text/html">There</a>',
    '<a href="reader.html#/article/1">Into the reader</a>',
    '<a href="/options.html">Into the settings</a>',
    '<a href="//elsewhere.example/a">No scheme</a>',
    '<a href="\\\\elsewhere.example\\a">Backslashes</a>',
    '<a href="http:elsewhere.example">No slashes</a>',
    '<a href="https:///elsewhere.example/a">Three slashes</a>',
    '<a href="#">Top</a><a href="# ">Nowhere</a><a href="#%00">Nil</a><a href="#\u202e">Turned</a>',
    '<map name="x"><area href="%URL%" shape="default"></map><img usemap="#x" src="data:,">',
  ],
});
