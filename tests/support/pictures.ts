import { crc32, deflateSync } from "node:zlib";
import { makeRandom } from "./makeRandom.ts";

/** A PNG of stripes, so that its edges and its middle can be told apart. */
export function makePng(width: number, height: number): Buffer {
  return pngOf(width, height, stripes(width, height));
}

/** One that no compression makes small; another for each seed. */
export function makeNoisyPng(width: number, height: number, seed: number): Buffer {
  const random = makeRandom(seed);
  const pixels = Buffer.from(Uint8Array.from({ length: height * (1 + width * 3) }, () => random() * 256));
  // Each line begins with how it is filtered: not at all.
  for (let y = 0; y < height; y++) pixels[y * (1 + width * 3)] = 0;
  return pngOf(width, height, pixels);
}

function stripes(width: number, height: number): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) row.set([(40 + (x * 180) / width) | 0, 110, (150 - (x * 90) / width) | 0], 1 + x * 3);
  return Buffer.concat(
    Array.from({ length: height }, (_, y) => {
      const line = Buffer.from(row);
      if (y % 100 < 50) for (let i = 1; i < line.length; i++) line[i] = Math.min(255, (line[i] ?? 0) + 40);
      return line;
    }),
  );
}

function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // 8 bits each of red, green and blue.
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
