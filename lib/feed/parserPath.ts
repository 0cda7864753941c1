/**
 * Where in a document the XML parser is. Built into the extension in the place of path-expression-matcher, which counts
 * siblings, keeps attributes and matches patterns of any kind: the feed parser asks for an element at a path
 * (`rss.channel.title`) or anywhere (`..dc:date`), and for nothing else. Made by `new`, as that package's are.
 */
export function Matcher() {
  const tags: string[] = [];
  const path = {
    push: (tag: string) => void tags.push(tag),
    pop: () => void tags.pop(),
    reset: () => void (tags.length = 0),
    getCurrentTag: () => tags.at(-1),
    matchesAny: (asked: Asked) => asked.has(tags),
    toString: () => tags.join("."),
    readOnly: () => path,
    /** Of attributes nothing is asked. */
    updateCurrent: () => {},
  };
  return path;
}

export function Expression(pattern: string) {
  return { pattern };
}

type Asked = { has: (tags: readonly string[]) => boolean };

const ANYWHERE = "..";

export function ExpressionSet() {
  const paths = new Set<string>();
  /** The last tags of all of them: most elements are ruled out by theirs. */
  const ends = new Set<string>();
  return {
    add({ pattern }: { pattern: string }): void {
      paths.add(pattern);
      ends.add(pattern.slice(pattern.lastIndexOf(".") + 1));
    },
    seal: () => {},
    get size() {
      return paths.size;
    },
    has(tags: readonly string[]): boolean {
      const end = tags.at(-1) ?? "";
      return ends.has(end) && (paths.has(ANYWHERE + end) || paths.has(tags.join(".")));
    },
  };
}
