/** A text that is longer than this without an end of line is no file of lines. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** The lines of a file, some at a time, without ever holding all of it. Throws where it is not UTF-8 or has no lines. */
export async function* linesOf(file: Blob): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const bytes of chunksOf(file)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_LINE) throw new RangeError("a line without an end");
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  const last = withoutReturn(rest + decoder.decode());
  if (last !== "") yield [last];
}

async function* chunksOf(file: Blob): AsyncGenerator<ArrayBuffer> {
  for (let start = 0; start < file.size; start += CHUNK_BYTES) {
    yield await file.slice(start, start + CHUNK_BYTES).arrayBuffer();
  }
}

const CHUNK_BYTES = 512 * 1024;

/** Some programs end lines their own way. */
const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
