import { expect, test } from "vitest";
import { isPrivateAddress } from "../../../lib/feed/privateAddress.ts";

const PRIVATE = {
  "this machine": [
    "http://localhost/",
    "http://LOCALHOST:8080/feed",
    "http://localhost./",
    "https://feeds.localhost/",
    "http://localhost.localdomain/",
    "http://127.0.0.1/",
    "http://127.0.0.1:631/printers",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://%31%32%37.0.0.1/",
    "http://0.0.0.0/",
    "http://0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]:3000/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
  ],
  "the network that it is in": [
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://172.16.0.1/",
    "http://172.31.255.254/",
    "http://192.168.1.1/rss",
    "http://192.168.257/",
    "http://3232235777/",
    "http://100.64.0.1/",
    "http://100.127.255.255/",
    "http://[fc00::1]/",
    "http://[fd12:3456:789a::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[2002:c0a8:101::1]/",
    "http://[2001:0:4136:e378::1]/",
    "http://router/",
    "http://nas:5000/feed.xml",
    "http://printer.local/",
    "http://wiki.corp/",
    "http://tv.lan/",
    "http://git.internal/",
    "http://hub.home/",
    "http://hub.home.arpa/",
    "http://portal.intranet./",
  ],
  "no host at all": [
    "http://169.254.169.254/latest/meta-data/",
    "http://192.0.0.1/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://198.51.100.7/",
    "http://203.0.113.7/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://239.255.255.250:1900/",
    "http://255.255.255.255/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[ff02::1]/",
    "http://[100::1]/",
  ],
};

test.each(Object.entries(PRIVATE))("%s is private, however it is spelled", (_, urls) => {
  expect(urls.filter((url) => !isPrivateAddress(url))).toEqual([]);
});

const PUBLIC = [
  "https://example.com/feed",
  "https://example.com./feed",
  "http://1.1.1.1/",
  "http://9.255.255.255/",
  "http://11.0.0.1/",
  "http://100.63.255.255/",
  "http://100.128.0.1/",
  "http://126.0.0.1/",
  "http://128.0.0.1/",
  "http://169.253.0.1/",
  "http://172.15.0.1/",
  "http://172.32.0.1/",
  "http://192.0.1.1/",
  "http://192.167.1.1/",
  "http://192.169.1.1/",
  "http://198.17.0.1/",
  "http://198.20.0.1/",
  "http://223.255.255.255/",
  "http://[2606:4700::1111]/",
  "http://[2a00:1450:4001:81b::200e]/",
  "http://[2001:4860:4860::8888]/",
  "https://10.example.com/",
  "https://127.0.0.1.example.com/",
  "https://192.168.example/",
  "https://localhost.example.com/",
  "https://local.example/",
  "https://homeland.example/",
  "https://a.feeds.test/feed.xml",
  "https://xn--bcher-kva.example/",
];

test("the public web is not, whatever its names begin with", () => {
  expect(PUBLIC.filter((url) => isPrivateAddress(url))).toEqual([]);
});

test("every address of version 4 in a private range is private, and its neighbours are not", () => {
  const ranges = [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const;
  const numberOf = (dotted: string) => dotted.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const is = (address: number) => isPrivateAddress(`http://${address}/`);
  for (const [first, bits] of ranges) {
    const from = numberOf(first);
    const size = 2 ** (32 - bits);
    const inside = Array.from({ length: 64 }, (_, i) => from + Math.floor((i * (size - 1)) / 63));
    expect([first, inside.every(is)]).toEqual([first, true]);
    expect([first, is(from + size)]).toEqual([first, false]);
    if (from > 0) expect([first, is(from - 1)]).toEqual([first, false]);
  }
});
