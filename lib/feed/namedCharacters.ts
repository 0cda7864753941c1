/**
 * Resolves what a document's names of characters mean that the parser reads otherwise or not at all: entities that its
 * own DOCTYPE declares as plain text, and the two whose meaning HTML 5 changed. XML has them from XHTML's DTD.
 *
 * What stands before the root element stays as it is. Nothing outside the document is read and no value is resolved
 * again, so that nothing multiplies.
 */
export function resolveNames(xml: string, rootAt: number): string {
  const prolog = xml.slice(0, rootAt);
  const declared = new Map([...XHTML, ...declaredIn(prolog)]);
  if (declared.size === XHTML.length && !xml.includes("&lang;") && !xml.includes("&rang;")) return xml;
  let room = MOST_ADDED;
  const resolve = (whole: string, name: string | undefined) => {
    const value = name === undefined ? undefined : declared.get(name);
    if (value === undefined || value.length > room) return whole;
    room -= value.length;
    return value;
  };
  return prolog + xml.slice(rootAt).replace(LITERAL_OR_NAME, resolve);
}

function declaredIn(prolog: string): [name: string, value: string][] {
  const declarations = prolog.matchAll(
    /<!ENTITY\s+([a-z_][\w.-]{0,63})\s+(?:"((?:[^"<&%]|&#\w+;)*)"|'((?:[^'<&%]|&#\w+;)*)')\s*>/gi,
  );
  return [...declarations]
    .slice(0, MOST_DECLARED)
    .map(([, name = "", double, single]) => [name, double ?? single ?? ""]);
}

/** In a CDATA section nothing is a name. */
const LITERAL_OR_NAME = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&([a-z_][\w.-]{0,63});/gi;
/** UTF-16 units that all resolved names may add to a document. */
const MOST_ADDED = 65_536;
const MOST_DECLARED = 256;
const XHTML: [name: string, value: string][] = [
  ["lang", "\u2329"],
  ["rang", "\u232A"],
];
