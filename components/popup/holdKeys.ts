type Obey = (event: KeyboardEvent) => void;

/** Keeps what is pressed before it is known what keys mean. Gives how to have it obeyed, in order, and all that follows. */
export function holdKeys(): (obey: Obey) => void {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent) => void held.push(event);
  addEventListener("keydown", hold);
  return (obey) => {
    removeEventListener("keydown", hold);
    held.forEach(obey);
    addEventListener("keydown", obey);
  };
}
