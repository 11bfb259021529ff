import { describe, expect, test } from 'vitest';
import {
  KmsConfigurationError,
  KmsConnectionError,
  KmsError,
  KmsServiceError,
  KmsTimeoutError,
  KmsUndoError,
} from '../errors.js';
import { type Step, Steps } from './undo.js';

/** A step that logs when it is done and when it is undone. */
function stepOf(name: string, log: string[], failures: { make?: unknown; remove?: unknown } = {}): Step<string> {
  return {
    what: `thing ${name}`,
    removedBy: `Delete${name}`,
    async make() {
      if (failures.make) throw failures.make;
      log.push(`make ${name}`);
      return `made ${name}`;
    },
    async remove(made) {
      if (failures.remove) throw failures.remove;
      log.push(`remove ${made}`);
    },
  };
}

const refused = (status: number) => new KmsServiceError('Some.Code', { status, serviceMessage: 'no' });

async function failureOf(...steps: Step<string>[]): Promise<unknown> {
  const run = new Steps();
  try {
    for (const step of steps) await run.run(step);
  } catch (cause) {
    return run.undo('makeThings', cause).catch((error: unknown) => error);
  }
  throw new Error('no step failed');
}

describe('steps that are undone', () => {
  test('are undone in reverse, and the call fails as its step did', async () => {
    const log: string[] = [];
    const cause = refused(409);
    expect(await failureOf(stepOf('A', log), stepOf('B', log), stepOf('C', log, { make: cause }))).toBe(cause);
    expect(log).toEqual(['make A', 'make B', 'remove made B', 'remove made A']);
  });

  test('are named when they cannot be, and the others are undone all the same', async () => {
    const log: string[] = [];
    const [cause, reason] = [refused(409), refused(403)];
    const error = await failureOf(
      stepOf('A', log),
      stepOf('B', log, { remove: reason }),
      stepOf('C', log, { make: cause }),
    );
    expect(error).toBeInstanceOf(KmsUndoError);
    expect(error).toBeInstanceOf(KmsError);
    expect(error).toMatchObject({
      code: 'Undo.Incomplete',
      cause,
      leftovers: [{ what: 'thing B', removedBy: 'DeleteB', reason }],
      message: expect.stringMatching(/^makeThings failed, .*: thing B \(DeleteB\)\. What failed: .*Some\.Code/),
    });
    expect(log).toEqual(['make A', 'make B', 'remove made A']);
  });

  test.each<[string, unknown, boolean]>([
    ['the service refused', refused(409), false],
    ['the service failed', refused(500), true],
    ['no connection came about', new KmsTimeoutError('Timeout.Connect', '', 1), false],
    ['no host was found', new KmsConnectionError('Connection.Dns', ''), false],
    ['no answer came', new KmsTimeoutError('Timeout.Read', '', 1), true],
    ['the deadline passed', new KmsTimeoutError('Timeout.Deadline', '', 1), true],
    ['the connection broke', new KmsConnectionError('Connection.Reset', ''), true],
    ['nothing was sent', new KmsConfigurationError('Request.Invalid', ''), false],
  ])('when %s, whether there may be something left is known', async (_, cause, perhaps) => {
    const log: string[] = [];
    const error = await failureOf(stepOf('A', log, { make: cause }));
    if (!perhaps) expect(error).toBe(cause);
    else expect(error).toMatchObject({ code: 'Undo.Incomplete', leftovers: [{ what: 'perhaps thing A' }] });
    // It may be somebody else's resource of the same name.
    expect(log).toEqual([]);
  });
});
