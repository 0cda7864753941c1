import { languages, type Grammar } from "prism-code-editor/prism";
import "prism-code-editor/prism/languages/clike";
import "prism-code-editor/prism/languages/cpp";
import "prism-code-editor/prism/languages/css";
import "prism-code-editor/prism/languages/diff";
import "prism-code-editor/prism/languages/go";
import "prism-code-editor/prism/languages/java";
import "prism-code-editor/prism/languages/json";
import "prism-code-editor/prism/languages/jsx";
import "prism-code-editor/prism/languages/kotlin";
import "prism-code-editor/prism/languages/markup";
import "prism-code-editor/prism/languages/python";
import "prism-code-editor/prism/languages/ruby";
import "prism-code-editor/prism/languages/rust";
import "prism-code-editor/prism/languages/swift";
import "prism-code-editor/prism/languages/toml";
import "prism-code-editor/prism/languages/tsx";
import "prism-code-editor/prism/languages/yaml";

/** By the names of `codeLanguages.ts`. */
export const grammarOf = (language: string): Grammar | undefined =>
  OWN[language] ?? languages[ALIASES[language] ?? language];

/** What is only a little more than another: code in articles mixes them. */
const ALIASES: Record<string, string> = { c: "cpp", javascript: "jsx", typescript: "tsx" };

const LINE_COMMENT = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/g;
const QUOTED = /"(?:\\[\s\S]|[^\\"\n])*"|'(?:\\[\s\S]|[^\\'\n])*'/g;
const NUMBER = /\b(?:0x[\da-f_]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)[a-z]{0,2}\b/i;
const CALLED = /\b[a-z_]\w*(?=\s*\()/i;
const words = (list: string, flags?: string): RegExp => RegExp(`\\b(?:${list.replaceAll(" ", "|")})\\b`, flags);

/**
 * The library's own of these know every command, function and word that was ever reserved, which would double the size of
 * all. These know what such code is made of.
 */
const OWN: Record<string, Grammar> = {
  bash: {
    comment: { pattern: /(^|\s)#.*/g, lookbehind: true },
    string: /\$?"(?:\\[\s\S]|[^\\"])*"|\$?'[^']*'/g,
    variable: /\$(?:\w+|[!#?*@$-]|\{[^}\n]*\})/,
    keyword: words(
      "if then else elif fi for while until do done case esac in function select return exit break continue export local readonly unset source",
    ),
    function: {
      pattern:
        /(^\s*(?:[$#%>]\s+)?|[|;&(]\s*|\b(?:sudo|then|do|else|time|exec|xargs)\s+)[a-z_][\w.+-]*(?=\s|$|[;|&)])/gim,
      lookbehind: true,
    },
    "attr-name": { pattern: /(^|\s)--?[a-z][\w-]*/i, lookbehind: true },
    number: /\b\d+\b/,
  },
  csharp: {
    comment: LINE_COMMENT,
    string: [/[$@]{0,2}"""[\s\S]*?"""/g, /(?:\$?@|@\$)"(?:""|[^"])*"/g, /\$?"(?:\\.|[^\\"\n])*"|'(?:\\.|[^\\'\n])+'/g],
    property: /^[ \t]*#\s*\w+.*/gm,
    keyword: words(
      "abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double dynamic else enum event explicit extern file finally fixed float for foreach from get global goto if implicit in init int interface internal is join let lock long nameof namespace new not null object operator or orderby out override params partial private protected public readonly record ref required return sbyte sealed select set short sizeof static string struct switch this throw try typeof uint ulong unchecked unsafe ushort using value var virtual void volatile when where while with yield",
    ),
    boolean: words("true false"),
    function: CALLED,
    "class-name": /\b[A-Z]\w*[a-z]\w*\b/,
    number: NUMBER,
  },
  php: {
    comment: /\/\/.*?(?=\?>|$)|#(?!\[).*?(?=\?>|$)|\/\*[\s\S]*?(?:\*\/|$)/gm,
    string: /"(?:\\[\s\S]|[^\\"])*"|'(?:\\[\s\S]|[^\\'])*'/g,
    important: /<\?(?:php|=)?|\?>/i,
    variable: /\$+\w+/,
    keyword: words(
      "abstract and array as break callable case catch class clone const continue declare default die do echo else elseif empty enum exit extends final finally fn for foreach from function global if implements include include_once instanceof insteadof interface isset list match mixed namespace new null or parent print private protected public readonly require require_once return self static string switch throw trait try unset use void while xor yield int float bool",
      "i",
    ),
    boolean: words("true false", "i"),
    function: CALLED,
    "class-name": /\b[A-Z]\w*[a-z]\w*\b/,
    number: NUMBER,
  },
  sql: {
    comment: /\/\*[\s\S]*?(?:\*\/|$)|(?:--|#).*/g,
    string: QUOTED,
    variable: /[@:]\w+|`[^`\n]+`/,
    keyword: words(
      "add all alter and any as asc begin between by case cascade check column commit constraint create cross database default delete desc distinct drop else end except exists explain foreign from full function group having if in index inner insert intersect into is join key left like limit not null offset on or order outer over partition primary references replace returning right rollback row rows schema select set table then transaction trigger truncate union unique update using values view when where window with int integer bigint smallint text varchar char boolean date time timestamp timestamptz numeric decimal real json jsonb uuid serial",
      "i",
    ),
    boolean: words("true false", "i"),
    function: CALLED,
    number: NUMBER,
  },
};
