import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './directory-lock.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kms-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('a directory is locked by one at a time', () => {
  const release = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(`${directory} is in use by another local KMS`);
  release();
  lockDirectory(directory)();
});

test('a process that was killed holds no lock', () => {
  const program = `
    const database = new (require('libsql'))(process.argv[1]);
    database.exec('BEGIN EXCLUSIVE');
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, ['-e', program, join(directory, 'lock')], {
    cwd: import.meta.dirname,
  });
  expect(signal).toBe('SIGKILL');
  lockDirectory(directory)();
});

test('a directory that is not there is reported', () => {
  expect(() => lockDirectory(join(directory, 'missing'))).toThrow(/missing cannot be written/);
});
