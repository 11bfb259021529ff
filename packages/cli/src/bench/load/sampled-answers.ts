import { noProofs } from '../measure/proofs.js';
import type { AnyPrepared } from '../operations/operation.js';
import type { Proofs } from './messages.js';

type Answer = { requestId: string };

/** Keeps a uniform random sample of each operation's responses in a run, to verify them afterwards. */
export class SampledAnswers {
  readonly #size: number;
  readonly #answers = new Map<string, { seen: number; kept: Answer[] }>();

  constructor(size: number) {
    this.#size = size;
  }

  offer(operation: string, answer: Answer): void {
    let sample = this.#answers.get(operation);
    if (!sample) {
      sample = { seen: 0, kept: [] };
      this.#answers.set(operation, sample);
    }
    sample.seen += 1;
    if (sample.kept.length < this.#size) sample.kept.push(answer);
    else {
      const place = Math.floor(Math.random() * sample.seen);
      if (place < this.#size) sample.kept[place] = answer;
    }
  }

  async prove(prepared: ReadonlyMap<string, AnyPrepared>): Promise<Proofs> {
    const proofs = noProofs();
    for (const [operation, { kept }] of this.#answers) {
      for (const answer of kept) {
        try {
          if (await prepared.get(operation)?.prove?.(answer)) proofs.right += 1;
          else proofs.wrong += 1;
        } catch (error) {
          proofs.unknown += 1;
          const reason = error instanceof Error ? error.message : String(error);
          if (proofs.reasons.length === 0) proofs.reasons.push(reason);
        }
      }
    }
    this.#answers.clear();
    return proofs;
  }
}
