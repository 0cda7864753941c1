const WORDS_PER_MINUTE = 230;
const CHARACTERS_PER_MINUTE = 500;
const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu;

/** Whole minutes, rounded up. Chinese and Japanese are written without spaces: their characters are counted. */
export function readingTime(text: string): number {
  const characters = text.match(CHARACTER)?.length ?? 0;
  const words = text.replace(CHARACTER, " ").match(WORD)?.length ?? 0;
  return Math.ceil(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE);
}
