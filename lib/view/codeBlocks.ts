/** Gives each block of code a box of its own, beside whose scrolling text a button can stand still. */
export function boxCode(fragment: DocumentFragment): void {
  for (const pre of fragment.querySelectorAll("pre")) {
    // Verses are set like that too.
    if (!pre.hasAttribute("data-language") && pre.querySelector("code") === null) continue;
    const box = document.createElement("div");
    box.className = "code";
    pre.replaceWith(box);
    box.append(pre);
  }
}
