/** Result of a check. */
export interface Finding {
  check: string;
  status: 'ok' | 'warning' | 'failed';
  detail: string;
  /** What to do about it. */
  remedy?: string;
}
