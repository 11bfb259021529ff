import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { onTestFinished } from 'vitest';
import type { BenchResult } from '../../src/bench/result.js';
import { command } from '../support/kms.js';

export { command };

/** A local KMS with a key for each case and a secret, until the test ends. */
export async function startKms(): Promise<LocalKms> {
  const kms = await startLocalKms({
    seed: {
      keys: [{ id: 'key-app' }, { id: 'key-sign', spec: 'EC_P256' }],
      secrets: [{ name: 'app/db', versions: [{ id: 'v1', data: 's3cret' }] }],
    },
  });
  onTestFinished(() => kms.close());
  return kms;
}

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kms-bench-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Flags that lead to a local KMS, in the spelling of the benchmark tools of the KMS SDKs. */
export const targetFlags = ({ endpoint, clientKeyFile, clientKeyPassword, caFile }: Target): string[] => [
  `--endpoint=${endpoint}`,
  `--client_key_path=${clientKeyFile}`,
  `--client_key_password=${clientKeyPassword}`,
  `--ca_path=${caFile}`,
];

export type Target = Pick<LocalKms, 'endpoint' | 'clientKeyFile' | 'clientKeyPassword' | 'caFile'>;

/** Starts `kms bench` with nothing of this machine's own configuration. */
export function start(args: readonly string[], env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [command, 'bench', ...args], {
    env: { PATH, HOME: '/nonexistent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, ...output }));
  const lines = createInterface(child.stdout);
  /** Resolves when a line of stdout matches. */
  const line = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      lines.on('line', (text) => pattern.test(text) && resolve());
      void ended.then(({ stderr }) => reject(new Error(`no line matches ${pattern}: ${stderr}`)));
    });
  return { child, ended, line };
}

export const run = (args: readonly string[], env?: Record<string, string>) => start(args, env).ended;

/** Runs it with `--json` and reads what it printed. */
export async function measure(args: readonly string[], env?: Record<string, string>) {
  const { stdout, ...rest } = await run([...args, '--json'], env);
  return { ...rest, result: JSON.parse(stdout) as BenchResult };
}

export const readResult = (path: string): BenchResult => JSON.parse(readFileSync(path, 'utf8')) as BenchResult;

/** Numbers of an official report, by name. */
export function officialNumbers(report: string): Record<string, number> {
  const found = report.matchAll(/(\w+): (\d+)/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, Number(value)]));
}
