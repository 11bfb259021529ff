import type { Proofs } from '../load/messages.js';

export const noProofs = (): Proofs => ({ right: 0, wrong: 0, unknown: 0, reasons: [] });

export const addProofs = (a: Proofs, b: Proofs): Proofs => ({
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
  unknown: a.unknown + b.unknown,
  reasons: [...new Set([...a.reasons, ...b.reasons])],
});
