const LONGEST = 1024 * 1024;
const DEEPEST = 256;

/** Elements that end by themselves, or that writers may leave open. */
const OPEN_ENDED =
  /^(?:area|base|br|col|colgroup|dd|dt|embed|hr|img|input|keygen|li|link|meta|option|p|param|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/i;

/** True for HTML that would keep the page busy for seconds: too long, or nested as only an attack is. */
export function isTooHeavy(html: string): boolean {
  if (html.length > LONGEST) return true;
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    if (OPEN_ENDED.test(name)) continue;
    depth = Math.max(0, depth + (slash === "/" ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}
