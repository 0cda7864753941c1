import type { Evaluate } from "./browser.ts";

/** An `evaluate` over anything that can run an expression and hand back its value as JSON would. */
export function evaluateThrough(runExpression: (expression: string) => Promise<unknown>): Evaluate {
  return async <Args extends unknown[], Result>(run: (...args: Args) => Result | Promise<Result>, ...args: Args) => {
    const passed = args.map((arg) => JSON.stringify(arg) ?? "undefined").join(", ");
    // `run` is what was evaluated, so its value is a Result; that it survives JSON is the caller's promise.
    return (await runExpression(`(${run})(${passed})`)) as Result;
  };
}
