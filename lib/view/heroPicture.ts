/** What image services read a size or quality from; it does not make another picture. */
const RENDITION = /^(?:w|h|width|height|size|resize|fit|crop|quality|q|ssl|strip|auto|format|fm|dpr|zoom)$/i;
const WORDPRESS_SIZE = /(?:-\d{2,4}x\d{2,4}|-scaled)(?=\.[a-z]{3,4}$)/i;

/** True for two addresses of one picture: other sizes of it, http or https. */
export function isSamePicture(one: string, other: string): boolean {
  return one === other || identity(one) === identity(other);
}

function identity(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, searchParams } = new URL(address);
  const telling = [...searchParams].filter(([name]) => !RENDITION.test(name));
  return JSON.stringify([host, pathname.replace(WORDPRESS_SIZE, ""), telling]);
}
