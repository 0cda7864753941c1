/**
 * The languages that code is coloured in, by all names that people give them. Known before the grammars are loaded, so
 * that an article in none of them loads nothing.
 */
export const languageNamed = (name: string | null): string | null => LANGUAGES.get(name?.toLowerCase() ?? "") ?? null;

/** The grammar's name first. */
const NAMES = `
bash sh shell zsh console shell-session shellscript terminal
c h
cpp c++ cc hpp
csharp c# cs
css scss less
diff patch udiff
go golang
java
javascript js jsx mjs cjs node
json json5 jsonc
kotlin kt kts
markup html xml svg vue xhtml rss htm
php
python py python3 pycon
ruby rb
rust rs
sql mysql postgres postgresql plsql tsql sqlite
swift
toml ini
typescript ts tsx
yaml yml`;

const LANGUAGES = new Map(
  NAMES.trim()
    .split("\n")
    .flatMap((line) => {
      const names = line.split(" ");
      return names.map((name) => [name, names[0] ?? name]);
    }),
);
