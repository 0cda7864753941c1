/** A publisher's labels as our tag ids: cleaned, case-folded, each once, in their order. `#Tech`, `/news/Tech` → `tech`. */
export function canonicalTags(categories: string[]): string[] {
  const tags = new Set<string>();
  for (const category of categories) {
    const tag = canonicalTag(category);
    if (tag !== "") tags.add(tag);
    if (tags.size === TAGS_KEPT) break;
  }
  return [...tags];
}

function canonicalTag(category: string): string {
  const label = category.slice(0, LONGEST_LABEL).normalize("NFC").trim();
  // A path says so by its first slash; TCP/IP is a name.
  const parts = label.startsWith("/") ? label.split("/") : [label];
  const last = parts.findLast((part) => /[^\s#/]/.test(part)) ?? "";
  // The lower case of İ is an i with a dot above it, which no one would type.
  const folded = last
    .replace(/^[\s#]+/, "")
    .toLowerCase()
    .replaceAll("i\u0307", "i");
  return [...folded.replace(/\s+/g, " ").trim()].slice(0, TAG_LENGTH).join("").trimEnd();
}

const TAGS_KEPT = 32;
const TAG_LENGTH = 64;
const LONGEST_LABEL = 1_024;
