/** What is told by colour alone, and still must be seen where the browser has recoloured all. Runs in the page. */
export function findLostSigns(): string[] {
  const styleOf = (selector: string, part?: "::after") => {
    const element = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    return element ? getComputedStyle(element, part) : null;
  };
  const lost: string[] = [];
  const differ = (what: string, one: CSSStyleDeclaration | null, other: CSSStyleDeclaration | null) => {
    if (one && other && one.backgroundColor === other.backgroundColor) lost.push(`${what}: ${one.backgroundColor}`);
  };
  const border = (what: string, style: CSSStyleDeclaration | null) => {
    if (style && (style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1))
      lost.push(`${what}: no edge`);
  };
  const ground = getComputedStyle(document.body);
  differ("the dot of an unread article", styleOf(".row .dot"), ground);
  differ("the chosen tag", styleOf('.chip[aria-pressed="true"]'), styleOf('.chip[aria-pressed="false"]'));
  differ("the line under the view", styleOf(".tabs [aria-current]", "::after"), ground);
  differ("the progress", styleOf(".bar > span"), ground);
  differ("a switch that is on", styleOf(".sw:checked"), ground);
  differ("the chosen theme", styleOf(".seg label:has(:checked)"), styleOf(".seg label:not(:has(:checked))"));
  differ("the storage that is used", styleOf(".meter i"), styleOf(".meter"));
  for (const box of [".toast", ".pill", ".pop", ".keysheet", ".suggest", ".card"]) border(box, styleOf(box));
  return lost;
}

/** What would move. Runs in the page. */
export function findMotion(): string[] {
  const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
  const all = [...document.querySelectorAll("*"), ...(inner?.querySelectorAll("*") ?? [])];
  const longest = (times: string) => Math.max(...times.split(",").map((time) => parseFloat(time)));
  const moving = all.filter((element) => {
    const style = getComputedStyle(element);
    const seconds = Math.max(longest(style.transitionDuration), longest(style.animationDuration));
    return seconds > 0.001 || style.scrollBehavior === "smooth";
  });
  return [...new Set(moving.map((element) => `${element.tagName} ${element.getAttribute("class")}`))];
}
