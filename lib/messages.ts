/**
 * Everything a page can ask of the background. There is one message, because only one kind of work must outlive the
 * page that asks for it; all else is a row in the store.
 */
export type Messages = {
  /** Fetch feeds now. Resolves when every feed of the run has its outcome. */
  refreshNow: { which: AskedFor };
};

/** All feeds, one, or the next older page of one; `due` without waiting for the alarm, since something became so. */
export type AskedFor = "all" | "due" | { feedId: string } | { olderOf: string };

export type Message = { [K in keyof Messages]: { kind: K } & Messages[K] }[keyof Messages];
