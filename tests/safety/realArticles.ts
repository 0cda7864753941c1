import { makeWords } from "../bench/words.ts";

/** An article as publishers' systems write them, and what a reader must get of it. */
export type RealArticle = {
  html: string;
  texts: string[];
  /** Where links and embeds lead, without what follows people. */
  links: string[];
  pictures: string[];
  /** What counts readers and is not there to be seen. */
  pixels: string[];
  trackedLinks: number;
};

/** What a block of an article is made with: whatever is said here must be there in the end. */
export type Writing = {
  /** A sentence or so, noted as a text that must survive. */
  text: () => string;
  /** An address that must survive, as it stands in the source. */
  link: () => string;
  picture: () => string;
  pixel: () => string;
  /** An address that is known before, of a page that an embed leads to. */
  leadsTo: (address: string) => void;
  /** Between 0 and `below`. */
  upTo: (below: number) => number;
};

type Block = (writing: Writing) => string;

/** The same article for the same number: a few blocks of each kind in turns, so that every kind comes again and again. */
export function writeArticle(number: number, blocks: Block[]): RealArticle {
  const words = makeWords(number + 1);
  const made: RealArticle = { html: "", texts: [], links: [], pictures: [], pixels: [], trackedLinks: 0 };
  let count = 0;
  const address = (kind: string) => `https://${kind}.example/${number}/${++count}`;
  const noted = <T>(list: T[], given: T): T => {
    list.push(given);
    return given;
  };
  const writing: Writing = {
    upTo: words.upTo,
    text: () => noted(made.texts, words.sentence(3 + words.upTo(22))),
    link: () => {
      const plain = noted(made.links, `${address("news")}?page=${1 + words.upTo(9)}`);
      if (words.upTo(3) > 0) return plain;
      made.trackedLinks++;
      return `${plain}&amp;${TRACKING[words.upTo(TRACKING.length)]}`;
    },
    picture: () => noted(made.pictures, `${address("pictures")}.jpg`),
    pixel: () => noted(made.pixels, `${address("counter")}.gif`),
    leadsTo: (address) => void made.links.push(address),
  };
  const length = 6 + words.upTo(18);
  for (let i = 0; i < length; i++) made.html += blocks[(number * 7 + i) % blocks.length]?.(writing) ?? "";
  return made;
}

const TRACKING = [
  ...["utm_source=rss&amp;utm_medium=feed&amp;utm_campaign=x", "fbclid=IwAR0", "gclid=Cj0K", "mc_cid=1&amp;mc_eid=2"],
  ...["msclkid=9", "igshid=a", "_hsenc=p2&amp;_hsmi=7", "mkt_tok=eyJ", "yclid=5"],
];
