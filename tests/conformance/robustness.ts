import type { Engine } from "./fields.ts";

/** What the world breaks: each document must come out as these titles, feed first, or be refused for this reason. */
type Trial = { name: string; document: string; answer: { titles: string[] } | { refused: string } };

/** One line for each trial that went wrong. */
export async function robustnessComplaints(read: Engine): Promise<string[]> {
  const complaints = await Promise.all(TRIALS.map((trial) => complaintAbout(trial, read)));
  return complaints.filter((complaint) => complaint !== null);
}

async function complaintAbout({ name, document, answer }: Trial, read: Engine): Promise<string | null> {
  const got = JSON.stringify(await answerTo(document, read));
  return got === JSON.stringify(answer) ? null : `${name}: expected ${JSON.stringify(answer)}, got ${got}`;
}

async function answerTo(document: string, read: Engine): Promise<Trial["answer"]> {
  try {
    const { title, items } = await read(new TextEncoder().encode(document), SOURCE);
    return { titles: [title ?? "", ...items.map((item) => item.title ?? "")] };
  } catch (fault) {
    return { refused: fault instanceof Error ? fault.message : String(fault) };
  }
}

const SOURCE = { url: "https://harbour.example/feed.xml", contentType: "text/xml; charset=utf-8" };

const RSS = `<rss version="2.0"><channel><title>Harbour</title>`;
const TIDE = `<item><title>Tide</title><guid>1</guid></item>`;
const END = `</channel></rss>`;
const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>${inside}</feed>`;
const BOTH = { titles: ["Harbour", "Tide"] };

export const TRIALS: Trial[] = [
  {
    name: "RSS quoted in an Atom entry",
    document:
      atom(`<entry><title>Tide</title><content type="html">Write &lt;b&gt; and <![CDATA[ <rss version="2.0"><channel>
      <title>Not me</title><item><title>Nor me</title></item></channel></rss> ]]></content></entry>`),
    answer: BOTH,
  },
  {
    name: "a comment with a root before the root",
    document: `<!-- <rss version="0.91"> -->${atom(`<entry><title>Tide</title></entry>`)}`,
    answer: BOTH,
  },
  {
    name: "a tag with the name of a JavaScript constructor",
    document: `${RSS}<constructor>x</constructor><item><title>Tide</title><__proto__>y</__proto__></item>${END}`,
    answer: BOTH,
  },
  {
    name: "a document type with an external entity",
    document: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${RSS}${TIDE}${END}`,
    answer: BOTH,
  },
  {
    name: "entities that multiply",
    document: `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${RSS}${TIDE}${END}`,
    answer: BOTH,
  },
  {
    name: "a web page instead of a feed",
    document: `<!doctype html><html><head><title>Harbour</title></head><body><p>Closed</p></body></html>`,
    answer: { refused: "webPage" },
  },
  {
    name: "a CDATA section that never closes",
    document: `${RSS}${TIDE}<item><title>Ebb</title><description><![CDATA[<p>Low water</description></item>${END}`,
    answer: BOTH,
  },
  {
    name: "a document cut inside an item",
    document: `${RSS}${TIDE}<item><title>Ebb</title><descri`,
    answer: BOTH,
  },
  {
    name: "a server's warning before the feed",
    document: `<br />\n<b>Warning</b>: date() in <b>/var/www/feed.php</b> on line <b>3</b><br />\n<?xml version="1.0"?>${RSS}${TIDE}${END}`,
    answer: BOTH,
  },
  {
    name: "RSS in a namespace with a prefix",
    document: `<r:rss xmlns:r="http://backend.userland.com/rss2" version="2.0"><r:channel><r:title>Harbour</r:title><r:item><r:title>Tide</r:title></r:item></r:channel></r:rss>`,
    answer: BOTH,
  },
  {
    name: "bare ampersands and unquoted attributes",
    document: `<rss version=2.0><channel><title>Harbour</title><item><title>Tide</title><link>http://a.example/?a=1&b=2</link><guid isPermaLink=false>1</guid></item>${END}`,
    answer: BOTH,
  },
  { name: "an empty document", document: " \n ", answer: { refused: "empty" } },
  { name: "a channel without items", document: `${RSS}${END}`, answer: { titles: ["Harbour"] } },
  { name: "a picture", document: `\x89PNG\r\n\x1a\n${"\0".repeat(40)}`, answer: { refused: "notText" } },
];
