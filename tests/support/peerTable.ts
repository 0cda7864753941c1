/**
 * The table between the marks `<!-- peers -->` and `<!-- /peers -->`: a row per reader, and columns that several commands
 * fill in, each its own. `cells` says what stands under which heading, by reader.
 */
export function fillPeerTable(markdown: string, cells: Record<string, Record<string, string>>): string {
  const [before, table, after] = markdown.split(/(?<=<!-- peers -->\n)|(?=<!-- \/peers -->)/);
  if (before === undefined || table === undefined || after === undefined) throw new Error("There is no table of peers");
  const [headings = ["Reader"], , ...rows] = linesOf(table);
  const known = new Map(rows.map(([reader = "", ...values]) => [reader, named(headings.slice(1), values)]));
  for (const [reader, own] of Object.entries(cells)) known.set(reader, { ...known.get(reader), ...own });
  const columns = new Set([...headings.slice(1), ...[...known.values()].flatMap(Object.keys)]);
  return `${before}\n${written([...columns], known)}\n\n${after}`;
}

function linesOf(table: string): string[][] {
  const lines = table.split("\n").filter((line) => line.startsWith("|"));
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function named(headings: string[], values: string[]): Record<string, string> {
  return Object.fromEntries(headings.map((heading, i) => [heading, values[i] ?? ""]));
}

/** As the formatter would have it: text to the left, numbers to the right, columns of one width. */
function written(columns: string[], rows: Map<string, Record<string, string>>): string {
  const cells = [...rows].map(([reader, row]) => [reader, ...columns.map((column) => row[column] ?? "")]);
  const lines = [["Reader", ...columns], ...cells];
  const widths = ["Reader", ...columns].map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  const [head = "", ...body] = lines.map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" | "),
  );
  const rule = widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ");
  return [head, rule, ...body].map((line) => `| ${line} |`).join("\n");
}
