export type Spread = { least: number; median: number };

export function median(numbers: number[]): number {
  const sorted = ascending(numbers);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? NaN) + (sorted.at(-middle - 1) ?? NaN)) / 2;
}

/** The least of the numbers that at least so large a share of them does not exceed: 0.95 gives the p95. */
export function quantile(numbers: number[], share: number): number {
  return ascending(numbers)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? NaN;
}

export function spreadOf(numbers: number[]): Spread {
  return { least: Math.min(...numbers), median: median(numbers) };
}

export function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** How many times the others' cost: the median over the rounds, each of which measured both. */
export function pairedRatio(costs: number[], others: number[]): number {
  return median(costs.map((cost, round) => cost / (others[round] ?? NaN)));
}

/** How samples of one kind differ from themselves: the median of every second against that of the ones between. */
export function againstItself(numbers: number[]): number {
  const half = (parity: number) => median(numbers.filter((_, i) => i % 2 === parity));
  return half(1) / half(0);
}

function ascending(numbers: number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
