const width = 860;
const height = 240;
const margin = { top: 16, right: 32, bottom: 36, left: 72 };

export interface Line {
  name: string;
  points: readonly { x: number; y: number }[];
}

export interface Chart {
  title: string;
  xLabel: string;
  lines: readonly Line[];
  formatX: (value: number) => string;
  formatY: (value: number) => string;
  /** Positions of vertical grid lines; default: a few round numbers. */
  xTicks?: readonly number[];
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A few round numbers from 0 up to at least `largest`. */
export function roundTicks(largest: number): number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** A line chart as SVG, with its legend; the page styles its classes. */
export function chartSvg({ title, xLabel, lines, formatX, formatY, xTicks }: Chart): string {
  const points = lines.flatMap((line) => line.points);
  const furthest = Math.max(0, ...points.map(({ x }) => x));
  const xs = xTicks ?? roundTicks(furthest).filter((x) => x <= furthest);
  const ys = roundTicks(Math.max(0, ...points.map(({ y }) => y)));
  const [left, right] = [xs[0] ?? 0, xTicks?.at(-1) ?? furthest];
  const top = ys.at(-1) ?? 1;
  const px = (x: number) => margin.left + ((x - left) / (right - left || 1)) * (width - margin.left - margin.right);
  const py = (y: number) => height - margin.bottom - (y / top) * (height - margin.top - margin.bottom);
  const text = (x: number, y: number, anchor: string, content: string) =>
    `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeHtml(content)}</text>`;
  const grid = [
    ...ys.map(
      (y) =>
        `<path class="grid" d="M${margin.left} ${round(py(y))}H${width - margin.right}"/>${text(margin.left - 8, py(y) + 4, 'end', formatY(y))}`,
    ),
    ...xs.map((x) => text(px(x), height - margin.bottom + 18, 'middle', formatX(x))),
    text(width - margin.right, height - 2, 'end', xLabel),
  ];
  const drawn = lines.map(({ points }, index) => {
    const path = points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${round(px(x))} ${round(py(y))}`).join('');
    return `<path class="line c${index}" d="${path}"/>`;
  });
  const legend = lines.map(({ name }, index) => `<span class="key c${index}">${escapeHtml(name)}</span>`).join('');
  return `<figure><figcaption>${escapeHtml(title)}${legend}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}">${grid.join('')}${drawn.join('')}</svg></figure>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
