/** Markdown without most of its marks: good enough to read a line of, not to show as an article. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/^(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, "")
    .replace(/^[-=*_ \t]{3,}$/gm, "")
    .replace(/!\[[^[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "")
    .replace(/\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "$1")
    .replace(/(\*\*|__|~~|`+)(?=\S)/g, "")
    .replace(/(?<=\S)(\*\*|__|~~|`+)/g, "")
    .replace(/(?<![\p{L}\p{N}*_])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}*_])/gu, "");
}
