/**
 * The command line of the publisher kit: a folder of Markdown articles in, a JSON Feed and an RSS feed out.
 * Run as `npm run site -- ARTICLES OUT --url https://news.example.com`; see README.md beside this file.
 */
import { publishSite } from "./command.ts";

process.exitCode = publishSite(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
