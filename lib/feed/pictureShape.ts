export type PictureShape = { type: string; width: number | null; height: number | null };

/**
 * Tells a picture by its first bytes, whatever its file is called, and reads its size in pixels.
 * Null: not a PNG, JPEG, GIF, WebP or AVIF.
 */
export function readPictureShape(bytes: Uint8Array): PictureShape | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(view) ?? readGif(view) ?? readWebp(view) ?? readAvif(view) ?? readJpeg(view);
  } catch (fault) {
    // DataView throws where the file ends before its header does.
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function readPng(view: DataView): PictureShape | null {
  if (!hasText(view, 1, "PNG\r\n")) return null;
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): PictureShape | null {
  if (!hasText(view, 0, "GIF8")) return null;
  return { type: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** RIFF container with three kinds of first chunk: https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(view: DataView): PictureShape | null {
  if (!hasText(view, 0, "RIFF") || !hasText(view, 8, "WEBP")) return null;
  const type = "image/webp";
  if (hasText(view, 12, "VP8 ")) {
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (hasText(view, 12, "VP8L")) {
    const packed = view.getUint32(21, true);
    return { type, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
}

/** The size stands in an `ispe` box somewhere in the header boxes. */
function readAvif(view: DataView): PictureShape | null {
  if (!hasText(view, 4, "ftypavi")) return null;
  const end = Math.min(view.byteLength - 16, 4096);
  for (let at = 8; at < end; at++) {
    if (!hasText(view, at, "ispe")) continue;
    return { type: "image/avif", width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
  }
  return { type: "image/avif", width: null, height: null };
}

/** Walks the segments up to the frame header (SOF), which holds the size. */
function readJpeg(view: DataView): PictureShape | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (!isFrameHeader(view.getUint16(at))) at += 2 + view.getUint16(at + 2);
  return { type: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
}

/** FFC0 to FFCF, but for the three that define tables: DHT, JPG and DAC. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function hasText(view: DataView, at: number, text: string): boolean {
  if (at + text.length > view.byteLength) return false;
  return [...text].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));
}
