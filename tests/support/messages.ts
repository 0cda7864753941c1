/** What is wrong with the messages, or with how the source uses them. Each says what to do instead. */

export type Messages = Record<string, { message: string }>;

const CATEGORY = /_(zero|one|two|few|many|other)$/;

/** The messages of a language against the English ones. Of those that have plurals it needs the forms that it tells apart. */
export function messageFaults(messages: Messages, english: Messages, locale: string): string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const bases = pluralBases(english);
  const isForm = (key: string) => CATEGORY.test(key) && bases.has(key.replace(CATEGORY, ""));
  const single = Object.keys(english).filter((key) => !isForm(key));
  const wanted = new Set([...single, ...[...bases].flatMap((base) => forms.map((form) => `${base}_${form}`))]);
  return [
    ...[...wanted].filter((key) => !messages[key]).map((key) => `${key}: is missing`),
    ...Object.keys(messages)
      .filter((key) => !wanted.has(key))
      .map((key) => `${key}: is no message of the product`),
    ...Object.entries(messages).flatMap(([key, { message }]) => slotFaults(key, message, english)),
  ];
}

/** "1 article" may leave its number out, and everything else has a place in every language. */
function slotFaults(key: string, message: string, english: Messages): string[] {
  const isPlural = CATEGORY.test(key);
  const original = english[isPlural ? key.replace(CATEGORY, "_other") : key] ?? english[key];
  const slots = (text: string) => [...new Set(text.match(/\$\d/g))].filter((slot) => !(isPlural && slot === "$1"));
  const [own, asked] = [slots(message), slots(original?.message ?? "")].map((found) => found.sort().join(" "));
  return own === asked ? [] : [`${key}: has ${own || "no places"} where English has ${asked || "none"}`];
}

function pluralBases(messages: Messages): Set<string> {
  const bases = Object.keys(messages).flatMap((key) => /^(.+)_one$/.exec(key)?.[1] ?? []);
  // Others are called so.
  return new Set(bases.filter((base) => messages[`${base}_other`]));
}

export type Source = { path: string; text: string };

/** Messages that nobody shows: a key stands in the source as a whole, or its end does and its beginning in a template. */
export function unusedMessages(english: Messages, sources: Source[]): string[] {
  const all = sources.map(({ text }) => text).join("\n");
  const isWritten = (word: string) => new RegExp(`(?<!${NOT_A_MESSAGE})"${word}"|__MSG_${word}__`).test(all);
  const prefixes = new Set([...all.matchAll(/`([a-z]\w*_)\$\{/g)].map(([, prefix = ""]) => prefix));
  const isComposed = (key: string) =>
    [...prefixes].some((prefix) => key.startsWith(prefix) && all.includes(`"${key.slice(prefix.length)}"`));
  return Object.keys(english).filter((key) => {
    const base = key.replace(CATEGORY, "");
    return ![key, base].some(isWritten) && !isComposed(key);
  });
}

/** Names of looks, parts and states that are called like a message. */
const NOT_A_MESSAGE = String.raw`(?:\b(?:class|icon|drawing|id|type|role|kind|on|does|name|tone)=\{?|\b(?:kind|type|role|on|icon|tone): |case |[!=]== )`;

type Call = { path: string; key: string; given: number; isPlural: boolean };

/** Calls that give a message more or fewer values than it has places for. */
export function misfilledMessages(english: Messages, sources: Source[]): string[] {
  return sources.flatMap(callsIn).flatMap(({ path, key, given, isPlural }) => {
    const message = english[isPlural ? `${key}_other` : key]?.message;
    if (message === undefined || (isPlural && !english[`${key}_one`])) return [`${path}: there is no message “${key}”`];
    const places = Math.max(0, ...[...message.matchAll(/\$(\d)/g)].map(([, place]) => Number(place)));
    return places === given ? [] : [`${path}: “${key}” has places for ${places} values and is given ${given}`];
  });
}

function callsIn({ path, text }: Source): Call[] {
  return [...text.matchAll(/\b(t|plural)\(\s*"(\w+)"/g)].flatMap(({ 0: start, 1: name, 2: key = "", index }) => {
    const rest = argumentsFrom(text, index + start.length);
    if (rest.some((argument) => argument.startsWith("..."))) return [];
    // The count of a plural is the first value.
    return [{ path, key, given: rest.length, isPlural: name === "plural" }];
  });
}

/** The arguments that follow the first, at whose end the text is looked at. */
function argumentsFrom(text: string, from: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? "";
    const isEnd = depth === 0 && (sign === "," || sign === ")");
    if (isEnd && start >= 0 && text.slice(start, at).trim()) found.push(text.slice(start, at).trim());
    if (depth === 0 && sign === ")") return found;
    if (isEnd) start = at + 1;
    if ("([{".includes(sign)) depth++;
    if (")]}".includes(sign)) depth--;
  }
  return found;
}

/** Sentences put together of pieces: another language has another order. A dot between two whole ones is no piece. */
export function gluedMessages(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const templates = [...text.matchAll(/`([^`]*\$\{(?:t|plural)\([^`]*)`/g)].map(([, template = ""]) => template);
    const glued = templates.filter((template) => /[^\s·]/.test(withoutHoles(template)));
    const added = text.match(/(?:\+ ?(?:t|plural)\("|\b(?:t|plural)\("[^")]*"[^()]*\) ?\+)/g) ?? [];
    return [...glued, ...added].map((piece) => `${path}: put it into one message with places: ${piece}`);
  });
}

function withoutHoles(template: string): string {
  let depth = 0;
  let fixed = "";
  for (const sign of template.replaceAll("${", "{")) {
    if (sign === "{") depth++;
    if (depth === 0) fixed += sign;
    if (sign === "}") depth--;
  }
  return fixed;
}
