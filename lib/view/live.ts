import { liveQuery } from "dexie";
import { signal, type ReadonlySignal } from "@preact/signals";

/** The answer of a query, kept up to date for as long as the page lives: other pages' and the background's writes too. */
export function live<T>(query: () => Promise<T>, initial: T): ReadonlySignal<T> {
  const answer = signal(initial);
  watch(query, (fresh) => {
    answer.value = fresh;
  });
  return answer;
}

/** Calls `show` with the answer now and after each change of the rows it was made from. Returns how to stop. */
export function watch<T>(query: () => Promise<T>, show: (answer: T) => void): () => void {
  // A failing read is our fault, not the world's: as an unanswered rejection it reaches the page's error boundary.
  const error = (fault: unknown) => void Promise.reject(fault);
  // Dexie follows what is read behind an `await` of a query only where the query itself is an async function.
  const subscription = liveQuery(async () => await query()).subscribe({ next: show, error });
  return () => subscription.unsubscribe();
}
