export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? NaN) + (sorted.at(-middle - 1) ?? NaN)) / 2;
}

/** How many times the others' cost: the median over the rounds, each of which measured both. */
export function pairedRatio(costs: number[], others: number[]): number {
  return median(costs.map((cost, round) => cost / (others[round] ?? NaN)));
}
