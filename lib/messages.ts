/**
 * Everything a page can ask of the background. There is one message, because only one kind of work must outlive the
 * page that asks for it; all else is a row in the store.
 */
export type Messages = {
  /** Fetch feeds now: all of them, or the one named. Resolves when every feed of the run has its outcome. */
  refreshNow: { feedId: string | null };
};

export type Message = { [K in keyof Messages]: { kind: K } & Messages[K] }[keyof Messages];
