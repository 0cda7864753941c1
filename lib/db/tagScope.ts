import type { View } from "../model.ts";

/** Part of `layout.ts`: all that a first paint needs of it. */
export const tagScope = (view: View, tag: string): string => `${view} #${tag}`;

/** The tag that a scope narrows its view by, if it does. */
export function tagOfScope(scope: string, view: View): string | null {
  const prefix = tagScope(view, "");
  return scope.startsWith(prefix) ? scope.slice(prefix.length) : null;
}
