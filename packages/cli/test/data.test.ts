import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothGateways, instanceGateway, publicGateway, Workplace } from './support/kms.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'key-app', aliases: ['alias/app'] },
        { id: 'key-rsa', spec: 'RSA_2048', aliases: ['alias/rsa'] },
        { id: 'key-sign', spec: 'RSA_2048', usage: 'SIGN/VERIFY', aliases: ['alias/sign'] },
        { id: 'key-sm2', spec: 'EC_SM2', usage: 'SIGN/VERIFY', aliases: ['alias/sm2'] },
        { id: 'key-hmac', spec: 'HMAC_SHA_256', aliases: ['alias/hmac'] },
      ],
    },
  });
  place.use(bothGateways(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

const gateways = ['instance', 'public'] as const;

describe.concurrent('kms encrypt and kms decrypt', () => {
  test.each(
    gateways.flatMap((gateway) => (['raw', 'base64', 'hex'] as const).map((encoding) => [gateway, encoding] as const)),
  )(
    'the %s gateway: any bytes come back as they were, written %s, without a word about how',
    async (gateway, encoding) => {
      const plaintext = randomBytes(3000);
      const sealed = await place.ok(['encrypt', '-k', 'alias/app', '--gateway', gateway, '--encoding', encoding], {
        input: plaintext,
      });
      expect(sealed.bytes.includes(plaintext)).toBe(false);
      const opened = await place.ok(['decrypt'], { input: sealed.bytes });
      expect(opened.bytes.equals(plaintext)).toBe(true);
    },
  );

  test('a ciphertext of either gateway is opened by the other', async () => {
    for (const [maker, opener] of [
      [instanceGateway(kms), publicGateway(kms)],
      [publicGateway(kms), instanceGateway(kms)],
    ]) {
      const alone = new Workplace();
      alone.use(maker as Record<string, string>);
      const { bytes } = await alone.ok(['encrypt', '-k', 'alias/app'], { input: 'across' });
      alone.use(opener as Record<string, string>);
      expect((await alone.ok(['decrypt'], { input: bytes })).stdout).toBe('across');
      alone.remove();
    }
  });

  test('files: read by name, written with -o; a plaintext for its owner only, and never over another file', async () => {
    writeFileSync(place.path('in'), 'from a file');
    expect((await place.ok(['encrypt', '-k', 'alias/app', 'in', '-o', 'in.enc'])).bytes).toHaveLength(0);
    await place.ok(['decrypt', 'in.enc', '-o', 'out']);
    expect(readFileSync(place.path('out'), 'utf8')).toBe('from a file');
    expect(statSync(place.path('out')).mode & 0o777).toBe(0o600);
    const again = await place.run(['decrypt', 'in.enc', '-o', 'out']);
    expect([again.code, again.stderr]).toEqual([
      3,
      expect.stringContaining('out cannot be written: it is there already'),
    ]);
    const missing = await place.run(['encrypt', '-k', 'alias/app', 'nowhere']);
    expect([missing.code, missing.stderr]).toEqual([
      3,
      'kms: nowhere cannot be read: no such file or directory (ENOENT)\n',
    ]);
  });

  test('a plaintext that is given in base64 is decoded before it is encrypted', async () => {
    const { bytes } = await place.ok(['encrypt', '-k', 'alias/app', '--in-encoding', 'base64'], {
      input: 'aGVsbG8=\n',
    });
    expect((await place.ok(['decrypt'], { input: bytes })).stdout).toBe('hello');
    const wrong = await place.run(['encrypt', '-k', 'alias/app', '--in-encoding', 'hex'], { input: 'xyz' });
    expect([wrong.code, wrong.stderr]).toEqual([2, 'kms: the plaintext is no hex\n']);
  });

  test('--aad and --context bind a ciphertext: without the same, it does not open', async () => {
    const byKey = await place.ok(['encrypt', '-k', 'alias/app', '--aad', 'row 7'], { input: 'x' });
    expect((await place.ok(['decrypt', '--aad', 'row 7'], { input: byKey.bytes })).stdout).toBe('x');
    expect((await place.run(['decrypt', '--aad', 'row 8'], { input: byKey.bytes })).code).toBe(1);
    const context = ['--gateway', 'public', '--context', 'row=7', '--context', 'table=a'];
    const byName = await place.ok(['encrypt', '-k', 'alias/app', ...context], { input: 'x' });
    expect((await place.ok(['decrypt', ...context], { input: byName.bytes })).stdout).toBe('x');
    expect((await place.run(['decrypt', '--gateway', 'public'], { input: byName.bytes })).code).toBe(1);
    const wrong = await place.run(['encrypt', '-k', 'alias/app', '--context', 'a=b'], { input: 'x' });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('bind data with --aad')]);
  });

  test.each(gateways)('RSA over the %s gateway comes back with -k and --algorithm', async (gateway) => {
    const options = ['-k', 'alias/rsa', '--algorithm', 'RSAES_OAEP_SHA_256', '--gateway', gateway];
    const { bytes } = await place.ok(['encrypt', ...options], { input: 'token' });
    expect(bytes).toHaveLength(256);
    expect((await place.ok(['decrypt', ...options], { input: bytes })).stdout).toBe('token');
    const without = await place.run(['decrypt'], { input: bytes });
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('needs -k and --algorithm')]);
  });

  test('what is larger than a key takes is refused with its size and what to do', async () => {
    const large = await place.run(['encrypt', '-k', 'alias/app', '--format', 'kms'], { input: randomBytes(6145) });
    expect(large.code).toBe(2);
    expect(large.stderr).toMatch(/has 6145 bytes, and KMS encrypts at most 6144 .*--format age/);
    expect((await place.ok(['encrypt', '-k', 'alias/app'], { input: randomBytes(6144) })).bytes.length).toBeGreaterThan(
      6144,
    );
    const options = ['-k', 'alias/rsa', '--algorithm', 'RSAES_OAEP_SHA_256'];
    const rsa = await place.run(['encrypt', ...options], { input: randomBytes(191) });
    expect([rsa.code, rsa.stderr]).toEqual([
      1,
      expect.stringContaining('the plaintext has 191 bytes: RSA_2048 takes 190'),
    ]);
    const unsaid = await place.run(['encrypt', '-k', 'alias/rsa'], { input: 'x' });
    expect([unsaid.code, unsaid.stderr]).toEqual([1, expect.stringContaining('An RSA key needs --algorithm')]);
    expect((await place.run(['encrypt', '-k', 'alias/app'])).stderr).toContain('the input is empty');
  });
});

