import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillIn } from './generate/limits.js';
import { fieldName } from './generate/names.js';
import { generate, modelTable, stale } from './generate.js';

test('the generated files are what the tables say', () => {
  expect(stale()).toEqual([]);
});

test('a generated file that was edited is noticed', () => {
  const files = generate();
  const [path] = Object.keys(files);
  expect(stale({ ...files, [path as string]: '// edited\n' })).toEqual([path]);
});

test.each([
  ['KeyId', 'keyId'],
  ['DKMSInstanceId', 'dkmsInstanceId'],
  ['KMProvider', 'kmProvider'],
  ['VSwitchIds', 'vSwitchIds'],
  ['VswitchIds', 'vswitchIds'],
  ['VpcId', 'vpcId'],
  ['CaCertificateChainPem', 'caCertificateChainPem'],
  ['Iv', 'iv'],
  ['ABC', 'abc'],
])('the wire’s %s is %s in a program', (wireName, field) => {
  expect(fieldName(wireName)).toBe(field);
});

test('two fields of one API never become the same name', () => {
  const { apis } = JSON.parse(readFileSync(new URL('../model/management-api.json', import.meta.url), 'utf8'));
  for (const [api, { request, response }] of Object.entries<{ request: { name: string }[]; response: object }>(apis)) {
    for (const names of [request.map(({ name }) => name), Object.keys(response)]) {
      expect(new Set(names.map(fieldName)).size, api).toBe(names.length);
    }
  }
});

test('documentation takes its numbers from the limits', () => {
  expect(fillIn('{pageSize.min} to {pageSize.max}, `{KeyId}`', { pageSize: { min: 1, max: 1000 } })).toBe(
    '1 to 1,000, `{KeyId}`',
  );
  expect(() => fillIn('{noSuchLimit}', {})).toThrow('there is no limit noSuchLimit');
});

test('every list that has pages can be walked through', () => {
  const { apis } = JSON.parse(readFileSync(new URL('../model/management-api.json', import.meta.url), 'utf8'));
  const paged = Object.values<{ request: { name: string }[] }>(apis).filter(({ request }) =>
    request.some(({ name }) => name === 'PageNumber' || name === 'NextToken'),
  );
  const text = Object.values(generate()).join('\n');
  expect(text.match(/\*\/\n {2}\w+\([^)]*\): AsyncGenerator</g)).toHaveLength(paged.length);
});

test('every API has a documented method, and every type of it is exported', () => {
  const index = readFileSync(new URL('../packages/sdk/src/index.ts', import.meta.url), 'utf8');
  const files = Object.entries(generate()).filter(([path]) => path.includes('/client/generated/'));
  const text = files.map(([, file]) => file).join('\n');
  const groups = Object.values<{ group?: string }>({
    ...modelTable('apis.json').apis,
    ...modelTable('instance-apis.json'),
  });
  const documented = groups.filter(({ group }) => group !== undefined);
  expect(text.match(/\*\/\n {2}\w+\([^)]*\): Promise</g)).toHaveLength(documented.length);
  const types = files
    .map(([path]) => /generated\/([\w-]+)\.ts$/.exec(path)?.[1])
    .filter((name) => name !== 'operations');
  expect(types.filter((name) => !index.includes(`export type * from './client/generated/${name}.js';`))).toEqual([]);
});
