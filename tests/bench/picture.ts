import { type JudgedGate, shareOfLimit, type Verdict } from "./gate.ts";
import { figure, limitText } from "./table.ts";

/** A bar per gate, as long as its share of what is allowed: an SVG that needs nothing besides itself. */
export function pictureOf({ title, note, gates }: { title: string; note: string; gates: JudgedGate[] }): string {
  const bounded = gates.filter((gate) => gate.limit !== null);
  const height = TOP + bounded.length * ROW + BOTTOM;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-size="13">
<title id="title">${escaped(`${title}: ${bounded.map(sentence).join("; ")}`)}</title>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="12" fill="#ffffff" stroke="#dfe2dc"/>
<text x="${LEFT}" y="36" font-size="18" font-weight="650" fill="#14191a">${escaped(title)}</text>
<text x="${LEFT}" y="58" font-size="12" fill="#5b6463">${escaped(note)}</text>
<text x="${LIMIT_X}" y="${TOP - 12}" font-size="11" text-anchor="middle" fill="#5b6463">limit</text>
${bounded.map((gate, row) => rowOf(gate, TOP + row * ROW)).join("\n")}
<line x1="${LIMIT_X}" y1="${TOP - 6}" x2="${LIMIT_X}" y2="${height - BOTTOM + 2}" stroke="#14191a" stroke-width="1.5" stroke-dasharray="3 3"/>
</svg>
`;
}

function rowOf(gate: JudgedGate, y: number): string {
  const share = gate.limit === null ? 0 : shareOfLimit(gate.value, gate.limit);
  const width = Math.max(2, Math.min(Number.isNaN(share) ? 0 : share, FURTHEST) * PER_LIMIT);
  const base = y + 17;
  const { fill, ink, word } = LOOKS[gate.verdict];
  return `<g>
<text x="${LEFT}" y="${base}" fill="#3d4645">${escaped(gate.name)}</text>
<rect x="${BARS_X}" y="${y + 3}" width="${PER_LIMIT}" height="18" rx="3" fill="#f4f5f2"/>
<rect x="${BARS_X}" y="${y + 3}" width="${width.toFixed(1)}" height="18" rx="3" fill="${fill}"/>
<text x="${FIGURES_X}" y="${base}" text-anchor="end" font-weight="600" fill="${ink}" style="font-variant-numeric:tabular-nums">${escaped(figure(gate.value, gate.unit))}</text>
<text x="${FIGURES_X + 8}" y="${base}" font-size="12" fill="#5b6463">${escaped(`${limitText(gate)}${word}`)}</text>
</g>`;
}

function sentence(gate: JudgedGate): string {
  return `${gate.name} ${figure(gate.value, gate.unit)} (${limitText(gate)}, ${gate.verdict})`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const WIDTH = 960;
const ROW = 28;
const TOP = 98;
const BOTTOM = 22;
const LEFT = 24;
const BARS_X = 420;
const PER_LIMIT = 240;
const LIMIT_X = BARS_X + PER_LIMIT;
/** A bar that goes further than the picture has room for ends there; its figure tells. */
const FURTHEST = 1.25;
const FIGURES_X = 800;

const LOOKS: Record<Verdict, { fill: string; ink: string; word: string }> = {
  passed: { fill: "#128060", ink: "#14191a", word: "" },
  failed: { fill: "#a12a1d", ink: "#a12a1d", word: ", failed" },
  inconclusive: { fill: "#868e8b", ink: "#5b6463", word: ", unclear" },
};
