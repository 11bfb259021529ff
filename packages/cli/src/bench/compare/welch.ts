/** The difference of two means, with its margin of error. */
export interface Difference {
  /** Mean of the second minus mean of the first. */
  value: number;
  /** Half of the 95 % confidence interval; infinite if there are too few values. */
  margin: number;
}

/** 97.5th percentiles of Student's t distribution, by degrees of freedom. */
const criticalValues = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;
const normal = 1.96;

export function criticalT(degrees: number): number {
  const whole = Math.max(1, Math.floor(degrees));
  // Beyond the table: less than 0.1 % off (the next term of the expansion around the normal distribution).
  return criticalValues[whole - 1] ?? normal + (normal ** 3 + normal) / (4 * whole);
}

/** Welch's interval: for samples of different size and spread. */
export function differenceOf(a: readonly number[], b: readonly number[]): Difference {
  const value = meanOf(b) - meanOf(a);
  if (a.length < 2 || b.length < 2) return { value, margin: Number.POSITIVE_INFINITY };
  const [errorA, errorB] = [varianceOf(a) / a.length, varianceOf(b) / b.length];
  const sum = errorA + errorB;
  if (sum === 0) return { value, margin: 0 };
  const degrees = sum ** 2 / (errorA ** 2 / (a.length - 1) + errorB ** 2 / (b.length - 1));
  return { value, margin: criticalT(degrees) * Math.sqrt(sum) };
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
