import { expect, test } from 'vitest';
import { chartSvg, roundTicks } from './chart.js';
import { bar, plot } from './live.js';

test.each([
  [7, [0, 2, 4, 6, 8]],
  [0.9, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [1234, [0, 500, 1000, 1500]],
  [0, [0, 1]],
])('ticks up to %d', (largest, ticks) => {
  expect(roundTicks(largest)).toEqual(ticks);
});

test('a chart draws each line and lets no name out of its text', () => {
  const points = [0, 1, 2].map((x) => ({ x, y: x * x }));
  const svg = chartSvg({
    title: '<script>',
    xLabel: 'x',
    formatX: String,
    formatY: String,
    lines: [{ name: 'a & b', points }],
  });
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('a &#38; b');
  expect(svg.match(/class="line c0" d="M72 204L/)).not.toBeNull();
});

test('plots and bars on a terminal', () => {
  expect(plot([0, 50, 100])).toBe('▁▅█');
  expect(bar(0.25, 8)).toBe('██░░░░░░');
  expect(bar(2, 4)).toBe('████');
});
