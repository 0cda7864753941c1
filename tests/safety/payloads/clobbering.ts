import { crossed, family } from "./payload.ts";

/** What code asks a document, a window, an element or a form for. */
const NAMES = (
  "createElement createDocumentFragment body head documentElement cookie defaultView querySelector getElementById " +
  "currentScript location implementation parentNode attributes nodeName childNodes innerHTML textContent removeChild " +
  "__proto__ constructor chrome browser trustedTypes DOMPurify alert hasOwnProperty"
).split(" ");

const SHAPES: ((name: string) => string)[] = [
  (name) => `<img name="${name}" alt="A picture">`,
  (name) => `<form id="${name}"><input name="attributes"><input name="${name}"></form>`,
  (name) => `<a id="${name}">One</a><a id="${name}" name="href" href="tel:x">Two</a>`,
];

export const clobbering = family("clobbering", {
  fires: [
    '<form onclick="alert(1)"><input name="attributes"><input name="removeAttribute"></form>',
    '<form onclick="alert(1)"><input name="nodeName"><input name="childNodes"></form>',
    '<form onclick="alert(1)"><img name="parentNode"><img name="namespaceURI"></form>',
    '<a id="settings" name="url" href="javascript:alert(1)">Settings</a><script>location = settings</script>',
  ],
  tries: [
    ...crossed(NAMES, SHAPES.slice(0, 1), (name, shape) => shape(name)),
    ...crossed(NAMES.slice(0, 16), SHAPES.slice(1), (name, shape) => shape(name)),
    '<iframe name="self"></iframe><iframe name="top"></iframe>',
    '<object id="document" name="body"></object><embed name="forms">',
    '<p id="">Empty</p><p id=" ">Blank</p><p id="user-content-x">Prefixed</p><p id="a b">Two words</p>',
    '<p id="app">App</p><p id="root">Root</p><a href="#root">To it</a>',
  ],
});
