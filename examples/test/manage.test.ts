import { apiNames, Client, describeApi } from 'alibabacloud-kms-sdk';
import { beforeAll, expect, it } from 'vitest';
import { managementOutput } from './support/management-output.js';
import { namesOf } from './support/names-of.js';
import { outputPattern } from './support/output-pattern.js';
import { useExamples } from './support/run-example.js';

const examples = useExamples();
const names = namesOf('manage');

/** Everything in the account, except keys that are being deleted. */
async function inventory(): Promise<string[]> {
  const client = new Client(examples.kms.clientConfig());
  const states = ['Enabled', 'Disabled', 'PendingImport'];
  const found = [];
  for await (const { keyId } of client.keys({ filters: [{ key: 'KeyState', values: states }] })) found.push(keyId);
  for await (const { aliasName } of client.aliases()) found.push(aliasName);
  for await (const { secretName } of client.secrets()) found.push(secretName);
  for await (const { name } of client.networkRules()) found.push(name);
  for await (const { name } of client.policies()) found.push(name);
  for await (const { name } of client.applicationAccessPoints()) found.push(name);
  for (const { clientKeyId } of (await client.listClientKeys()).clientKeys) found.push(clientKeyId);
  await client.close();
  return found;
}

let before: string[];
beforeAll(async () => {
  before = await inventory();
});

it.concurrent.each(Object.entries(managementOutput))('manage/%s does what it says', async (name, expected) => {
  const { stdout, stderr } = await examples.run(`manage/${name}`);
  expect(stdout).toMatch(outputPattern(expected));
  expect(stderr).toBe('');
});

it('takes away what it made', async () => {
  expect(await inventory()).toEqual(before);
});

it('has an example of every API of the public gateway, which calls it', () => {
  const apis = apiNames.filter((api) => describeApi(api)?.gateways.includes('public'));
  const kebab = (api: string) => api.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
  const shown = (api: string) => names.includes(kebab(api)) || names.includes(`${kebab(api)}-by-public-gateway`);
  const called = new Set(examples.kms.requests().map(({ api }) => api));
  expect(apis.length).toBeGreaterThan(80);
  expect(apis.filter((api) => !shown(api) || !called.has(api))).toEqual([]);
});

it('knows what every example prints', () => {
  expect(Object.keys(managementOutput).sort()).toEqual(names);
});
