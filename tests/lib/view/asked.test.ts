import { expect, test } from "vitest";
import { askedIn } from "../../../lib/view/asked.ts";

const link = (href: string, title: string, type = "application/rss+xml") =>
  `<link rel="alternate" type="${type}" href="${href}" title="${title}">`;
const searchOf = (follow: string, links = "") => `?${new URLSearchParams({ follow, links })}`;

test("without a wish, or with one for no web address, nothing is asked", () => {
  expect(askedIn("")).toBeNull();
  expect(askedIn(searchOf("javascript:alert(1)"))).toBeNull();
  expect(askedIn(searchOf("mailto:a@b.example"))).toBeNull();
});

test("a page that names no feed is looked at itself", () => {
  expect(askedIn(searchOf("https://a.example/b"))).toEqual({ address: "https://a.example/b", candidates: [] });
});

test("the one feed of a page is asked for in its place, its comments left aside", () => {
  const links = link("https://a.example/feed", "A") + link("https://a.example/comments/feed", "A » Comments Feed");
  expect(askedIn(searchOf("https://a.example/", links))).toEqual({ address: "https://a.example/feed", candidates: [] });
});

test("several feeds are a choice; what is no feed is none", () => {
  const links = [
    link("https://a.example/news", "News"),
    link("https://a.example/law", "Law"),
    link("https://a.example/de", "Deutsch", "text/html"),
  ].join("");
  const asked = askedIn(searchOf("https://a.example/", links));
  expect(asked?.candidates.map(({ title }) => title)).toEqual(["News", "Law"]);
});
