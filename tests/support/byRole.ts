/** Elements as people who hear the page find them: by what they are and what they are called. */

const ROLES: Record<string, string> = {
  button: "button:not([role]), [role=button]",
  heading: "h1, h2, h3, h4, h5, h6",
  link: "a[href]",
  combobox: "select",
};

export function byRole(role: string, name: string): HTMLElement {
  const found = allByRole(role).filter((element) => nameOf(element) === name);
  const [element] = found;
  if (!element || found.length > 1) {
    throw new Error(`${found.length} of role ${role} are called "${name}"; there are: ${namesOf(role).join(", ")}`);
  }
  return element;
}

export const allByRole = (role: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(ROLES[role] ?? `[role=${role}]`),
];

export const namesOf = (role: string): string[] => allByRole(role).map(nameOf);

/** The label that it carries, else what it says aloud. */
export function nameOf(element: Element): string {
  const label = element.getAttribute("aria-label");
  if (label !== null) return label;
  const around = element.matches("input, select, textarea") ? element.closest("label") : null;
  const spoken = (around ?? element).cloneNode(true) as Element; // checked: a clone of an element is one
  for (const silent of spoken.querySelectorAll("[aria-hidden=true], select")) silent.remove();
  return (spoken.textContent ?? "").trim();
}
