import type { StoredImage } from "../model.ts";

/** A picture to show, or one that is still to come; a picture that cannot be had is absent. */
export type Picture = { kind: "stored"; address: string } | { kind: "coming" };

export type Pictures = ReadonlyMap<string, Picture>;

export type PictureSize = "thumb" | "full";

/** The `blob:` addresses made so far by picture: each holds its picture in memory until it is revoked. */
export type Held = { size: PictureSize; addresses: Map<string, string> };

export function picturesOf(images: StoredImage[], held: Held): Pictures {
  return new Map(images.flatMap((image) => entryOf(image, held)));
}

/** As `picturesOf`, with no address made yet: of each picture it is known that it takes its place. */
export function comingOf(images: StoredImage[], size: PictureSize): Pictures {
  const shown = images.filter((image) => image[size] !== null || image.wanted || image.sameAs);
  return new Map(shown.map(({ url }) => [url, { kind: "coming" }]));
}

export function revokeAll({ addresses }: Held): void {
  for (const address of addresses.values()) URL.revokeObjectURL(address);
}

export const addressOf = (pictures: Pictures, url: string | undefined): string | null => {
  const picture = url === undefined ? undefined : pictures.get(url);
  return picture?.kind === "stored" ? picture.address : null;
};

export const isComing = (pictures: Pictures, url: string | undefined): boolean =>
  url !== undefined && pictures.get(url)?.kind === "coming";

function entryOf(image: StoredImage, { size, addresses }: Held): [string, Picture][] {
  const blob = image[size];
  if (!blob) return image.wanted ? [[image.url, { kind: "coming" }]] : [];
  const address = addresses.get(image.url) ?? URL.createObjectURL(blob);
  addresses.set(image.url, address);
  return [[image.url, { kind: "stored", address }]];
}
