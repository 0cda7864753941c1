const INLINE = "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q s samp small span strike";
const MORE_INLINE = "strong sub sup tt u var";
const VOID = "area base br col embed hr img input link meta param source track wbr";
const BLOCK =
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption";
const MORE_BLOCK = "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html li main menu nav ol option p pre";
const LAST_BLOCK = "section select summary table tbody td textarea tfoot th thead tr ul";
const OTHER = "audio button canvas colgroup data datalist iframe label legend map meter noscript object optgroup";
const MORE_OTHER = "output picture progress rp rt ruby script slot style svg template time title video math";

/** Tags that only dress the words between them. */
export const INLINE_NAMES = names(INLINE, MORE_INLINE);
/** Tags that have no end tag. */
export const VOID_NAMES = names(VOID);
/** Tags whose text stands apart from the text around them. */
export const BLOCK_NAMES = names(BLOCK, MORE_BLOCK, LAST_BLOCK, "br hr");
/** Tags whose content is not text for people. */
export const HIDDEN_NAMES = names("head math noscript script style svg template title");
/** Every tag name that HTML knows: `Vec<T>` holds none of them. */
export const HTML_NAMES = new Set([...INLINE_NAMES, ...VOID_NAMES, ...BLOCK_NAMES, ...names(OTHER, MORE_OTHER)]);

function names(...lists: string[]): Set<string> {
  return new Set(lists.join(" ").split(" "));
}
