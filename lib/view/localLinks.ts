import { absoluteUrl, canonicalUrl } from "../feed/url.ts";

/** Links to a place in this text that feeds wrote out with the article's whole address lead to that place again. */
export function localiseLinks(root: DocumentFragment, baseUrl: string | null): void {
  const links = [...root.querySelectorAll('a[href*="#"]:not([href^="#"])')];
  if (links.length === 0 || baseUrl === null) return;
  const places = new Set(
    [...root.querySelectorAll("[id], a[name]")].map((each) => each.id || each.getAttribute("name")),
  );
  const here = canonicalUrl(baseUrl);
  for (const link of links) {
    const address = absoluteUrl(link.getAttribute("href"), baseUrl);
    if (address === null || canonicalUrl(address) !== here) continue;
    const place = decoded(address.slice(address.indexOf("#") + 1));
    if (places.has(place)) link.setAttribute("href", `#${place}`);
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray percent sign stands for itself.
    return name;
  }
}
