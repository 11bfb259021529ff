import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noResourceOf, resourceOf, type Subject, subjectOf } from './api-subjects.js';
import { type ActionName, actions } from './generated/actions.js';
import { instanceApis } from './generated/instance-messages.js';

const { apis } = JSON.parse(readFileSync(new URL('../../../../model/apis.json', import.meta.url), 'utf8')) as {
  apis: Record<string, { group?: string }>;
};

/** The subjects of each group in the documentation. */
const subjects: Record<string, Subject[]> = {
  keys: ['key'],
  'key-material': ['key'],
  cryptography: ['key', 'dataKey'],
  aliases: ['alias', 'key'],
  secrets: ['secret', 'other'],
  tags: ['tags'],
  access: ['clientKey', 'accessPoint', 'networkRule', 'policy'],
  instances: ['instance', 'other'],
};

test.each(Object.keys(actions))('%s is about what its group is about', (api) => {
  const group = apis[api]?.group;
  if (group !== undefined) expect(subjects[group]).toContain(subjectOf(api));
});

test.each(instanceApis.filter((api) => api !== 'GetSecretValue' && api !== 'GenerateRandom'))(
  '%s is about a key',
  (api) => {
    expect(subjectOf(api)).toBe('key');
  },
);

/** The parameters of an API show its subject. */
const naming: Partial<Record<string, Subject[]>> = {
  KeyId: ['key', 'alias', 'dataKey', 'tags'],
  SecretName: ['secret'],
  AliasName: ['alias'],
  KmsInstanceId: ['instance'],
  ClientKeyId: ['clientKey'],
};

test.each(Object.entries(actions))('%s is about what it has to be given', (api, { parameters }) => {
  for (const [name, { required }] of Object.entries(parameters)) {
    if (required && naming[name]) expect(naming[name]).toContain(subjectOf(api as ActionName));
  }
});

describe('a resource in words', () => {
  test.each<[Subject, Record<string, unknown>, string]>([
    ['key', { KeyId: 'key-1' }, 'key "key-1"'],
    ['key', { KeyId: 'alias/app' }, 'alias "alias/app"'],
    ['key', { DestinationKeyId: 'key-2' }, 'key "key-2"'],
    ['key', {}, 'the key'],
    ['secret', { SecretName: 'app/db', VersionId: 'v1' }, 'secret "app/db"'],
    ['policy', { Name: 'app' }, 'policy "app"'],
    ['other', {}, 'the resource'],
    ['secret', { SecretName: 'a\u001b[2J\nb' }, 'secret "a\ufffd[2J b"'],
    ['secret', { SecretName: new Uint8Array(2) }, 'the secret'],
  ])('%s %j is %s', (subject, parameters, words) => {
    expect(resourceOf(subject, parameters)).toBe(words);
  });

  test('that is not there', () => {
    expect(noResourceOf('key', { KeyId: 'alias/app' })).toBe('no alias "alias/app"');
    expect(noResourceOf('key', {})).toBe('no such key');
  });

  test('is not longer than a name of KMS', () => {
    expect(resourceOf('secret', { SecretName: 'x'.repeat(1_000_000) }).length).toBeLessThan(300);
  });
});
