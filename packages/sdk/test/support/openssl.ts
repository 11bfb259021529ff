import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs the openssl command line with these files beside it.
 * @param args `@name` stands for the path of a file
 * @returns what it printed; throws when it fails
 */
export function openssl(args: readonly string[], files: Readonly<Record<string, Uint8Array | string>>): Buffer {
  const directory = mkdtempSync(join(tmpdir(), 'kms-openssl-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
    const paths = args.map((arg) => (arg.startsWith('@') ? join(directory, arg.slice(1)) : arg));
    return execFileSync('openssl', paths, { stdio: 'pipe' });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
