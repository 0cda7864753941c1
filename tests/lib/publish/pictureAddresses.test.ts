import { expect, test } from "vitest";
import { readdressPictures } from "../../../lib/publish/pictureAddresses.ts";

const onSite = (address: string) => `https://x.example/${address}`;
const readdress = (markdown: string) => readdressPictures(markdown, onSite);

test.each([
  ["in a sentence", "See ![a](a.png), and ![b](b.png).", "See ![a](@a.png), and ![b](@b.png)."],
  ["with a title", '![a](a.png "A (small) one")', '![a](@a.png "A (small) one")'],
  ["with spaces in its address", "![a](<my a.png>)", "![a](<@my a.png>)"],
  ["with parentheses", "![a](a(1).png)", "![a](@a(1).png)"],
  ["with escapes", "![a](a\\_b.png)", "![a](@a_b.png)"],
  ["inside a link", "[![a](a.png)](https://y.example)", "[![a](@a.png)](https://y.example)"],
  ["in a list", "1. one\n   - ![a](a.png)\n   - two", "1. one\n   - ![a](@a.png)\n   - two"],
  ["in a quotation of two lines", "> ![a\r\n> b](a.png)", "> ![a\r\n> b](@a.png)"],
  ["in a table", "| a | b |\n|---|---|\n| ![a](a.png) | x |", "| a | b |\n|---|---|\n| ![a](@a.png) | x |"],
  ["by reference", "![a][one]\n\n[one]: a.png 'A'\n", "![a][one]\n\n[one]: @a.png 'A'\n"],
  ["in HTML", `<p><img class=x src='a.png' alt="a.png"></p>`, `<p><img class=x src='@a.png' alt="a.png"></p>`],
  ["in HTML within a sentence", "A <img src=a.png> b", "A <img src=@a.png> b"],
])("a picture %s gets its address", (_, before, after) => {
  expect(readdress(before)).toEqual({ markdown: after.replaceAll("@", "https://x.example/"), missed: [] });
});

test.each([
  ["a fenced block", "```md\n![a](a.png)\n```\n"],
  ["a fenced block in a list", "- x\n\n  ```md\n  ![a](a.png)\n    deeper\n  ```\n"],
  ["indented code", "    ![a](a.png)\n"],
  ["code in a sentence", "Write `![a](a.png)` for a picture.\n"],
  ["a comment", "<!-- <img src=a.png> -->\n"],
])("%s that shows a picture is left alone, and the same picture after it is not", (_, example) => {
  expect(readdress(example).markdown).toBe(example);
  expect(readdress(`${example}\nNow: ![a](a.png)`).markdown).toBe(`${example}\nNow: ![a](https://x.example/a.png)`);
});

test("a link of the same address is left alone", () => {
  expect(readdress("[a](a.png) and [b][r]\n\n[r]: b.png").markdown).toBe("[a](a.png) and [b][r]\n\n[r]: b.png");
});

test("a text without pictures comes back to the byte", () => {
  const text = "\t code\r\n\r\n* a\r\n\t* b  \r\n\r\n&amp; &#65; ]]> <b>x</b>\r\n\r\n---";
  expect(readdress(text).markdown).toBe(text);
});
