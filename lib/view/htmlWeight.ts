const LONGEST = 1024 * 1024;
const DEEPEST = 256;
const MOST_ELEMENTS = 30_000;
/** Each is looked at with what stands beside it. */
const MOST_PICTURES = 2_000;
/** Each may be a note, with all that stands around it. */
const MOST_TARGETS = 5_000;
/** Elements that a browser would make besides those that are written. */
const MOST_REPEATED = 500_000;

/** Elements that end by themselves, or that writers may leave open. */
const OPEN_ENDED =
  /^(?:area|base|br|col|colgroup|dd|dt|embed|hr|img|input|keygen|li|link|meta|option|p|param|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/;

/** A browser makes them anew in each block that begins while they are open (HTML standard, 13.2.4.3). */
const FORMATTING = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

/** True for HTML that would keep the page busy for seconds: too long, too much of it, or nested as only an attack is. */
export function isTooHeavy(html: string): boolean {
  return html.length > LONGEST || countOf(html, /\sid\s*=/gi) > MOST_TARGETS || isTangled(html);
}

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

function isTangled(html: string): boolean {
  const open: string[] = [];
  const formatting = new Map<string, number>();
  let [elements, pictures, unended, repeated] = [0, 0, 0, 0];
  for (const [, slash, written = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    const name = written.toLowerCase();
    const begun = formatting.get(name) ?? 0;
    if (slash === "/") {
      // With what stands open in it; one that ends nothing is passed over.
      if (open.includes(name)) open.length = open.lastIndexOf(name);
      if (begun > 0) formatting.set(name, begun - 1);
      if (begun > 0) unended--;
      continue;
    }
    if (name === "img") pictures++;
    if (FORMATTING.test(name)) {
      formatting.set(name, begun + 1);
      unended++;
    } else repeated += unended;
    if (++elements > MOST_ELEMENTS || pictures > MOST_PICTURES || repeated > MOST_REPEATED) return true;
    if (!OPEN_ENDED.test(name) && open.push(name) > DEEPEST) return true;
  }
  return false;
}
