import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothGateways, Workplace } from './support/kms.js';
import { hasPty, onTerminal } from './support/pty.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'key-app', aliases: ['alias/app'] },
        { id: 'key-old', aliases: ['alias/old'] },
      ],
      secrets: [{ name: 'app/db', encryptionKey: 'key-app', versions: [{ id: 'v1', data: 'very secret' }] }],
    },
  });
  place.use(bothGateways(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

describe.skipIf(!hasPty).concurrent('on a terminal', () => {
  test('what cannot be undone is done when its name is typed, and not otherwise', async () => {
    const schedule = ['key', 'schedule-deletion', 'alias/old', '--days', '7'];
    const state = async () => (await place.json(['key', 'describe', 'alias/old'])).keyState;
    const wrong = await onTerminal(place, schedule, [['to continue: ', 'yes\r']]);
    expect(wrong.screen).toContain(
      'This will delete key alias/old in 7 days, and with it everything that it encrypted.',
    );
    expect(wrong.screen).toMatch(/Where: in region \S+, at https:\S+ \(KMS_ENDPOINT\), .*with AccessKey \S+/s);
    expect(wrong.screen).toContain('that is not the name: nothing was changed');
    expect([wrong.code, await state()]).toEqual([1, 'Enabled']);
    const left = await onTerminal(place, schedule, [['to continue: ', '\u0003']]);
    expect([left.code, await state()]).toEqual([130, 'Enabled']);
    const right = await onTerminal(place, schedule, [['to continue: ', 'alias/old\r']]);
    expect([right.code, await state()]).toEqual([0, 'PendingDeletion']);
    expect(right.screen).toContain('until then: kms key cancel-deletion alias/old');
  });

  test('a secret is shown only when that is asked for, and is not even fetched', async () => {
    const hidden = await onTerminal(place, ['secret', 'get', 'app/db']);
    expect([hidden.code, hidden.screen]).toEqual([2, expect.stringContaining('give --show')]);
    const shown = await onTerminal(place, ['secret', 'get', 'app/db', '--show']);
    expect([shown.code, shown.screen]).toEqual([0, expect.stringContaining('very secret')]);
    const api = ['api', 'GetSecretValue', 'SecretName=app/db'];
    for (const more of [[], ['--output', 'json'], ['--output', 'yaml'], ['--field', 'SecretData']]) {
      const { code, screen } = await onTerminal(place, [...api, ...more]);
      expect([code, screen]).toEqual([0, expect.stringContaining('<not shown: give --show>')]);
      expect(screen).not.toContain('very secret');
    }
    expect((await onTerminal(place, [...api, '--show'])).screen).toContain('very secret');
  });

  test('a plaintext and a data key are secrets, a ciphertext comes in base64', async () => {
    const typed = await onTerminal(
      place,
      ['encrypt', '-k', 'alias/app'],
      [['Type the plaintext, then Ctrl-D:', 'hello\r\u0004']],
    );
    const [ciphertext = ''] = /^JAAC[A-Za-z0-9+/=]+$/m.exec(typed.screen) ?? [];
    expect((await place.ok(['decrypt'], { input: ciphertext })).stdout).toBe('hello\n');
    expect((await onTerminal(place, ['decrypt'])).code).toBe(2);
    expect((await onTerminal(place, ['data-key', '-k', 'alias/app'])).screen).toMatch(
      /^plaintext +<not shown: give --show>$/m,
    );
    expect((await onTerminal(place, ['data-key', '-k', 'alias/app', '--show'])).screen).toMatch(
      /^plaintext +[A-Za-z0-9+/=]{44}$/m,
    );
  });

  test('a value that is typed is not shown, and must be typed twice', async () => {
    const put = ['secret', 'put', 'own/typed', '-k', 'alias/app'];
    const different = await onTerminal(place, put, [
      ['Value: ', 'first\r'],
      ['Again: ', 'second\r'],
    ]);
    expect([different.code, different.screen]).toEqual([2, expect.stringContaining('these are not the same')]);
    const same = await onTerminal(place, put, [
      ['Value: ', 'unseen value\r'],
      ['Again: ', 'unseen value\r'],
    ]);
    expect(same.code).toBe(0);
    expect(same.screen).not.toContain('unseen');
    expect((await place.ok(['secret', 'get', 'own/typed'])).stdout).toBe('unseen value');
  });
});
