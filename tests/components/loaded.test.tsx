// @vitest-environment jsdom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import { useLoaded } from "../../components/loaded.ts";

const Part = () => <p>here</p>;
const loadPart = async () => Part;

function Whole() {
  const Loaded = useLoaded(loadPart, false);
  return Loaded && <Loaded />;
}

test("a page that is never idle gets its later parts all the same", async () => {
  vi.stubGlobal("requestIdleCallback", (act: () => void, options?: IdleRequestOptions) => {
    if (options?.timeout !== undefined) setTimeout(act, options.timeout);
  });
  render(<Whole />, document.body);
  await vi.waitFor(() => expect(document.body.textContent).toBe("here"), { timeout: 4000 });
});
