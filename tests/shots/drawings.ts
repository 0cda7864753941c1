import { makeRandom } from "../support/makeRandom.ts";

/** The sample articles' pictures: drawn by these lines, the same at every run. */

export const WIDTH = 1200;
export const HEIGHT = 675;

export type Drawing = keyof typeof drawings;

export const drawings = {
  /** A night train under the mountains. */
  pass: () =>
    svg(
      rect(0, 0, WIDTH, HEIGHT, "#24324f"),
      rect(0, 250, WIDTH, 200, "#3b4a6b"),
      dots({ count: 90, seed: 3, bottom: 250, colour: "#e9e2c8" }),
      circle(905, 150, 74, "#f2dfae"),
      circle(938, 132, 66, "#24324f"),
      ridge({ top: 300, height: 150, seed: 11, colour: "#5b6b8c" }),
      ridge({ top: 390, height: 120, seed: 5, colour: "#41506f" }),
      ridge({ top: 480, height: 70, seed: 8, colour: "#2c3a55" }),
      rect(0, 566, WIDTH, 109, "#161f31"),
      rect(0, 560, WIDTH, 6, "#0d1420"),
      ...train(),
    ),
  /** Barges before the granaries of a canal. */
  barges: () =>
    svg(
      rect(0, 0, WIDTH, HEIGHT, "#e4dccb"),
      circle(240, 170, 60, "#e7a24a"),
      ...[70, 250, 470, 640, 850, 1010].map((x, i) => granary(x, 190 + ((i * 53) % 90), i)),
      rect(0, 425, WIDTH, 250, "#2f6272"),
      ...ripples({ from: 440, seed: 21, colour: "#4f8292" }),
      barge(90, 440, "#b5462f"),
      barge(640, 500, "#23343c"),
    ),
  /** Stations of a crowded band, as bars. */
  band: () => {
    const random = makeRandom(31);
    const bars = Array.from({ length: 40 }, (_, i) => {
      const height = 60 + random() * 430 * Math.sin(((i + 2) / 43) * Math.PI);
      const colour = ["#1d4e5f", "#d9a441", "#c8553d", "#7a9e7e"][Math.floor(random() * 4)] ?? "";
      return rect(i * 30 + 5, HEIGHT - 60 - height, 20, height, i === 24 ? "#f6efdf" : colour);
    });
    return svg(rect(0, 0, WIDTH, HEIGHT, "#12303c"), ...bars, rect(0, HEIGHT - 52, WIDTH, 6, "#f6efdf"));
  },
  /** Years in the mud of a lake. */
  strata: () => {
    const colours = ["#d8c9a8", "#c1a878", "#8f7b57", "#6a6a5a", "#47585a", "#2d444c", "#1d3039"];
    const layers = colours.map((colour, i) => ridge({ top: 90 + i * 82, height: 46, seed: 40 + i, colour }));
    return svg(rect(0, 0, WIDTH, HEIGHT, "#eee6d3"), ...layers, ...core());
  },
  /** Awnings over a street of trees, from above. */
  street: () => {
    const random = makeRandom(57);
    const trees = Array.from({ length: 46 }, () => {
      const [x, y, r] = [random() * WIDTH, random() * HEIGHT, 24 + random() * 44];
      return Math.abs(y - 330 - x / 12) < 120 ? "" : circle(x + 8, y + 10, r, "#b9c2a0") + circle(x, y, r, "#5f8a5f");
    });
    const road = `<path d="M0 270 L${WIDTH} 370 V480 L0 380Z" fill="#f7f0e2"/>`;
    const awnings = Array.from({ length: 7 }, (_, i) => awning(90 + i * 160, 262 + i * 13, i));
    return svg(rect(0, 0, WIDTH, HEIGHT, "#dcd9bd"), road, ...trees, ...awnings);
  },
  /** The lines of a tram. */
  tramMap: () =>
    svg(
      rect(0, 0, WIDTH, HEIGHT, "#f3ead7"),
      line("M-20 140 H420 L620 340 V700", "#b8402f"),
      line("M-20 520 H300 L560 260 H1220", "#1f5f57"),
      line("M180 -20 V300 L420 540 H1220", "#d39a2f"),
      line("M980 -20 V200 L800 380 V700", "#2d3f63"),
      ...[
        [180, 140],
        [420, 140],
        [560, 260],
        [620, 400],
        [800, 540],
        [980, 260],
        [300, 520],
        [420, 540],
      ].map(([x = 0, y = 0]) => circle(x, y, 24, "#22292c") + circle(x, y, 14, "#fff")),
    ),
  /** A lighthouse before rain. */
  lighthouse: () =>
    svg(
      rect(0, 0, WIDTH, HEIGHT, "#7f9aa0"),
      `<path d="M760 190 L-20 60 V330Z" fill="#f4e7b5" opacity=".55"/>`,
      ridge({ top: 410, height: 70, seed: 71, colour: "#56747c" }),
      rect(0, 500, WIDTH, 175, "#2b4d58"),
      ...ripples({ from: 510, seed: 74, colour: "#43707c" }),
      `<path d="M640 560 Q760 470 1200 520 V675 H560Z" fill="#2a2f2c"/>`,
      `<path d="M730 500 L745 220 H805 L820 500Z" fill="#f5f1e6"/><path d="M736 400 H814 L817 450 H733ZM741 290 H809 L811 340 H738Z" fill="#bd3f2d"/>`,
      rect(735, 160, 80, 60, "#22302f") + circle(775, 190, 18, "#ffe9a6") + rect(728, 146, 94, 16, "#bd3f2d"),
    ),
  /** Moths between the stars. */
  moths: () =>
    svg(
      rect(0, 0, WIDTH, HEIGHT, "#131b33"),
      `<path d="M0 560 Q500 180 1200 120 V330 Q600 400 0 675Z" fill="#25305a"/>`,
      dots({ count: 260, seed: 83, bottom: HEIGHT, colour: "#dfe4ff" }),
      ...[
        [300, 230, 1.5],
        [700, 380, 2.2],
        [980, 220, 1.2],
      ].map(([x = 0, y = 0, size = 1]) => moth(x, y, size)),
    ),
  /** Four bells. */
  bells: () =>
    svg(
      rect(0, 0, WIDTH, HEIGHT, "#6b4048"),
      ...[150, 450, 750, 1050].map(
        (x) => `<path d="M${x - 130} 675 V300 A130 130 0 0 1 ${x + 130} 300 V675Z" fill="#472a33"/>`,
      ),
      ...[150, 450, 750, 1050].map((x, i) => bell(x, 250 + (i % 2) * 40, 1 - i * 0.09)),
    ),
} satisfies Record<string, () => string>;

