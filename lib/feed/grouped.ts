/** Things by each of their keys, in their order. (`Map.groupBy` gives a thing one key, and is not everywhere yet.) */
export function grouped<T>(things: T[], keysOf: (thing: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}
