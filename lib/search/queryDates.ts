/** The first instant of what a `before:` or `after:` names: `2026`, `2026-05`, `2026-05-03`. Null if there is no such day. */
export function firstInstant(text: string, toLocalMidnight: (utcMidnight: number) => number): number | null {
  const [, year, month = "1", day = "1"] = DATE.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? toLocalMidnight(date.getTime()) : null;
}

const DATE = /^([1-9]\d{3})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
