import { describe, expect, test } from 'vitest';
import { KmsServiceError, KmsStateError, KmsTimeoutError } from '../errors.js';
import type { OperationOptions } from './call-options.js';
import type { DescribeKeyResponse } from './generated/keys.js';
import type { DescribeSecretResponse } from './generated/secrets.js';
import { waitUntilKeyState, waitUntilSecretDeleted, waitUntilSecretRotated } from './waiters.js';

const quick = { intervalMs: 1 };
const notFound = (code: string) => new KmsServiceError(code, { status: 404, serviceMessage: 'gone' });

/** A key that goes through these states and stays in the last. */
function keyOf(states: (string | Error)[], origin = 'Aliyun_KMS') {
  let looks = 0;
  return {
    looks: () => looks,
    async describeKey(_request: object, options?: OperationOptions): Promise<DescribeKeyResponse> {
      options?.signal?.throwIfAborted();
      const keyState = states[Math.min(looks++, states.length - 1)];
      if (keyState instanceof Error) throw keyState;
      return { keyMetadata: { keyId: 'key-1', keyState, origin } } as DescribeKeyResponse;
    },
  };
}

describe('waitUntilKeyState', () => {
  test('looks until the key is in the state, and answers what it saw', async () => {
    const client = keyOf(['PendingImport', 'PendingImport', 'Disabled', 'Enabled']);
    const answer = await waitUntilKeyState(client, { keyId: 'key-1', state: 'Enabled' }, quick);
    expect(answer.keyMetadata.keyState).toBe('Enabled');
    expect(client.looks()).toBe(4);
  });

  test('fails at its deadline and says how the key was', async () => {
    const wait = waitUntilKeyState(
      keyOf(['Disabled']),
      { keyId: 'key-1', state: 'Enabled' },
      { timeoutMs: 20, ...quick },
    );
    await expect(wait).rejects.toBeInstanceOf(KmsTimeoutError);
    await expect(wait).rejects.toMatchObject({
      code: 'Timeout.Deadline',
      timeoutMs: 20,
      api: 'DescribeKey',
      message: 'Waiting for key key-1 to be Enabled took longer than 20 ms (timeoutMs); it was Disabled',
    });
  });

  test('fails at once when the key is gone', async () => {
    const client = keyOf(['PendingDeletion', notFound('Forbidden.KeyNotFound'), 'Enabled']);
    const wait = waitUntilKeyState(client, { keyId: 'key-1', state: 'Enabled' }, quick);
    await expect(wait).rejects.toMatchObject({ code: 'Forbidden.KeyNotFound' });
    expect(client.looks()).toBe(2);
  });

  test('fails at once when the key can never get there', async () => {
    const wait = (origin: string) =>
      waitUntilKeyState(keyOf(['Enabled', 'PendingImport'], origin), { keyId: 'key-1', state: 'PendingImport' }, quick);
    await expect(wait('Aliyun_KMS')).rejects.toBeInstanceOf(KmsStateError);
    await expect(wait('Aliyun_KMS')).rejects.toMatchObject({ code: 'State.Unreachable', attempts: 1 });
    await expect(wait('EXTERNAL')).resolves.toBeDefined();
  });

  test('ends with its signal, also between two looks', async () => {
    const controller = new AbortController();
    const client = keyOf(['Disabled']);
    const describeKey = async (request: object, options?: OperationOptions) => {
      const answer = await client.describeKey(request, options);
      setImmediate(() => controller.abort(new Error('stop')));
      return answer;
    };
    const options = { intervalMs: 3_600_000, timeoutMs: 0, signal: controller.signal };
    const wait = waitUntilKeyState({ describeKey }, { keyId: 'key-1', state: 'Enabled' }, options);
    await expect(wait).rejects.toThrow('stop');
    expect(client.looks()).toBe(1);
  });

  test.each([
    [{ timeoutMs: -1 }, 'options.timeoutMs must be'],
    [{ intervalMs: 0 }, 'options.intervalMs must be'],
    [{ interval: 5 }, 'did you mean intervalMs?'],
    [{ signal: true }, 'options.signal'],
  ])('refuses the options %o', async (options, message) => {
    const client = keyOf(['Enabled']);
    const wait = waitUntilKeyState(client, { keyId: 'key-1', state: 'Enabled' }, options as object);
    await expect(wait).rejects.toThrow(message);
    expect(client.looks()).toBe(0);
  });
});

/** A secret that looks like this at each poll. */
function secretOf(looks: { stages?: string[]; plannedDeleteTime?: Date; error?: Error }[]) {
  let look = -1;
  const now = () => looks[Math.min(look, looks.length - 1)] as (typeof looks)[number];
  return {
    async describeSecret(): Promise<DescribeSecretResponse> {
      look++;
      const { error, plannedDeleteTime } = now();
      if (error) throw error;
      return { secretName: 's', plannedDeleteTime } as DescribeSecretResponse;
    },
    async *secretVersions() {
      yield { versionId: 'v1', versionStages: ['ACSCurrent'], createTime: new Date(0) };
      const { stages } = now();
      if (stages) yield { versionId: 'v2', versionStages: stages, createTime: new Date(0) };
    },
  };
}

describe('waitUntilSecretRotated', () => {
  const request = { secretName: 's', versionId: 'v2' };

  test.each(['ACSCurrent', 'ACSPrevious'])('waits until the version is %s', async (stage) => {
    const client = secretOf([{}, { stages: ['ACSPending'] }, { stages: [stage] }]);
    const version = await waitUntilSecretRotated(client, request, quick);
    expect(version).toMatchObject({ versionId: 'v2', versionStages: [stage] });
  });

  test('fails at its deadline and says how the version was', async () => {
    const client = secretOf([{ stages: ['ACSPending'] }]);
    const wait = waitUntilSecretRotated(client, request, { timeoutMs: 20, ...quick });
    await expect(wait).rejects.toThrow(
      'version v2 of secret s to be current took longer than 20 ms (timeoutMs); it was ACSPending',
    );
  });

  test('fails at once when the secret is being deleted or gone', async () => {
    const deleted = secretOf([{ plannedDeleteTime: new Date('2030-01-01') }]);
    await expect(waitUntilSecretRotated(deleted, request, quick)).rejects.toMatchObject({ code: 'State.Unreachable' });
    const gone = secretOf([{ error: notFound('Forbidden.ResourceNotFound') }]);
    await expect(waitUntilSecretRotated(gone, request, quick)).rejects.toMatchObject({
      code: 'Forbidden.ResourceNotFound',
    });
  });
});

describe('waitUntilSecretDeleted', () => {
  const plannedDeleteTime = new Date('2030-01-01');

  test('waits until the secret is gone', async () => {
    const client = secretOf([{ plannedDeleteTime }, { error: notFound('Forbidden.ResourceNotFound') }]);
    await expect(waitUntilSecretDeleted(client, { secretName: 's' }, quick)).resolves.toBeUndefined();
  });

  test('fails at once when the secret came back, and for any other error', async () => {
    const restored = secretOf([{ plannedDeleteTime }, {}]);
    await expect(waitUntilSecretDeleted(restored, { secretName: 's' }, quick)).rejects.toMatchObject({
      code: 'State.Unreachable',
      attempts: 2,
    });
    const forbidden = secretOf([{ error: notFound('Forbidden.NoPermission') }]);
    await expect(waitUntilSecretDeleted(forbidden, { secretName: 's' }, quick)).rejects.toMatchObject({
      code: 'Forbidden.NoPermission',
    });
  });
});
