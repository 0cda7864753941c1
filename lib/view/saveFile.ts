/** Hands something to people as a file: a link to a blob needs no permission, unlike the browser's downloads. */
export function saveFile(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(file);
  link.click();
  // The download has the blob by then; the address is only held for it to start.
  setTimeout(() => URL.revokeObjectURL(link.href), HELD_MS);
}

const HELD_MS = 60_000;
