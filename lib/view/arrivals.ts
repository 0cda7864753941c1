import { effect, signal, type ReadonlySignal } from "@preact/signals";
import { arrivalsIn, type Arrivals } from "../db/lists.ts";
import type { Db } from "../db/schema.ts";
import type { Shown } from "./list.ts";
import { watch } from "./live.ts";

/** How many articles came since the list was made and belong to it. Looks at each of them once. */
export function watchArrivals(db: Db, shown: ReadonlySignal<Shown | null>): ReadonlySignal<number> {
  const arrivals = signal(0);
  effect(() => {
    const present = shown.value;
    arrivals.value = 0;
    if (present === null) return;
    const { filter, throughId } = present;
    let known: Arrivals = { throughId, ids: [] };
    const look = async () => (known = await arrivalsIn(db, filter, known));
    return watch(look, ({ ids }) => (arrivals.value = ids.length));
  });
  return arrivals;
}
