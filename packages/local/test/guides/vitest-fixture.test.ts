import { once } from 'node:events';
import { connect } from 'node:net';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, describe, expect, test as plainTest } from 'vitest';
import type { LocalKms } from '../../src/start.js';
import { localKmsTest } from '../../src/vitest.js';

const test = localKmsTest({
  seed: { keys: [{ id: 'key-seeded' }] },
  clock: { days: 8 },
  faults: [{ api: 'CreateSecret', code: 'Rejected.Throttling' }],
});

async function withClient<Answer>(kms: LocalKms, use: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client(kms.clientConfig());
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

const keyIds = (kms: LocalKms): Promise<string[]> =>
  withClient(kms, async (client) => {
    const ids: string[] = [];
    for await (const { keyId } of client.keys()) ids.push(keyId as string);
    return ids.sort();
  });

const daysAhead = (kms: LocalKms) => Math.round((kms.clock.now() - Date.now()) / 86_400_000);

const ofFile: LocalKms[] = [];

describe('localKmsTest', () => {
  test('a test finds what the options say, and changes it', async ({ kms }) => {
    ofFile.push(kms);
    expect(await keyIds(kms)).toEqual(['key-seeded']);
    expect(daysAhead(kms)).toBe(8);
    await withClient(kms, (client) => client.createKey({}));
    await kms.clock.advance({ days: 30 });
    kms.faults.add({ code: 'InternalFailure', times: 1000 });
    expect(kms.requests()).not.toEqual([]);
  });

  test('the next test has the same local KMS, as it was at the start', async ({ kms }) => {
    expect(kms).toBe(ofFile[0]);
    expect(kms.requests()).toEqual([]);
    expect(daysAhead(kms)).toBe(8);
    expect(await keyIds(kms)).toEqual(['key-seeded']);
    const refused = withClient(kms, (client) =>
      client.createSecret({ secretName: 's', secretData: 's', versionId: '1' }),
    );
    await expect(refused).rejects.toMatchObject({ code: 'Rejected.Throttling' });
  });

  test.fails('a test that fails', ({ kms }) => {
    kms.faults.add({ code: 'InternalFailure', times: 1000 });
    throw new Error('on purpose');
  });

  test('a failed test is tidied up after, too', async ({ kms }) => {
    expect(await keyIds(kms)).toEqual(['key-seeded']);
  });
});

describe('localKmsTest, tests at the same time', () => {
  const own: LocalKms[] = [];
  let bothAreHere: () => void;
  const bothRun = new Promise<void>((resolve) => {
    bothAreHere = resolve;
  });

  afterAll(async () => {
    for (const { host, port } of own)
      await expect(once(connect(port, host), 'connect')).rejects.toThrow('ECONNREFUSED');
  });

  test.concurrent.for(['one', 'another'])('%s has a local KMS of its own', async (keyId, { kms }) => {
    own.push(kms);
    if (own.length === 2) bothAreHere();
    await bothRun;
    expect(own[0]?.port).not.toBe(own[1]?.port);
    expect(ofFile).not.toContain(kms);
    await kms.loadSeed({ keys: [{ id: keyId }] });
    expect(await keyIds(kms)).toEqual(['key-seeded', keyId].sort());
  });
});

plainTest('tests are offered the local KMS, not how it is shared', () => {
  const offered: (body: (context: { kms: LocalKms }) => void) => void = (body) => test.skip('types only', body);
  // @ts-expect-error kmsOfFile is not among them
  const shared: (body: (context: { kmsOfFile: LocalKms }) => void) => void = (body) => test.skip('types only', body);
  expect([offered, shared]).toHaveLength(2);
});
