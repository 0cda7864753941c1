/** Text for comparing: letters and digits only, in one case. What typography and markup change, this does not see. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
