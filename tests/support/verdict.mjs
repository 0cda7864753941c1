import { writeFileSync } from "node:fs";

/**
 * A reporter of vitest that writes `{ passed, failed, skipped, faults: string[] }` to the file named by
 * FOLDLINE_VERDICT. Faults outside of tests count as well: a file that could not be loaded, an error after the last test.
 */
export default function Verdict() {
  return {
    onTestRunEnd: (files, errors) =>
      writeFileSync(process.env.FOLDLINE_VERDICT, JSON.stringify(verdictOf(files, errors))),
  };
}

function verdictOf(files, errors) {
  const tests = files.flatMap((file) => [...file.children.allTests()]);
  const count = (state) => tests.filter((test) => test.result().state === state).length;
  const faults = [
    ...tests.filter((test) => test.result().state === "failed").map((test) => tell(test, test.result().errors)),
    ...files
      .flatMap((file) => [file, ...file.children.allSuites()])
      .filter((suite) => suite.errors().length > 0)
      .map((suite) => tell(suite, suite.errors())),
    ...errors.map((error) => `outside of a test: ${error.stack ?? error.message}`),
  ];
  return { passed: count("passed"), failed: faults.length, skipped: count("skipped"), faults };
}

function tell(task, errors) {
  const name = task.type === "module" ? task.relativeModuleId : `${task.module.relativeModuleId} > ${task.fullName}`;
  return [name, ...errors.map(({ message }) => message)].join("\n");
}
