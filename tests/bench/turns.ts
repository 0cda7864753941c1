/**
 * Lets each have its turn, round by round, so that what disturbs one disturbs all; what the rounds to warm up gave is
 * left out. The results stand in the order of the rounds.
 */
export async function takeTurns<Name extends string, Result>(
  turns: Record<Name, () => Promise<Result>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, Result[]>> {
  // The keys of an object literal are its names.
  const names = Object.keys(turns) as Name[];
  // Each name gets its list here.
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Result[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const result = await turns[name]();
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}
