import type { FunctionComponent } from "preact";

/**
 * A component that is drawn anew by itself, and that holds a list of which only a part is drawn.
 *
 * Preact keeps the first drawing of what stands among an element's children for as long as that element is not drawn
 * anew, and from a drawing leads to every later one that took over a row from the one before: all rows that were ever
 * in sight would stay. Of what is all of another component's drawing it keeps the last one only.
 */
export function alone<Props extends object>(Drawn: FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => <Drawn {...props} />;
}