function svg(...shapes: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${shapes.join("")}</svg>`;
}

function rect(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}

function circle(x: number, y: number, r: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
}

function line(path: string, colour: string): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="26" stroke-linejoin="round"/>`;
}

type Ridge = { top: number; height: number; seed: number; colour: string };

/** A skyline of four waves over the whole width, filled down to the bottom. */
function ridge({ top, height, seed, colour }: Ridge): string {
  const random = makeRandom(seed);
  const waves = [1, 2, 5, 13].map((turns) => ({ turns, by: random() * 6.3, high: height / turns }));
  const points = Array.from({ length: 121 }, (_, i) => {
    const sum = waves.reduce((y, { turns, by, high }) => y + Math.sin((i / 120) * turns * 6.3 + by) * high, 0);
    return `${i * 10} ${Math.round(top + sum / 2)}`;
  });
  return `<path d="M${points.join("L")}V${HEIGHT}H0Z" fill="${colour}"/>`;
}

type Dots = { count: number; seed: number; bottom: number; colour: string };

function dots({ count, seed, bottom, colour }: Dots): string {
  const random = makeRandom(seed);
  return Array.from({ length: count }, () =>
    circle(Math.round(random() * WIDTH), Math.round(random() * bottom), 1.5 + random() * 2.5, colour),
  ).join("");
}

