/** How often or how much, where a test has a short form in `npm test` and its full size in `npm run test:safety` or `test:crash`. */
export const sized = <Size>({ short, whole }: { short: Size; whole: Size }): Size =>
  process.env.FOLDLINE_WHOLE === "1" ? whole : short;
