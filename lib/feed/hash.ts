/**
 * 128 bits of a text as 32 hex digits: a fingerprint, not a secret. Identity is computed synchronously, where
 * `crypto.subtle` cannot be awaited; 64 bits would do for a million articles, the rest is margin.
 * Four multiply-and-rotate lanes over UTF-16 units with MurmurHash3's constants and finalizer.
 */
export function hashText(text: string): string {
  let a = 0x239b961b ^ text.length;
  let b = 0xab0e9789 ^ text.length;
  let c = 0x38b34ae5 ^ text.length;
  let d = 0xa1e38b93 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(rotate(a ^ Math.imul(unit, 0xcc9e2d51), 13) + b, 0x85ebca6b);
    b = Math.imul(rotate(b ^ Math.imul(unit, 0x1b873593), 17) + c, 0xc2b2ae35);
    c = Math.imul(rotate(c ^ Math.imul(unit, 0x9e3779b1), 15) + d, 0x27d4eb2f);
    d = Math.imul(rotate(d ^ Math.imul(unit, 0x165667b1), 19) + a, 0x2c1b3c6d);
  }
  return [a ^ rotate(c, 7), b ^ rotate(d, 11), c ^ rotate(a, 19), d ^ rotate(b, 23)].map(hexOfMixed).join("");
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function hexOfMixed(lane: number): string {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return (mixed >>> 0).toString(16).padStart(8, "0");
}
