import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeBlocks, readConsole } from '../../../../docs/test/support/markdown.js';
import type { FaultRule } from '../../src/admin/faults.js';
import type { RequestEntry, RequestFilter } from '../../src/admin/request-log.js';
import { type LocalKms, startLocalKms } from '../../src/start.js';

const pages = [
  { name: 'docs/local-kms-admin.md', sections: { faults: 'Faults', requests: 'Requests' } },
  { name: 'docs/zh/local-kms-admin.md', sections: { faults: '故障', requests: '请求记录' } },
].map((page) => ({ ...page, text: readFileSync(new URL(`../../../../${page.name}`, import.meta.url), 'utf8') }));

/** What the reader types, each with what is printed then; `…` stands for anything. */
const examplesOf = (page: string) =>
  codeBlocks(page)
    .filter(({ language }) => language === 'console')
    .flatMap(({ text }) => readConsole(text))
    .map(({ text, prints }) => ({ command: text, printed: prints.join('\n').trim() }));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-admin-docs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bash(command: string, { adminEndpoint, adminToken, httpEndpoint }: LocalKms): Promise<string> {
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

test.each(pages)('every example of $name prints what the page says', async ({ name }) => {
  const seed = { keys: [{ id: 'key-app', aliases: ['alias/app'] }] };
  await using kms = await startLocalKms({ admin: true, httpPort: 0, seed });
  await using client = new Client(kms.clientConfig());
  await client.encrypt({ keyId: 'alias/app', plaintext: 'hello' });
  await client.describeKey({ keyId: 'key-none' }).catch(() => {});
  const examples = examplesOf(name);
  expect(examples.length).toBeGreaterThan(25);
  for (const { command, printed } of examples) expect(`$ ${await bash(command, kms)}`).toMatch(pattern(`$ ${printed}`));
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
] as const)('the page tells of every field of %s, in both languages', (section, fields) => {
  for (const { name, sections, text } of pages) {
    const [, rest = ''] = text.split(`\n## ${sections[section]}\n`);
    const [told = ''] = rest.split('\n## ');
    const untold = fields.filter((field) => !told.includes(`\`${field}\``));
    expect({ name, untold }).toEqual({ name, untold: [] });
  }
});
