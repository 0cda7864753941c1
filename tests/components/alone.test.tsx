// @vitest-environment jsdom
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { signal, type Signal } from "@preact/signals";
import { render, type FunctionComponent } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { alone } from "../../components/alone.tsx";

afterEach(() => render(null, document.body));

const SCREENS = 40;

test("of what was scrolled away nothing stays", async () => {
  expect(await keptOf(alone(List))).toBeLessThan(ROWS + 3);
  // Otherwise nobody would need it.
  expect(await keptOf(List)).toBeGreaterThan(SCREENS);
});

type Item = { id: number };
type Props = { from: Signal<number>; items: Map<number, WeakRef<Item>> };

const ROWS = 5;

/** How many of the items are left that were drawn, a screen of them after the other. */
async function keptOf(Shown: FunctionComponent<Props>): Promise<number> {
  const props: Props = { from: signal(0), items: new Map() };
  act(() =>
    render(
      <main>
        <Shown {...props} />
      </main>,
      document.body,
    ),
  );
  for (let from = 1; from < SCREENS * 2; from++) act(() => void (props.from.value = from));
  // What a WeakRef was asked for stays until the present task ends.
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  const kept = [...props.items.values()].filter((item) => item.deref()).length;
  act(() => render(null, document.body));
  return kept;
}

function List({ from, items }: Props) {
  const first = from.value;
  const ids = Array.from({ length: ROWS }, (_, i) => first + i);
  return (
    <ul>
      {ids.map((id) => (
        <Row key={id} item={itemOf(id, items)} isFirst={id === first} />
      ))}
    </ul>
  );
}

function itemOf(id: number, items: Props["items"]): Item {
  const item = items.get(id)?.deref() ?? { id };
  items.set(id, new WeakRef(item));
  return item;
}

const theme = signal("light");

/** Draws nothing anew where its item is the one it had. */
function Row({ item }: { item: Item; isFirst: boolean }) {
  return <Title item={item} look={theme.value} />;
}

function Title({ item, look }: { item: Item; look: string }) {
  return <li class={look}>{item.id}</li>;
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  // There is no other way to it from inside.
  (runInNewContext("gc") as () => void)();
}
