import { alignRight } from '../report/summary.js';
import type { ComparedMetric, Comparison } from './compare.js';

const words = { better: 'better', worse: 'worse', same: 'no difference', unknown: '' } as const;

export function comparisonText({ metrics, warnings }: Comparison): string {
  const rows = metrics.map(({ metric, texts, change, noise, verdict }) => [
    metric,
    texts.a,
    texts.b,
    signed(change),
    noise === null ? '' : `± ${percent(noise)}`,
    words[verdict],
  ]);
  return [
    alignRight([['', 'first', 'second', 'change', 'noise', ''], ...rows]),
    ...warnings.map((warning) => `! ${warning}`),
  ].join('\n');
}

/** Whether a metric got worse by more than noise and by more than the allowed share, e.g. 0.05. */
export const isRegression = ({ verdict, change }: ComparedMetric, allowed: number): boolean =>
  verdict === 'worse' && (change === null || Math.abs(change) > allowed);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const signed = (change: number | null): string =>
  change === null ? '' : `${change > 0 ? '+' : change < 0 ? '−' : ''}${percent(Math.abs(change))}`;
