import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPicture } from "../../../lib/publish/pictures.ts";
import { makeFolder, png } from "./folder.ts";

const home = "https://news.example.com/daily";

test("a relative picture is measured and will stand in images/ beside the feeds", () => {
  const folder = makeFolder({ "images/ferry.png": png });
  expect(findPicture("./images/ferry.png", folder, home)).toEqual({
    picture: { url: `${home}/images/ferry.png`, type: "image/png", width: 7, height: 5 },
    file: { path: "images/ferry.png", source: join(folder, "images/ferry.png"), bytes: png },
  });
});

test("a picture from any other folder goes to images/ as well", () => {
  const folder = makeFolder({ "photos/2024/a.png": png });
  expect(findPicture("photos/2024/a.png?w=2", folder, home)).toMatchObject({
    picture: { url: `${home}/images/photos/2024/a.png` },
    file: { path: "images/photos/2024/a.png" },
  });
});

test("letters that an address can't hold are escaped", () => {
  const folder = makeFolder({ "images/l'été (1).png": png });
  expect(findPicture("images/l'%C3%A9t%C3%A9 (1).png", folder, home)).toMatchObject({
    picture: { url: `${home}/images/l%27%C3%A9t%C3%A9%20%281%29.png` },
    file: { path: "images/l'été (1).png" },
  });
});

test.each(["https://cdn.example/a.jpg", "//cdn.example/a.jpg", "data:image/png;base64,AAAA"])(
  "%s is left as it is",
  (url) => {
    expect(findPicture(url, makeFolder(), home)).toMatchObject({ picture: { url, type: null }, file: null });
  },
);

test("an address from the root is the site's own picture", () => {
  expect(findPicture("/photos/a.jpg", makeFolder(), home)).toMatchObject({
    picture: { url: "https://news.example.com/photos/a.jpg" },
    file: null,
  });
});

test.each(["../secret.png", "images/../../secret.png", "%2e%2e/secret.png", "..", ""])(
  "%j does not leave the folder of articles",
  (address) => {
    const folder = makeFolder({ "secret.png": png, "articles/a.md": "" });
    expect(findPicture(address, join(folder, "articles"), home)).toContain("outside the folder");
  },
);

test("a link in the file system does not leave the folder either", () => {
  const folder = makeFolder({ "secret.png": png, "articles/a.md": "" });
  symlinkSync(join(folder, "secret.png"), join(folder, "articles/a.png"));
  expect(findPicture("a.png", join(folder, "articles"), home)).toContain("outside the folder");
});

test("what is missing, misspelt or no picture is said in words", () => {
  const folder = makeFolder({ "page.png": "<!doctype html>" });
  expect(findPicture("none.png", folder, home)).toBe("none.png is not there");
  expect(findPicture("50%.png", folder, home)).toBe("50%.png is not a valid address");
  expect(findPicture("page.png", folder, home)).toBe("page.png is not a PNG, JPEG, GIF, WebP or AVIF picture");
});
