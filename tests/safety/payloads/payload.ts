/** Something hostile, as a feed could send it. Its code calls `alert`, so that whoever renders it can see it run. */
export type Payload = {
  id: string;
  family: string;
  kind: "html" | "markdown";
  source: string;
  /** In a page that nothing protects its code runs in every browser, once its events have happened. */
  mustFire: boolean;
  /** There it asks the network for something, by itself. */
  mustLoad: boolean;
};

/** Nobody's: requests to it reach the tests' own proxy at the most. */
export const ELSEWHERE = "http://elsewhere.example";

type Sources = { fires?: string[]; loads?: string[]; tries?: string[] };

/** `%URL%` in a source becomes an address of its own. `tries` are those that only some browsers would ever obey, if any. */
export function family(name: string, { fires = [], loads = [], tries = [] }: Sources, kind: Payload["kind"] = "html") {
  const listed = [
    ...fires.map((source) => ({ source, mustFire: true, mustLoad: false })),
    ...loads.map((source) => ({ source, mustFire: false, mustLoad: true })),
    ...tries.map((source) => ({ source, mustFire: false, mustLoad: false })),
  ];
  return listed.map((each, index): Payload => {
    const id = `${name}-${index + 1}`;
    return { ...each, id, family: name, kind, source: each.source.replaceAll("%URL%", `${ELSEWHERE}/${id}`) };
  });
}

/** Each of one with each of the other. */
export const crossed = <A, B>(ones: A[], others: B[], join: (one: A, other: B) => string): string[] =>
  ones.flatMap((one) => others.map((other) => join(one, other)));
