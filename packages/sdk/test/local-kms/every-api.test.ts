import { readFileSync } from 'node:fs';
import { startLocalKms } from 'alibabacloud-kms-local';
import { type CallMetadata, Client } from 'alibabacloud-kms-sdk';
import { type ActionName, actions } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SeenRequest, type TestServer, testCa } from '../support/hostile-server.js';
import { startRecordingGateway } from '../support/recording-gateway.js';
import { accessCases } from './every-api/access.js';
import { type Case, type Cases, World } from './every-api/cases.js';
import { cryptographyCases } from './every-api/cryptography.js';
import { instanceCases } from './every-api/instances.js';
import { keyCases } from './every-api/keys.js';
import { secretCases } from './every-api/secrets.js';
import { tagCases } from './every-api/tags.js';

/** Names of the parameters that the handler of the last call has looked at. */
const read = vi.hoisted(() => new Set<string>());

vi.mock(import('../../../local/src/gateways/parameters.js'), async (original) => {
  const { readParameters } = await original();
  const readWatched: typeof readParameters = (api, flat) =>
    new Proxy(readParameters(api, flat), {
      get(request, name) {
        if (Reflect.has(request, name)) read.add(String(name));
        return Reflect.get(request, name);
      },
    });
  return { readParameters: readWatched };
});

const cases: Cases = {
  ...keyCases,
  ...cryptographyCases,
  ...secretCases,
  ...tagCases,
  ...accessCases,
  ...instanceCases,
};
const apis = Object.keys(cases) as ActionName[];

let world: World;
let gateway: TestServer;
/** Its calls go through the recording gateway. */
let client: Client;

beforeAll(async () => {
  const kms = await startLocalKms();
  const { publicConfig } = kms.clientConfig();
  world = new World(kms, new Client({ publicConfig }));
  gateway = await startRecordingGateway(kms);
  client = new Client({ publicConfig: { ...publicConfig, endpoint: gateway.origin, ca: testCa } });
});
afterAll(async () => {
  await Promise.all([client.close(), world.client.close()]);
  await gateway[Symbol.asyncDispose]();
  await world.kms.close();
});

type KmsResponse = Record<string, unknown> & { $metadata: CallMetadata };

/** What the documentation of the local KMS says: parameters that are ignored, and those that the gateway decides about. */
const { ignored, checked, refused }: { ignored: string[]; checked: object; refused: object } = JSON.parse(
  readFileSync(new URL('../../../../model/local-kms.json', import.meta.url), 'utf8'),
);

const notForHandlers = new Set([...ignored, ...Object.keys(checked), ...Object.keys(refused)]);

/** Parameters that no typed method has a field for, with the reason. */
const withoutField: Partial<Record<ActionName, string[]>> = {
  // The method wants numberOfBytes, which says the same.
  GenerateDataKey: ['KeySpec'],
};

const casesOf = async (api: ActionName): Promise<Case[]> => [(await cases[api]?.(world)) ?? []].flat();

const run = ({ method, request }: Case): Promise<KmsResponse> =>
  (client[method] as unknown as (request: object) => Promise<KmsResponse>).call(client, request);

/** What reached the socket since the last time that somebody looked. */
function arrived(): { api: unknown; parameters: Record<string, string> }[] {
  return gateway.requests.splice(0).map(({ headers, body }: SeenRequest) => ({
    api: headers['x-acs-action'],
    parameters: Object.fromEntries(new URLSearchParams(body)),
  }));
}

/** A numbered or dotted parameter arrives as Name.1 or Name.Member. */
const namesOf = ({ sends }: Case): string[] => Object.keys(sends).map((name) => name.replace(/\..*/, ''));

test.each(apis)('%s has a method that sends every parameter and answers what the table promises', async (api) => {
  const { parameters, answer: promised } = actions[api];
  const sent = new Set<string>();
  const looked = new Set<string>();
  for (const one of await casesOf(api)) {
    read.clear();
    const call = run(one);
    if (one.refused === undefined) {
      const answer = await call;
      expect(answer).toMatchObject({ requestId: expect.any(String), ...one.answers });
      const required = Object.values(promised).filter((field) => field.required);
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(required.map(({ field }) => field)));
    } else {
      await expect(call).rejects.toMatchObject({ code: one.refused });
    }
    expect(arrived()).toEqual([{ api, parameters: one.sends }]);
    for (const name of namesOf(one)) sent.add(name);
    for (const name of read) looked.add(name);
  }
  const all = Object.keys(parameters);
  const elsewhere = ['DryRun', ...(withoutField[api] ?? [])];
  expect([...sent].toSorted()).toEqual(all.filter((name) => !elsewhere.includes(name)).toSorted());
  const inHandler = (name: string) => ![name, `${api}.${name}`].some((known) => notForHandlers.has(known));
  expect([...looked].filter(inHandler).toSorted()).toEqual([...sent].filter(inHandler).toSorted());
});

test.each(apis.filter((api) => actions[api].parameters.DryRun))('%s can be tried with DryRun', async (api) => {
  const [one] = (await casesOf(api)) as [Case];
  const dryRun = run({ ...one, request: { ...one.request, dryRun: true } });
  await expect(dryRun).rejects.toMatchObject({ code: 'DryRunOperationError' });
  expect(arrived()).toEqual([{ api, parameters: { ...one.sends, DryRun: 'true' } }]);
});

test('every API of the table has a case', () => {
  expect(apis.toSorted()).toEqual(Object.keys(actions).toSorted());
});
