import type { Shrunk } from "./images.ts";

/** Redraws a picture at most `maxWidth` wide, as WebP; null when the browser cannot decode or encode it. */
export async function shrink(picture: Blob, maxWidth: number): Promise<Shrunk | null> {
  try {
    return await redraw(await createImageBitmap(picture), maxWidth);
  } catch (fault) {
    if (fault instanceof DOMException) return null;
    throw fault;
  }
}

async function redraw(bitmap: ImageBitmap, maxWidth: number): Promise<Shrunk | null> {
  const scale = Math.min(1, maxWidth / bitmap.width);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { blob: await canvas.convertToBlob({ type: "image/webp", quality: 0.84 }), width, height };
}
