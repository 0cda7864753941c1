/** What people see: the tag with its first letter raised as their language does it (`istanbul` → `İstanbul` in Turkish). */
export function tagLabel(tag: string, locale: string): string {
  const [initial = ""] = tag;
  return initial.toLocaleUpperCase(locale) + tag.slice(initial.length);
}
