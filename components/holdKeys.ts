type Obey = (event: KeyboardEvent) => void;

/** Has what was held obeyed, in order, and all that follows. Gives how to stop. */
export type LetKeysBeObeyed = (obey: Obey) => () => void;

/** Keeps what is pressed before it is known what keys mean. */
export function holdKeys(): LetKeysBeObeyed {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent) => void held.push(event);
  addEventListener("keydown", hold);
  return (obey) => {
    let turn: ReturnType<typeof setTimeout> | undefined;
    // Each in a task of its own, as they were pressed: Enter opens the row that J before it goes to.
    const obeyNext = (): void => {
      const event = held.shift();
      if (event) {
        obey(event);
        turn = setTimeout(obeyNext);
        return;
      }
      removeEventListener("keydown", hold);
      addEventListener("keydown", obey);
    };
    obeyNext();
    return () => {
      clearTimeout(turn);
      removeEventListener("keydown", hold);
      removeEventListener("keydown", obey);
    };
  };
}
