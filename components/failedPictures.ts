/** A picture that cannot be drawn makes way, and its box with it. */
export function hideFailedPictures(): void {
  const judge = (picture: EventTarget | null, hasFailed: boolean) => {
    if (picture instanceof HTMLImageElement) picture.hidden = hasFailed;
  };
  for (const picture of document.images) judge(picture, picture.complete && picture.naturalWidth === 0);
  for (const kind of ["error", "load"]) {
    // These events do not bubble.
    document.addEventListener(kind, ({ target, type }) => judge(target, type === "error"), true);
  }
}
