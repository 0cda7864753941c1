import { parseAst } from "vite";

/** What in a script makes code of text, or fetches code from elsewhere. Each as "what: where". */
export function dangersIn(script: string): string[] {
  const found: string[] = [];
  walk(parseAst(script), { type: "" }, "", (node, parent, key) => {
    const danger = dangerOf(node, parent, key);
    if (danger) found.push(`${danger}: ${script.slice(Number(node["start"]), Number(node["start"]) + 80)}`);
  });
  return found;
}

type Node = Record<string, unknown> & { type: string };
type Visit = (node: Node, parent: Node, key: string) => void;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

function walk(value: unknown, parent: Node, key: string, visit: Visit): void {
  if (Array.isArray(value)) for (const each of value) walk(each, parent, key, visit);
  if (!isNode(value)) return;
  visit(value, parent, key);
  for (const [name, part] of Object.entries(value)) walk(part, value, name, visit);
}

const MAKERS = new Set(["eval", "Function", "AsyncFunction", "GeneratorFunction", "importScripts", "execScript"]);

function dangerOf(node: Node, parent: Node, key: string): string | null {
  if (node.type === "Identifier" && MAKERS.has(String(node["name"])) && !isHarmless(parent, key)) {
    return `names ${String(node["name"])}`;
  }
  if (node.type === "ImportExpression" && !isOwn(node["source"])) return "imports from elsewhere";
  if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) && node["source"] && !isOwn(node["source"])) {
    return "imports from elsewhere";
  }
  if (node.type === "CallExpression" && isTimer(node["callee"]) && isText(first(node["arguments"]))) {
    return "gives a timer text";
  }
  return null;
}

/** A property of that name of something else, or the question whether something is a function. */
const isHarmless = (parent: Node, key: string): boolean =>
  (key === "key" && parent["computed"] !== true) ||
  (parent.type === "BinaryExpression" && parent["operator"] === "instanceof" && key === "right");

/** `globalThis.eval` is no better than `eval`, so properties count; a path of ours begins with a dot or one slash. */
const isOwn = (source: unknown): boolean => /^\.{0,2}\/(?!\/)/.test(textOf(source) ?? "//");

const isText = (node: unknown): boolean => textOf(node) !== null;

/** Of a literal, or of a template without places. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === "Literal") return typeof node["value"] === "string" ? node["value"] : null;
  if (node.type !== "TemplateLiteral") return null;
  const part = first(node["quasis"]);
  const value = isNode(part) ? part["value"] : null;
  return typeof value === "object" && value !== null && "raw" in value ? String(value.raw) : null;
}

const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);

function isTimer(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  const name = callee.type === "MemberExpression" ? callee["property"] : callee;
  return isNode(name) && /^set(Timeout|Interval)$/.test(String(name["name"]));
}
