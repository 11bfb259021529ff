import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LocalKms } from '../../src/start.js';

/**
 * Runs a program of this directory against a local KMS, as its own process, and reads the JSON that it prints.
 *
 * @param more environment variables beside those that tell where the KMS is
 */
export async function runStranger(
  program: string,
  kms: LocalKms,
  more: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path], {
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: kms.caFile,
      ENDPOINT: `${kms.host}:${kms.port}`,
      ACCESS_KEY_ID: kms.accessKeyId,
      ACCESS_KEY_SECRET: kms.accessKeySecret,
      REGION_ID: kms.regionId,
      INSTANCE_ID: kms.instanceId,
      ...more,
    },
  });
  return JSON.parse(stdout);
}
