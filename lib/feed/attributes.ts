/**
 * The attributes of a tag by their names in lower case, raw; of two with one name the first. Judges nothing, as
 * `nextTag` does: quotes may be missing, and values too.
 */
export function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = NAME.exec(tag)?.[0].length ?? 0;
  for (let found = ATTRIBUTE.exec(tag); found !== null; found = ATTRIBUTE.exec(tag)) {
    const [, name, double, single, bare] = found;
    if (name === undefined) continue;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? "");
  }
  return attributes;
}

const NAME = /^<\/?[^\s=<>"'/]*/;
/** Each match starts where the last one ended, so that no text is looked at twice. A stray mark is passed over. */
const ATTRIBUTE = /[\s/]*(?:([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))?)?|[=<>"'])/y;
