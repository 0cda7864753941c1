import { expect, test } from "vitest";
import type { Article } from "../../../lib/model.ts";
import { placesOf } from "../../../lib/db/places.ts";
import { neighbourOf } from "../../../lib/view/neighbours.ts";
import { makeDraft } from "../../support/rows.ts";

function row(id: number, sortAt: number): Article {
  const { text: _, isNews: __, ...draft } = makeDraft({ title: String(id), sortAt });
  return { ...draft, id, body: null, places: placesOf({ ...draft, id }) };
}

const rows = [row(5, 300), row(4, 200), row(3, 200), row(1, 100)];

test("rows have neighbours up to the ends", () => {
  expect(neighbourOf(rows, row(4, 200), 1)?.id).toBe(3);
  expect(neighbourOf(rows, row(4, 200), -1)?.id).toBe(5);
  expect(neighbourOf(rows, row(5, 300), -1)).toBeNull();
});

test("an article that is not among the rows has its place between them", () => {
  expect(neighbourOf(rows, row(2, 150), 1)?.id).toBe(1);
  expect(neighbourOf(rows, row(2, 150), -1)?.id).toBe(3);
});
