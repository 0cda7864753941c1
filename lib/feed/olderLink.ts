/**
 * The page of older items: of an archived feed the archive before (RFC 5005 §4), of a paged one the next page (§3). An
 * archive's own `next-archive` leads to newer items.
 */
export function olderLink(linkOf: (relation: string) => string | null): string | null {
  return linkOf("prev-archive") ?? linkOf("next");
}
