import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { alicloudCredentials, withoutQuotes } from './alicloud-credentials.js';

describe('@alicloud/credentials', () => {
  const cleanups: (() => void)[] = [];
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const cleanup of cleanups.splice(0)) cleanup();
  });

  it('looks through its whole chain again after that found nothing', async () => {
    const home = mkdtempSync(join(tmpdir(), 'kms-chain-'));
    cleanups.push(() => rmSync(home, { recursive: true }));
    vi.stubEnv('HOME', home);
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
    const ask = alicloudCredentials();
    await expect(ask()).rejects.toThrow('unable to get credentials from any of the providers in the chain');
    const profile = ['[default]', 'enable=true', 'type=access_key', 'access_key_id=LTAI.file', 'access_key_secret=s'];
    const file = join(home, 'credentials');
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', file);
    writeFileSync(file, profile.join('\n'));
    expect(await ask()).toMatchObject({ accessKeyId: 'LTAI.file', accessKeySecret: 's' });
  });

  it.each([
    [
      'an answer that lacks a field',
      200,
      '{"AccessKeyId":"a","AccessKeySecret":"top-secret"}',
      'credentialsURI result: …',
    ],
    ['an answer that is no JSON', 200, '"AccessKeySecret":"top-secret"}', 'json parse failed: …'],
    ['an error', 403, '{"Code":"NoPermission","Token":"top-secret"}', 'httpStatus: 403, message = … (NoPermission)'],
  ])('tells nothing of what it quotes: %s', async (_what, status, body, told) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => server.close());
    const credentialsURI = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const failure = await alicloudCredentials({ type: 'credentials_uri', credentialsURI })().catch((error) => error);
    // The library's own words do quote it: that is why they are cut.
    expect(failure.message).toContain('top-secret');
    expect(withoutQuotes(failure).message).not.toContain('top-secret');
    expect(withoutQuotes(failure).message).toContain(told);
  });

  it('keeps the code of a failed connection', () => {
    const failure = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(withoutQuotes(failure)).toMatchObject({ message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' });
  });
});
