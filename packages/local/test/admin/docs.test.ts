import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaultRule } from '../../src/admin/faults.js';
import type { RequestEntry, RequestFilter } from '../../src/admin/request-log.js';
import { type LocalKms, startLocalKms } from '../../src/start.js';

const page = readFileSync(new URL('../../../../docs/local-kms-admin.md', import.meta.url), 'utf8');

/** What the reader types, each with what is printed then; `…` stands for anything. */
const examples = [...page.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, body = '']) =>
  body.split(/^\$ /m).flatMap((example) => {
    const [command = '', ...printed] = example.split('\n');
    return command === '' ? [] : [{ command, printed: printed.join('\n').trim() }];
  }),
);

let folder: string;
let kms: LocalKms;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kms-admin-docs-'));
  kms = await startLocalKms({ admin: true, httpPort: 0, seed: { keys: [{ id: 'key-app', aliases: ['alias/app'] }] } });
  await using client = new Client(kms.clientConfig());
  await client.encrypt({ keyId: 'alias/app', plaintext: 'hello' });
  await client.describeKey({ keyId: 'key-none' }).catch(() => {});
});
afterAll(async () => {
  await kms.close();
  rmSync(folder, { recursive: true, force: true });
});

function bash(command: string): Promise<string> {
  const { adminEndpoint, adminToken, httpEndpoint } = kms;
  const env = { ...process.env, ADMIN: adminEndpoint, HTTP: httpEndpoint, AUTH: `Authorization: Bearer ${adminToken}` };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', command], { cwd: folder, env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${command}: ${stderr}`));
      else resolve(stdout.trim());
    });
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (printed: string) => new RegExp(`^${printed.split('…').map(escaped).join('[^]*')}$`);

test('every example of the page on the admin API prints what the page says', async () => {
  expect(examples.length).toBeGreaterThan(25);
  for (const { command, printed } of examples) expect(`$ ${await bash(command)}`).toMatch(pattern(`$ ${printed}`));
});

/** Every name of a type, which the compiler holds against it. */
const names = <T>(all: Record<keyof T, true>): string[] => Object.keys(all);

test.each([
  [
    'faults',
    names<Required<FaultRule>>({
      api: true,
      gateway: true,
      keyId: true,
      secretName: true,
      after: true,
      times: true,
      probability: true,
      code: true,
      message: true,
      status: true,
      delayMs: true,
      hang: true,
      reset: true,
      qps: true,
    }),
  ],
  [
    'requests',
    names<Required<RequestEntry & RequestFilter>>({
      requestId: true,
      time: true,
      gateway: true,
      api: true,
      caller: true,
      keyId: true,
      secretName: true,
      status: true,
      code: true,
      durationMs: true,
      fault: true,
      disruption: true,
      remoteAddress: true,
      userAgent: true,
      since: true,
    }),
  ],
])('the page tells of every field of %s', (section, fields) => {
  const [, text = ''] = page.split(new RegExp(`^## ${section}\n`, 'im'));
  const [told = ''] = text.split('\n## ');
  expect(fields.filter((field) => !told.includes(`\`${field}\``))).toEqual([]);
});
