const microsecondsPer = { us: 1, ms: 1e3, s: 1e6, m: 60e6, h: 3600e6 } as const;

/** Parses `20ms`, `1.5s` or `250us` to microseconds; a bare number is in `unit`. */
export function parseTimeUs(text: string, unit: keyof typeof microsecondsPer): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(us|µs|ms|s|m|h)?$/.exec(text.trim());
  if (!match) return undefined;
  const name = match[2] === 'µs' ? 'us' : match[2];
  return Number(match[1]) * microsecondsPer[(name as keyof typeof microsecondsPer | undefined) ?? unit];
}

/** Three significant digits in a suitable unit: `412 µs`, `10.8 ms`, `1.25 s`. */
export function formatUs(us: number): string {
  if (us < 1e3) return `${Math.round(us)} µs`;
  return us < 1e6 ? `${threeDigits(us / 1e3)} ms` : `${threeDigits(us / 1e6)} s`;
}

function threeDigits(value: number): string {
  const decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
  return value.toFixed(decimals);
}

/** `2,914`; small numbers have a decimal place. */
export const formatRate = (perSecond: number): string =>
  perSecond < 100 ? perSecond.toFixed(1) : formatCount(Math.round(perSecond));

export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** `0.25 %`. */
export const formatShare = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 2 : 1)} %`;
