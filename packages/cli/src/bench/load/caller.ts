import type { CallOptions } from 'alibabacloud-kms-sdk';
import { errorOf, wrongAnswer } from '../measure/error-kind.js';
import type { Outcome, Recorder } from '../measure/recorder.js';
import type { AnyPrepared } from '../operations/operation.js';
import type { SampledAnswers } from './sampled-answers.js';

const microseconds = (ms: number): number => Math.max(0, Math.round(ms * 1000));

export interface CallerParts {
  prepared: ReadonlyMap<string, AnyPrepared>;
  next: () => string;
  recorder: Recorder;
  samples: SampledAnswers;
  /** Called with each line of the debug log; absent: no log. */
  debug?: (line: string) => void;
  options: CallOptions;
  /** Called with errors, to end the run if every further call would fail too. */
  onError: (error: unknown) => void;
  onSuccess: () => void;
}

/**
 * Makes one call after the other, measures each, and checks its response.
 *
 * @returns a function that makes a call; `dueAt`: when it was due, with a rate
 */
export function createCaller(parts: CallerParts): (dueAt?: number) => Promise<void> {
  const { prepared, next, recorder, samples, debug, options } = parts;
  let count = 0;
  return async (dueAt) => {
    const name = next();
    const operation = prepared.get(name) as AnyPrepared;
    const index = count;
    count += 1;
    recorder.began(name);
    const sentAt = performance.now();
    let error: Outcome['error'];
    let text = '';
    try {
      const answer = await operation.call(options);
      if (operation.isRight(answer)) {
        parts.onSuccess();
        if (operation.prove) samples.offer(name, answer);
      } else error = { kind: 'clientErrors', code: wrongAnswer };
      text = `RequestId: ${answer.requestId}`;
    } catch (thrown) {
      // Aborted with the run, so it does not count.
      if (options.signal?.aborted) return;
      error = errorOf(thrown);
      text = thrown instanceof Error ? thrown.message : String(thrown);
      parts.onError(thrown);
    }
    const endedAt = performance.now();
    const serviceUs = microseconds(endedAt - sentAt);
    recorder.ended(name, {
      serviceUs,
      responseUs: dueAt === undefined ? undefined : microseconds(endedAt - dueAt),
      error,
    });
    debug?.(debugLine(index, serviceUs, text, error));
  };
}

function debugLine(index: number, serviceUs: number, text: string, error: Outcome['error']): string {
  if (!error) return `[BenchDebug_${index}]\tonceTimeCost: ${Math.round(serviceUs / 1000)}ms\t${text}`;
  const what = error.code === wrongAnswer ? `the answer is wrong\t${text}` : text.replaceAll('\n', ' ');
  return `[BenchError_${index}]\tError: ${what}`;
}