function ripples({ from, seed, colour }: { from: number; seed: number; colour: string }): string[] {
  const random = makeRandom(seed);
  return Array.from({ length: 46 }, () =>
    rect(random() * WIDTH, from + random() * (HEIGHT - from), 40 + random() * 110, 5, colour),
  );
}

function train(): string[] {
  const coaches = [60, 330, 600].map(
    (x) =>
      rect(x, 486, 256, 70, "#a8402f") +
      Array.from({ length: 6 }, (_, i) => rect(x + 16 + i * 39, 502, 26, 24, "#f7e3a1")).join(""),
  );
  return [
    ...coaches,
    `<path d="M870 556 V486 H1010 Q1070 500 1090 556Z" fill="#a8402f"/>`,
    rect(1000, 502, 36, 22, "#f7e3a1"),
  ];
}

function granary(x: number, top: number, index: number): string {
  const colour = ["#a65b3f", "#8c6f52", "#bf8a5a"][index % 3] ?? "";
  const windows = Array.from({ length: 8 }, (_, i) =>
    rect(x + 22 + (i % 2) * 60, top + 30 + Math.floor(i / 2) * 48, 26, 26, "#f1e3c4"),
  );
  return (
    `<path d="M${x} ${top} l65 -60 l65 60Z" fill="#5d4636"/>` + rect(x, top, 130, 425 - top, colour) + windows.join("")
  );
}

function barge(x: number, y: number, colour: string): string {
  const heaps = [80, 200, 320].map((by) => `<path d="M${x + by - 70} ${y + 30} q70 -80 140 0Z" fill="#e2b54f"/>`);
  return `${heaps.join("")}<path d="M${x} ${y + 28} H${x + 470} L${x + 430} ${y + 92} H${x + 40}Z" fill="${colour}"/>${rect(x + 400, y - 20, 44, 48, "#f5f1e6")}`;
}

function core(): string[] {
  const rings = Array.from({ length: 17 }, (_, i) =>
    rect(850, 70 + i * 36, 90, 4 + (i % 4) * 5, i % 3 ? "#8a6d3f" : "#f3ead7"),
  );
  return [
    rect(850, 0, 90, HEIGHT, "#b89a66"),
    ...rings,
    rect(850, 0, 14, HEIGHT, "#fff6"),
    rect(926, 0, 14, HEIGHT, "#0003"),
  ];
}

function awning(x: number, y: number, index: number): string {
  const colour = ["#c8553d", "#e0b04c", "#2f6272"][index % 3] ?? "";
  const stripes = [0, 2, 4].map((i) => rect(i * 18, 0, 18, 58, colour));
  return `<g transform="translate(${x} ${y}) rotate(5)">${rect(6, 8, 108, 58, "#0002")}${rect(0, 0, 108, 58, "#fff")}${stripes.join("")}</g>`;
}

function moth(x: number, y: number, size: number): string {
  const wing = `<path d="M0 0 Q46 -64 84 -40 Q82 6 0 12 Q54 22 44 52 Q14 50 0 14Z" fill="#e8d3a2"/>${circle(50, -24, 8, "#7d5a3a")}`;
  return `<g transform="translate(${x} ${y}) rotate(-18) scale(${size})">${wing}<g transform="scale(-1 1)">${wing}</g><ellipse cx="0" cy="12" rx="7" ry="30" fill="#5c4228"/></g>`;
}

function bell(x: number, y: number, size: number): string {
  return `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-14 -250 H14 V0 H-14Z" fill="#2d1a20"/><circle cx="0" cy="196" r="26" fill="#7a5320"/><path d="M-44 0 Q0 -54 44 0 Q58 118 104 176 H-104 Q-58 118 -44 0Z" fill="#d6a447"/><path d="M-66 96 Q0 112 66 96 L74 118 Q0 136 -74 118Z" fill="#9b6f27"/></g>`;
}
