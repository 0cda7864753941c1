/**
 * True for an address in somebody's own machine or network, whichever way it is spelled: the special-purpose ranges of
 * RFC 6890 and the names of RFC 6761, 6762 and 8375. A name that only a resolver takes there is not known here.
 */
export function isPrivateAddress(url: string): boolean {
  // The URL parser has made of every spelling of an IPv4 address its four decimal numbers (URL standard, 3.5).
  const host = new URL(url).hostname.replace(/\.$/, "");
  if (host.startsWith("[")) return !GLOBAL_IPV6.test(host);
  return !host.includes(".") || PRIVATE_IPV4.test(host) || PRIVATE_NAME.test(host);
}

const PRIVATE_IPV4 =
  /^(?:(?:0|10|127|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.(?:0\.[02]|88\.99|168)|198\.(?:1[89]|51\.100)|203\.0\.113|2(?:2[4-9]|[345]\d))\.)[\d.]*$/;

/** Of 2000::/3, which is all that is given out, without documentation and without what holds an IPv4 address: 6to4, Teredo. */
const GLOBAL_IPV6 = /^\[(?!2001:(?:0|db8)?:|2002:|3fff:)[23][\da-f]{3}:/;

const PRIVATE_NAME = /\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;
