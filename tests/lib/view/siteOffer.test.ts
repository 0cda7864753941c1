import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import { offerOf } from "../../../lib/view/siteOffer.ts";

const feeds = [newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: "https://a.example/" }, 0)];

test("a page is offered by its host, also another page of a followed site, which may have feeds of its own", () => {
  expect(offerOf({ url: "https://b.example:8080/news" }, feeds)).toBe("b.example:8080");
  expect(offerOf({ url: "https://a.example/law" }, feeds)).toBe("a.example");
});

test("neither a source nor its own page is offered, nor anything before it is known what is followed", () => {
  expect(offerOf({ url: "http://a.example" }, feeds)).toBeNull();
  expect(offerOf({ url: "https://a.example/feed/" }, feeds)).toBeNull();
  expect(offerOf({ url: "https://b.example/" }, undefined)).toBeNull();
  expect(offerOf(null, feeds)).toBeNull();
});
