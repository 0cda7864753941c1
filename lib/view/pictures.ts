import { type Attributes, isPixel, pictureAddress } from "../feed/lazyPicture.ts";

/** Leaves one address on a picture, in `data-news-src`; takes pictures away that exist to count their readers. */
export function settlePicture(image: Element, baseUrl: string | null): void {
  const attributes = attributesOf(image);
  if (isPixel(attributes)) return image.remove();
  const picture = image.parentElement?.localName === "picture" ? image.parentElement : null;
  const sources = [...(picture?.querySelectorAll("source") ?? [])].map(attributesOf);
  // A picture that is written into its address needs no fetching: it is one where there is no other.
  const address = pictureAddress(attributes, sources, baseUrl) ?? writtenOut(attributes["src"]);
  if (address !== null && !image.hasAttribute("data-news-src")) image.setAttribute("data-news-src", address);
  picture?.replaceWith(image);
}

export function attributesOf(element: Element): Attributes {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}

function writtenOut(source: string | undefined): string | null {
  return source !== undefined && /^data:/i.test(source) ? source : null;
}
