/** Gives each outermost table a box of its own to scroll sideways in, so that the page never has to. */
export function boxTables(fragment: DocumentFragment): void {
  for (const table of fragment.querySelectorAll("table")) {
    if (table.parentElement?.closest("table")) continue;
    const box = document.createElement("div");
    box.className = "scrolls";
    table.replaceWith(box);
    box.append(table);
  }
}
