/** Asks every 50 ms until the answer is neither false, null nor undefined, and returns it. Throws after `withinMs`. */
export async function waitUntil<T>(
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  { what, withinMs = 30_000 }: { what: string; withinMs?: number },
): Promise<T> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${withinMs} ms in vain for ${what}`);
    await pause(50);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
