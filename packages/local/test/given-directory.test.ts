import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exposureWarning, rootKeyWarning } from '../src/start/warnings.js';
import { type StartOptions, startLocalKms } from '../src/start.js';
import { existingRootKey } from '../src/store/root-key.js';

let folder: string;
let dataDir: string;
let outside: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-given-'));
  dataDir = join(folder, 'data');
  outside = join(folder, 'outside');
  mkdirSync(dataDir);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts and stops one. */
async function start(options: StartOptions): Promise<string[]> {
  const log: string[] = [];
  const kms = await startLocalKms({ ...options, log: (line) => log.push(line) });
  await kms.close();
  return log;
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the .gitignore of a data directory', () => {
  const path = () => join(dataDir, '.gitignore');

  test('keeps everything out of Git, and is for its owner only', async () => {
    await start({ dataDir });
    expect(readFileSync(path(), 'utf8')).toBe('*\n');
    expect(modeOf(path())).toBe('600');
  });

  test('that is there stays as it is', async () => {
    writeFileSync(path(), 'node_modules\n', { mode: 0o644 });
    await start({ dataDir });
    expect(readFileSync(path(), 'utf8')).toBe('node_modules\n');
    expect(modeOf(path())).toBe('644');
  });

  test.each(['a file', 'nowhere'])('that is a link to %s is not followed', async (where) => {
    if (where === 'a file') writeFileSync(outside, 'precious');
    symlinkSync(outside, path());
    await start({ dataDir });
    expect(existsSync(outside) && readFileSync(outside, 'utf8')).toBe(where === 'a file' && 'precious');
    expect(lstatSync(path()).isSymbolicLink()).toBe(true);
  });
});

describe('the files that clients need', () => {
  test('are renewed when an earlier local KMS has made them', async () => {
    const filesDir = join(folder, 'files');
    await start({ filesDir });
    const before = readFileSync(join(filesDir, 'ca.pem'), 'utf8');
    const kms = await startLocalKms({ filesDir });
    expect(readFileSync(kms.caFile, 'utf8')).toBe(kms.ca);
    expect(kms.ca).not.toBe(before);
    expect(modeOf(kms.clientKeyFile)).toBe('600');
    await kms.close();
    const names = readdirSync(filesDir).map((name) => name.replace(/KAAP.*(?=\.json)/, '…'));
    expect(names.toSorted()).toEqual(['ca.pem', 'clientKey_….json', 'clientKey_….json']);
  });

  test('a ca.pem of somebody else stays as it is, and the start says so', async () => {
    const path = join(dataDir, 'ca.pem');
    writeFileSync(path, 'precious');
    for (const options of [{ dataDir }, { filesDir: dataDir }]) {
      await expect(start(options)).rejects.toMatchObject({
        code: 'Start.DirectoryUnusable',
        message: expect.stringContaining(`${path} is there already`),
      });
    }
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  test.each(['a file', 'nowhere'])('a ca.pem that is a link to %s is not followed', async (where) => {
    if (where === 'a file') writeFileSync(outside, 'precious');
    symlinkSync(outside, join(dataDir, 'ca.pem'));
    await expect(start({ filesDir: dataDir })).rejects.toMatchObject({ code: 'Start.DirectoryUnusable' });
    expect(existsSync(outside) && readFileSync(outside, 'utf8')).toBe(where === 'a file' && 'precious');
  });

  test('a client key that others may read is for its owner only after the next start', async () => {
    await start({ dataDir });
    const file = join(dataDir, readdirSync(dataDir).find((name) => name.startsWith('clientKey_')) as string);
    const before = readFileSync(file, 'utf8');
    chmodSync(file, 0o644);
    await start({ dataDir });
    expect([modeOf(file), readFileSync(file, 'utf8')]).toEqual(['600', before]);
  });

  test('of several that start at once on one directory are complete', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => startLocalKms({ filesDir: dataDir })));
    const written = readFileSync(join(dataDir, 'ca.pem'), 'utf8');
    expect(all.map(({ ca }) => ca)).toContain(written);
    await Promise.all(all.map((kms) => kms.close()));
  });
});

test.each(['kms.db', 'lock', 'root.key'])(
  'a %s that is a link to nowhere is a clear error, and makes no file there',
  async (name) => {
    symlinkSync(outside, join(dataDir, name));
    const error = await start({ dataDir }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'StoreError',
      code: expect.stringMatching(/^Store\.(Unavailable|RootKeyMissing)$/),
    });
    expect((error as Error).message).toContain(dataDir);
    expect(existsSync(outside)).toBe(false);
  },
);

describe('the root key', () => {
  const keyFile = () => join(dataDir, 'root.key');

  test('that others may read is told of at each start', async () => {
    expect(await start({ dataDir })).toEqual([]);
    chmodSync(keyFile(), 0o644);
    const [line, ...more] = await start({ dataDir });
    expect(line).toMatch(/^warning: others can use .*root\.key \(mode 0644\).*chmod 600/);
    expect(more).toEqual([]);
    chmodSync(keyFile(), 0o400);
    expect(await start({ dataDir })).toEqual([]);
  });

  test('may be a link to a file, as those of a container platform are', async () => {
    await start({ dataDir });
    writeFileSync(outside, readFileSync(keyFile()), { mode: 0o600 });
    rmSync(keyFile());
    symlinkSync(outside, keyFile());
    expect(await start({ dataDir })).toEqual([]);
  });

  test.each(['a', 'eleven char'])('is not derived from a passphrase as short as "%s"', async (passphrase) => {
    await expect(start({ dataDir, passphrase })).rejects.toMatchObject({
      code: 'Store.PassphraseTooShort',
      message: expect.stringMatching(/^(?!.*eleven).*at least 12 characters/),
    });
    await start({ dataDir, passphrase: 'eleven chars' });
  });

  test('of data that was made with a short passphrase still opens, with a warning', async () => {
    const scrypt = { cost: 16, blockSize: 8, parallelization: 1, salt: 'AAAA' };
    const key = await existingRootKey({ passphrase: 'one' }, { kind: 'passphrase', scrypt });
    expect(key).toHaveLength(32);
    expect(await rootKeyWarning({ passphrase: 'one' })).toContain('less than 12 characters');
    expect(await rootKeyWarning({ passphrase: 'correct horse' })).toBeUndefined();
  });
});

describe('where other machines can reach it', () => {
  test.each<StartOptions>([{ host: '0.0.0.0' }, { httpHost: '0.0.0.0', httpPort: 0 }])(
    '%o is told of',
    async (options) => {
      const [line, ...more] = await start(options);
      expect(line).toMatch(/^warning: other machines can reach this local KMS at 0\.0\.0\.0:\d+; /);
      expect(more).toEqual([]);
    },
  );

  test('an IPv6 address stands in brackets, as an address of a server does', () => {
    expect(exposureWarning([{ address: '::', port: 8443 }])).toContain(' at [::]:8443; ');
  });

  test.each<StartOptions>([{}, { host: 'localhost', httpPort: 0, admin: true }, { host: '127.0.0.2' }])(
    '%o is not among it',
    async (options) => {
      expect(await start(options)).toEqual([]);
    },
  );
});
