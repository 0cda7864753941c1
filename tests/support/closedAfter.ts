import { openDatabase, type Db } from "../../lib/db/schema.ts";

/** As if the page that does it were closed after so many of its transactions. Tells whether it was, before it had ended. */
export async function closedAfter(
  db: Db,
  transactions: number,
  work: (page: Db) => Promise<unknown>,
): Promise<boolean> {
  const page = openDatabase(db.name);
  let left = transactions;
  page.use({
    stack: "dbcore",
    name: "closing",
    create: (core) => ({
      ...core,
      transaction: (...given) => {
        if (left-- === 0) page.close();
        return core.transaction(...given);
      },
    }),
  });
  return work(page).then(
    () => (page.close(), false),
    () => true,
  );
}
