import DOMPurify, { type Config } from "dompurify";
import { LAZY_ATTRIBUTES } from "../feed/lazyPicture.ts";
import { settleAttributes } from "./attributes.ts";
import type { EmbedLabel } from "./embeds.ts";
import { reshape } from "./reshape.ts";
import { unnest } from "./unnest.ts";

/**
 * HTML from outside as a fragment that may stand in a page: an allowlist of elements and attributes, nothing that runs,
 * nothing that loads. A picture's address waits in `data-news-src`; whoever shows the fragment decides what becomes of it.
 *
 * The fragment is never turned into text again, since parsing text a second time is how sanitised markup comes alive.
 */
export function sanitize(html: string, baseUrl: string | null, embedLabel?: EmbedLabel): DocumentFragment {
  const opened = toFragment(html, OPENING);
  reshape(opened, baseUrl, embedLabel);
  const strict = toFragment(opened, STRICT);
  unnest(strict);
  for (const element of strict.querySelectorAll("*")) settleAttributes(element, baseUrl);
  return strict;
}

const TAGS =
  "a abbr aside article b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em " +
  "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section " +
  "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr";

const ATTRIBUTES =
  "href alt title width height colspan rowspan scope start reversed value datetime cite lang dir id open " +
  "data-news-src data-language";

const BOTH = {
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  KEEP_CONTENT: true,
  // `settleAttributes` judges these two, more strictly than DOMPurify would.
  ADD_URI_SAFE_ATTR: ["data-news-src", "data-language"],
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

/** First pass: also what `reshape` turns into links and pictures. Its result never leaves this file. */
const OPENING = {
  ...BOTH,
  ALLOWED_TAGS: [
    ...TAGS.split(" "),
    ...["iframe", "embed", "object", "video", "audio", "picture", "source", "noscript"],
    ...["center", "main", "nav", "address", "hgroup", "strike", "tt", "acronym", "listing"],
  ],
  ALLOWED_ATTR: [
    ...ATTRIBUTES.split(" "),
    ...["src", "srcset", "type", "data", "class", "style", "name", "data-lang"],
    ...LAZY_ATTRIBUTES,
  ],
  // Would drop a <noscript> that holds a picture. The strict pass, which decides, has it on.
  SAFE_FOR_XML: false,
  // Prefixing is the strict pass's work; here it would keep `name` from becoming an id of the same name.
  SANITIZE_NAMED_PROPS: false,
  SANITIZE_DOM: false,
} satisfies Config;

const STRICT = {
  ...BOTH,
  ALLOWED_TAGS: TAGS.split(" "),
  ALLOWED_ATTR: ATTRIBUTES.split(" "),
  SAFE_FOR_XML: true,
} satisfies Config;

function toFragment(dirty: string | Node, config: typeof OPENING | typeof STRICT): DocumentFragment {
  // DOMPurify answers null where a <frameset> takes the place of the body, whatever its types say.
  const clean: DocumentFragment | null = DOMPurify.sanitize(dirty, config);
  return clean ?? document.createDocumentFragment();
}
