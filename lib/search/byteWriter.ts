/** Bytes in the making: a buffer that grows, and how much of it is written. */
export type ByteWriter = { bytes: Uint8Array<ArrayBuffer>; length: number };

export const newWriter = (room: number): ByteWriter => ({ bytes: new Uint8Array(room), length: 0 });

export function ensureRoom(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return;
  const grown = new Uint8Array(Math.max(2 * writer.bytes.length, writer.length + more));
  grown.set(writer.bytes);
  writer.bytes = grown;
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. Ask for room (5 bytes) before. */
export function writeNumber(writer: ByteWriter, value: number): void {
  while (value > 0x7f) {
    writer.bytes[writer.length++] = (value & 0x7f) | 0x80;
    value >>>= 7;
  }
  writer.bytes[writer.length++] = value;
}

/** What is written so far, in a buffer of its own: storing a view would store all that lies behind it. */
export function takeBytes(writer: ByteWriter): Uint8Array<ArrayBuffer> {
  const taken = writer.bytes.slice(0, writer.length);
  writer.length = 0;
  return taken;
}
