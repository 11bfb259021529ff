import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeBlocks } from '../../../../docs/test/support/markdown.js';
import { checkSeed } from '../../src/seed/check-seed.js';
import { exportSeed } from '../../src/seed/export-seed.js';
import { exported, seeded } from './seeded.js';

const pages = ['docs/local-kms-seed.md', 'docs/zh/local-kms-seed.md'].map((name) => {
  const page = readFileSync(new URL(`../../../../${name}`, import.meta.url), 'utf8');
  const sample = codeBlocks(name).find(({ file }) => file === 'sample')?.text ?? '';
  return { name, page, sample };
});

test.each(pages)('the sample of $name is loaded and does what the page says', async ({ sample }) => {
  const kms = await seeded(sample);
  const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: 'alias/app', Plaintext: 'hello' });
  kms.advanceDays(2);
  expect((await kms.call('ListKeyVersions', { KeyId: 'key-app' })).KeyVersions.KeyVersion).toHaveLength(3);
  expect((await kms.call('Decrypt', { CiphertextBlob })).Plaintext).toBe('hello');
  const states = ['key-signer', 'key-disabled', 'key-going', 'key-imported-later'].map((id) => kms.state(id));
  expect(await Promise.all(states)).toEqual(['Enabled', 'Disabled', 'PendingDeletion', 'PendingImport']);
  const previous = await kms.call('GetSecretValue', { SecretName: 'app/db', VersionStage: 'ACSPrevious' });
  expect(previous.SecretData).toContain('former');
  expect(await kms.kms.access.accessKeys.secretOf('LTAItest')).toBe('not-a-secret');
  const seed = await exportSeed(kms.kms);
  expect(await exported(seed)).toEqual(seed);
  await kms.close();
});

/** What a mistake says there is. */
async function fieldsOf(seed: unknown): Promise<string[]> {
  const error = await checkSeed(seed).catch((reason: Error) => reason);
  const [, names = ''] = /known are (.+)$/.exec((error as Error).message) ?? [];
  return names.split(', ');
}

const none = { thereIsNoSuchFieldAtAll: 1 };

describe.each(pages)('$name', ({ page }) => {
  test.each([
    ['keys', { keys: [none] }],
    ['keys', { keys: [{ id: 'k', versions: [none] }] }],
    ['keys', { keys: [{ id: 'k', rotation: none }] }],
    ['secrets', { secrets: [none] }],
    ['secrets', { secrets: [{ name: 's', versions: [none] }] }],
    ['secrets', { secrets: [{ name: 's', rotation: none }] }],
    ['dataKeys', { dataKeys: [none] }],
    ['dataKeys', { dataKeys: [{ name: 'd', versions: [none] }] }],
    ['accessKeys', { accessKeys: [none] }],
    ['access', { access: none }],
    ['access', { access: { networkRules: [none] } }],
    ['access', { access: { policies: [none] } }],
    ['access', { access: { accessPoints: [none] } }],
    ['access', { access: { clientKeys: [none] } }],
    ['instances', { instances: [none] }],
    ['instances', { instances: [{ id: 'i', connection: none }] }],
    ['instances', { instances: [{ id: 'i', bindVpcs: [none] }] }],
  ])('the page tells of every field of %s in %j', async (section, seed) => {
    const [, text = ''] = page.split(`### \`${section}\`\n`);
    const [told = ''] = text.split('\n### ');
    const fields = await fieldsOf(seed);
    expect(fields.length).toBeGreaterThan(1);
    expect(fields.filter((field) => !told.includes(`\`${field}\``))).toEqual([]);
  });
});
