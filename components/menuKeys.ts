/** Letters that follow each other faster are one word. */
const PAUSE_MS = 600;

type Place = { at: number; labels: string[] };
type Pressed = Pick<KeyboardEvent, "key" | "timeStamp">;

/** Answers which item of a menu a key leads to, null for none: arrows go round, Home and End to the ends, letters to names. */
export function createMenuKeys(): (event: Pressed, place: Place) => number | null {
  let typed = "";
  let last = 0;

  function named({ key, timeStamp }: Pressed, { at, labels }: Place): number | null {
    typed = timeStamp - last < PAUSE_MS ? typed + key : key;
    last = timeStamp;
    // The same letter again goes on to the next name with it; a longer word may be the one that focus is at.
    const isOneLetter = [...typed].every((letter) => letter === typed[0]);
    const wanted = fold(isOneLetter ? key : typed);
    const order = labels.map((_, i) => (at + i + (isOneLetter ? 1 : 0)) % labels.length);
    return order.find((i) => fold(labels[i] ?? "").startsWith(wanted)) ?? null;
  }

  return (event, place) => stepOf(event.key, place) ?? ([...event.key].length === 1 ? named(event, place) : null);
}

function stepOf(key: string, { at, labels: { length } }: Place): number | null {
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  if (key === "ArrowDown") return (at + 1) % length;
  // Before the first one lies the last; so does it where focus is in none.
  if (key === "ArrowUp") return at <= 0 ? length - 1 : at - 1;
  return null;
}

const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
