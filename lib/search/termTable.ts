/** Numbers of terms in the order of their first use. */
export type TermTable = {
  /** Of the term that stands there in a text: for one that is known, no string is made. */
  numberOf: (text: string, start: number, end: number) => number;
  hashOf: (number: number) => number;
  /** By their numbers. */
  terms: string[];
};

/**
 * A hash table with open addresses, over the characters where they stand: a map wants a string of its own for every
 * word of a text, and that costs more than all the rest.
 */
export function startTermTable(): TermTable {
  const terms: string[] = [];
  /** Of each term, by its number. */
  let hashes = new Int32Array(4_096);
  /** Numbers plus one, where their hashes or the neighbours of these lead; 0 is free. At most half are taken. */
  let slots = new Int32Array(8_192);
  return { numberOf, hashOf: (number) => hashes[number] ?? 0, terms };

  function numberOf(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    let slot = hash & (slots.length - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const number = (slots[slot] ?? 0) - 1;
      if (hashes[number] === hash && isAt(terms[number] ?? "", text, start, end)) return number;
    }
    slots[slot] = terms.length + 1;
    hashes[terms.length] = hash;
    terms.push(text.slice(start, end));
    if (terms.length === hashes.length) grow();
    return terms.length - 1;
  }

  function grow(): void {
    const grown = new Int32Array(2 * hashes.length);
    grown.set(hashes);
    hashes = grown;
    slots = new Int32Array(2 * slots.length);
    for (let number = 0; number < terms.length; number++) {
      let slot = (hashes[number] ?? 0) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
  }
}

/** What the index has stored follows from it. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  // The last characters alone would choose the slot.
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 12);
}

function isAt(term: string, text: string, start: number, end: number): boolean {
  if (term.length !== end - start) return false;
  for (let at = 0; at < term.length; at++) {
    if (term.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
