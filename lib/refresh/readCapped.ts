/** Reads the decoded body up to `cap` bytes; null past it. `Content-Length` is a claim and is ignored. */
export async function readCapped(response: Response, cap: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length > cap) {
      await reader?.cancel();
      return null;
    }
  }
  return joined(parts, length);
}

/** Not through a Blob: its bytes would go to the browser's process and back. */
function joined(parts: Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
