import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { answerOf } from './responses.js';

const metadata = { status: 200, attempts: 1, headers: { date: 'today' } };
const listed = {
  RequestId: 'r',
  Keys: { Key: [{ KeyId: 'k', KeyArn: 'arn' }] },
  SomethingNew: { InIt: [1] },
};

test('generation 1: the fields themselves, in the spelling of its models', () => {
  const answer = answerOf('ListKeys', listed, metadata, 1);
  expect(answer).toEqual({
    requestId: 'r',
    keys: { key: [{ keyId: 'k', keyArn: 'arn' }] },
    somethingNew: { inIt: [1] },
  });
});

test('generation 3: headers and status around them', () => {
  const answer = answerOf('CreateKey', { KeyMetadata: { DKMSInstanceId: 'kst-1', Description: '' } }, metadata, 3);
  expect(answer).toEqual({
    headers: { date: 'today' },
    statusCode: 200,
    body: { keyMetadata: { DKMSInstanceId: 'kst-1', description: '' } },
  });
});

test('every object tells itself by the names on the wire, as models do', () => {
  const answer = answerOf('ListKeys', listed, metadata, 1) as { toMap(): unknown; keys: { toMap(): unknown } };
  expect(answer.toMap()).toBe(listed);
  expect(answer.keys.toMap()).toBe(listed.Keys);
  expect(Object.keys(answer)).toEqual(['requestId', 'keys', 'somethingNew']);
});

test.each([
  ['Decrypt', { Plaintext: 'p4ssw0rd', KeyId: 'k' }],
  ['GetSecretValue', { SecretData: 'p4ssw0rd', VersionStages: { VersionStage: ['v'] } }],
  ['BatchGetSecretValue', { SecretValues: [{ SecretData: 'p4ssw0rd' }] }],
])('%s: a secret is in the answer, but not in what is printed of it', (action, wire) => {
  for (const generation of [1, 3] as const) {
    const answer = answerOf(action, wire, metadata, generation);
    expect(JSON.stringify(answer)).toContain('p4ssw0rd');
    expect(inspect(answer, { depth: 9 })).not.toContain('p4ssw0rd');
  }
});