describe.concurrent('kms inspect', () => {
  test('says offline which key version a ciphertext needs, whichever gateway made it', async () => {
    const version = (await place.json(['key', 'describe', 'alias/app'])).primaryKeyVersion;
    for (const [gateway, format] of [
      ['instance', 'instance'],
      ['public', 'public'],
    ] as const) {
      const sealed = await place.ok(['encrypt', '-k', 'alias/app', '--gateway', gateway, '--encoding', 'base64'], {
        input: 'hello',
      });
      const env = { KMS_ENDPOINT: '', KMS_INSTANCE_ENDPOINT: '', ALIBABA_CLOUD_REGION_ID: '' };
      const found = await place.json(['inspect'], { input: sealed.bytes, env });
      expect(found).toMatchObject({ format, keyVersionId: version, encoding: 'base64' });
      const { stdout } = await place.ok(['inspect'], { input: sealed.bytes, env });
      expect(stdout).toMatch(new RegExp(`^KMS ciphertext, key version ${version}, .*GCM`));
    }
    const other = await place.run(['inspect'], { input: randomBytes(100) });
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('says nothing about itself')]);
    const text = await place.run(['inspect'], { input: 'no ciphertext at all' });
    expect([text.code, text.stderr]).toEqual([2, expect.stringContaining('is text, but neither hex nor base64')]);
  });
});

