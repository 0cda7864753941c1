/**
 * A text cut into words, white space and signs, which joined are the text again. Where a script puts no spaces between
 * its words, the language's own dictionary finds them.
 */
export function tokensOf(text: string): string[] {
  const tokens = text.match(TOKEN) ?? [];
  return tokens.flatMap((token) => (UNSPACED.test(token) ? cutUnspaced(token) : [token]));
}

export const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token);

/** Words as `tokensOf` cuts them. */
export const countWords = (text: string): number => tokensOf(text).filter(isWord).length;

const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30FC]+|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30FC]]+(?:['’.,][\p{L}\p{N}]+)*|\s+|[^]/gv;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30FC]/v;

let segmenter: Intl.Segmenter | null = null;

/** Slow, so it is asked for such runs only. */
function cutUnspaced(run: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}
