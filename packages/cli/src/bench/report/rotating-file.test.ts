import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RotatingFile } from './rotating-file.js';

test('a full log is put aside, the oldest goes, and a new run goes on where the last one ended', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kms-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'logs', 'debug.log');
  const rotation = { maxBytes: 10, keep: 2 };
  const write = (lines: string[]) => {
    const file = new RotatingFile(path, rotation);
    for (const line of lines) file.write(line);
  };
  write(['one', 'two']);
  write(['three', 'four', 'five', 'six', 'a line that is larger than the file may be']);
  const content = readdirSync(join(folder, 'logs')).map((name) => [
    name,
    readFileSync(join(folder, 'logs', name), 'utf8'),
  ]);
  expect(Object.fromEntries(content)).toEqual({
    'debug.log': 'a line that is larger than the file may be\n',
    'debug.log.1': 'six\n',
    'debug.log.2': 'four\nfive\n',
  });
});
