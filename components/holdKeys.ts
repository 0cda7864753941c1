type Obey = (event: KeyboardEvent) => void;

/** Has what was held obeyed, in order, and all that follows. Gives how to stop. */
export type LetKeysBeObeyed = (obey: Obey) => () => void;

/** Keeps what is pressed before it is known what keys mean. */
export function holdKeys(): LetKeysBeObeyed {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent) => void held.push(event);
  addEventListener("keydown", hold);
  return (obey) => {
    removeEventListener("keydown", hold);
    held.splice(0).forEach(obey);
    addEventListener("keydown", obey);
    return () => removeEventListener("keydown", obey);
  };
}
