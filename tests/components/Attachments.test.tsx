// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { afterEach, expect, test } from "vitest";
import { Attachments } from "../../components/Attachments.tsx";
import type { Article, Enclosure } from "../../lib/model.ts";
import { makeDraft } from "../support/rows.ts";

const show = (enclosures: Enclosure[]) =>
  render(
    <Attachments
      article={{ ...makeDraft({ title: "a", enclosures }), id: 1, body: null, places: [] } satisfies Article}
    />,
    document.body,
  );

afterEach(() => render(null, document.body));

test("what is attached says what it is, how large and from where, and opens in a tab of its own", () => {
  show([
    { url: "https://cdn.example/1.mp3", type: "audio/mpeg", length: 24_300_000 },
    { url: "https://cdn.example/2.pdf", type: "application/pdf", length: 640_400 },
    { url: "https://cdn.example/3.mp4", type: "video/mp4", length: 1_440_000_000 },
    { url: "https://cdn.example/4", type: "", length: null },
  ]);
  const links = [...document.querySelectorAll("a")];
  expect(links.map((link) => [link.querySelector("b")?.textContent, link.querySelector("bdi")?.textContent])).toEqual([
    ["Audio, 24 MB", "cdn.example"],
    ["PDF, 640 kB", "cdn.example"],
    ["Video, 1.4 GB", "cdn.example"],
    ["File", "cdn.example"],
  ]);
  for (const link of links) {
    expect([link.target, link.rel]).toEqual(["_blank", "noopener noreferrer"]);
  }
});

test("nothing attached, nothing said", () => {
  show([]);
  expect(document.body.textContent).toBe("");
});
