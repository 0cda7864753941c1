/**
 * Everything a page can ask of the background: to refresh, because only that work must outlive the page that asks for
 * it. All else is a row in the store.
 */
export type Messages = {
  /**
   * Fetch feeds now: all of them, or the one named; of that one the next older page, if that is asked. Resolves when
   * every feed of the run has its outcome.
   */
  refreshNow: { feedId: string | null; page?: "older" | undefined };
  /** Fetch what is due without waiting for the alarm, because something has just become due. */
  refreshDue: object;
};

export type Message = { [K in keyof Messages]: { kind: K } & Messages[K] }[keyof Messages];
