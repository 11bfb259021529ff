import type { Period } from '../result.js';

/** Shorter than half of a period is the rest at the end, in which calls run out: its rate says nothing. */
export const isWhole = ({ lengthMs }: Pick<Period, 'lengthMs'>, periodMs: number): boolean => lengthMs >= periodMs / 2;
