import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLocalKms } from '../src/start.js';
import { send } from './support/send.js';
import { acs3Request } from './support/signed-requests.js';

const descriptors = '/proc/self/fd';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-open-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Files of the folder that this process has open. */
const openFiles = (): string[] =>
  readdirSync(descriptors)
    .map((descriptor) => {
      try {
        return readlinkSync(join(descriptors, descriptor));
      } catch {
        return '';
      }
    })
    .filter((path) => path.startsWith(folder));

describe.skipIf(!existsSync(descriptors))('after close() no file of the data directory stays open', () => {
  test('however often one starts', async () => {
    for (let start = 1; start <= 3; start += 1) {
      const kms = await startLocalKms({ dataDir: join(folder, `data-${start}`) });
      for (const action of ['CreateKey', 'ListKeys', 'DescribeRegions', 'ListSecrets']) {
        const { status } = await send(kms, acs3Request(kms, action, {}, { signed: { host: kms.host } }));
        expect([action, status]).toEqual([action, 200]);
      }
      expect(openFiles().length).toBeGreaterThanOrEqual(3);
      await kms.close();
      expect(openFiles()).toEqual([]);
    }
  });

  test('also when a start fails half-way', async () => {
    const dataDir = join(folder, 'data');
    await (await startLocalKms({ dataDir })).close();
    await expect(startLocalKms({ dataDir, regionId: 'eu-central-1' })).rejects.toThrow('this data was made for');
    expect(openFiles()).toEqual([]);
  });
});