describe.concurrent('kms sign and kms verify', () => {
  test.each(gateways.flatMap((gateway) => ['alias/sign', 'alias/sm2'].map((key) => [gateway, key] as const)))(
    'the %s gateway, %s: a signature is genuine for its message only, however long that is',
    async (gateway, key) => {
      const message = `${gateway}-${key.slice(6)}`;
      const signature = `${message}.sig`;
      writeFileSync(place.path(message), randomBytes(100_000));
      const options = ['-k', key, '--gateway', gateway];
      await place.ok(['sign', ...options, message, '-o', signature, '--encoding', 'base64']);
      const right = await place.run(['verify', ...options, '--signature', signature, message]);
      expect([right.code, right.stdout]).toEqual([0, 'The signature is genuine.\n']);
      const wrong = await place.run(['verify', ...options, '--signature', signature], { input: 'another' });
      expect([wrong.code, wrong.stdout]).toEqual([1, 'The signature is wrong.\n']);
    },
  );

  test('a signature is read from whichever text it was kept in, and other text is a usage error', async () => {
    writeFileSync(place.path('kept'), 'message');
    const { bytes } = await place.ok(['sign', '-k', 'alias/sign', 'kept']);
    const base64 = bytes.toString('base64');
    const forms: Record<string, string | Buffer> = {
      base64url: bytes.toString('base64url'),
      mark: `\ufeff${base64}\n`,
      colons: bytes.toString('hex').replace(/..(?=.)/g, '$&:'),
      utf16: Buffer.from(`\ufeff${base64}\r\n`, 'utf16le'),
    };
    for (const [name, content] of Object.entries(forms)) {
      writeFileSync(place.path(`kept.${name}`), content);
      const { code, stdout } = await place.run(['verify', '-k', 'alias/sign', '--signature', `kept.${name}`, 'kept']);
      expect([name, code, stdout]).toEqual([name, 0, 'The signature is genuine.\n']);
    }
    writeFileSync(place.path('kept.text'), `signature: ${base64}`);
    const text = await place.run(['verify', '-k', 'alias/sign', '--signature', 'kept.text', 'kept']);
    expect([text.code, text.stderr]).toEqual([
      2,
      'kms: the signature is text, but neither hex nor base64: give it raw or in one of those\n',
    ]);
  });

  test('a digest is signed as it is, in hex too; the public key comes as PEM, DER and JWK', async () => {
    const digest = randomBytes(32);
    await place.ok(['sign', '-k', 'alias/sign', '--digest', '-o', 'digest.sig'], { input: digest.toString('hex') });
    await place.ok(['verify', '-k', 'alias/sign', '--digest', '--signature', 'digest.sig'], { input: digest });
    const short = await place.run(['sign', '-k', 'alias/sign', '--digest'], { input: Buffer.alloc(5) });
    expect([short.code, short.stderr]).toEqual([2, expect.stringContaining('the digest has 5 bytes')]);
    const pem = await place.ok(['public-key', '-k', 'alias/sign']);
    const der = await place.ok(['public-key', '-k', 'alias/sign', '--format', 'der', '--gateway', 'public']);
    expect(pem.stdout.replace(/-----.*-----|\s/g, '')).toBe(der.bytes.toString('base64'));
    const jwk = await place.ok(['public-key', '-k', 'alias/sign', '--format', 'jwk']);
    expect(JSON.parse(jwk.stdout)).toMatchObject({ kty: 'RSA' });
  });
});

describe.concurrent('kms mac, kms random, kms data-key', () => {
  test('a MAC is right for its message only', async () => {
    await place.ok(['mac', '-k', 'alias/hmac', '-o', 'message.mac'], { input: 'message' });
    const right = await place.run(['mac', '-k', 'alias/hmac', '--check', 'message.mac'], { input: 'message' });
    expect([right.code, right.stdout]).toEqual([0, 'The MAC is right.\n']);
    const wrong = await place.run(['mac', '-k', 'alias/hmac', '--check', 'message.mac'], { input: 'other' });
    expect([wrong.code, wrong.stdout]).toEqual([1, 'The MAC is wrong.\n']);
    const unable = await place.run(['mac', '-k', 'alias/app'], { input: 'x' });
    expect([unable.code, unable.stderr]).toEqual([2, 'kms: a key of Aliyun_AES_256 makes no MACs\n']);
  });

  test('random bytes come as many as asked for', async () => {
    const [first, second] = [await place.ok(['random', '500']), await place.ok(['random', '500'])];
    expect(first.bytes).toHaveLength(500);
    expect(first.bytes.equals(second.bytes)).toBe(false);
    expect((await place.ok(['random', '3', '--encoding', 'hex'])).stdout).toMatch(/^[0-9a-f]{6}\n$/);
    expect((await place.run(['random', '2000'])).code).toBe(2);
  });

  test.each(gateways)(
    'the %s gateway: a data key is in one file, its ciphertext in another, which opens to it',
    async (gateway) => {
      const [plain, sealed] = [`${gateway}.dk`, `${gateway}.dk.enc`];
      const files = ['--plaintext-file', plain, '--ciphertext-file', sealed];
      const { stdout } = await place.ok([
        'data-key',
        '-k',
        'alias/app',
        '--bytes',
        '24',
        '--gateway',
        gateway,
        ...files,
      ]);
      const dataKey = readFileSync(place.path(plain));
      expect(dataKey).toHaveLength(24);
      expect(statSync(place.path(plain)).mode & 0o777).toBe(0o600);
      expect(stdout).not.toContain(dataKey.toString('base64'));
      expect((await place.ok(['decrypt', sealed])).bytes.equals(dataKey)).toBe(true);
    },
  );
});
