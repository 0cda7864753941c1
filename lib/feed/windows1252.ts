/** What windows-1252 shows for the bytes 80-9F, in order. Five have no character; they stay the control of their number. */
const CHARACTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const BYTES = new Map([...CHARACTERS].map((character, i) => [character, 0x80 + i]));

/** The C1 controls of a text, which nobody means, as the windows-1252 characters that were meant. */
export function withoutC1(text: string): string {
  return /[\x80-\x9f]/.test(text)
    ? text.replace(/[\x80-\x9f]/g, (control) => CHARACTERS.charAt(control.charCodeAt(0) - 0x80))
    : text;
}

/** The byte that windows-1252 shows as this character, or null where there is none. */
export function byteOf(character: string): number | null {
  const byte = BYTES.get(character);
  if (byte !== undefined) return byte;
  const code = character.codePointAt(0) ?? Infinity;
  return code <= 0xff ? code : null;
}
