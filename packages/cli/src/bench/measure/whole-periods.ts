import type { Period } from '../result.js';

/** Excludes the remainder at the end if shorter than half a period: calls run out in it, so its rate is meaningless. */
export const isWhole = ({ lengthMs }: Pick<Period, 'lengthMs'>, periodMs: number): boolean => lengthMs >= periodMs / 2;
