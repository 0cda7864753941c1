/** Noon in this machine's zone of the calendar day that starts at `utcMidnight`. */
export function localNoon(utcMidnight: number): number {
  const day = new Date(utcMidnight);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12).getTime();
}

/** The first instant in this machine's zone of the calendar day that starts at `utcMidnight`. */
export function localMidnight(utcMidnight: number): number {
  const day = new Date(utcMidnight);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()).getTime();
}
