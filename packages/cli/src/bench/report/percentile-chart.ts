import type { Histogram } from '../measure/histogram.js';
import { sliceOf } from '../measure/measured.js';
import { formatUs } from '../measure/units.js';
import type { BenchResult } from '../result.js';
import { chartSvg } from './chart.js';

/** Nines: 0 is the fastest call, 1 is p90, 2 is p99, 3 is p99.9. */
const pointsPerNine = 20;

/** The usual chart of an HDR histogram: time by percentile, with the same width for each further nine. */
export function percentileChart({ total }: BenchResult): string {
  const { service, response } = sliceOf(total);
  const count = service.totalCount;
  if (count === 0) return '';
  const nines = Math.max(1, Math.ceil(Math.log10(count)));
  const curve = (histogram: Histogram) =>
    Array.from({ length: nines * pointsPerNine + 1 }, (_, index) => {
      const x = index / pointsPerNine;
      return { x, y: histogram.getValueAtPercentile(100 * (1 - 10 ** -x)) };
    });
  const lines = [{ name: 'service time', points: curve(service) }];
  if (response) lines.unshift({ name: 'response time', points: curve(response) });
  return chartSvg({
    title: 'Times by percentile',
    xLabel: 'percentile',
    xTicks: Array.from({ length: nines + 1 }, (_, nine) => nine),
    formatX: percentileName,
    formatY: formatUs,
    lines,
  });
}

/** `0`, `90 %`, `99 %`, `99.9 %`, … */
const percentileName = (nines: number): string =>
  nines < 3 ? `${[0, 90, 99][nines]} %` : `99.${'9'.repeat(nines - 2)} %`;
