import { execFileSync } from 'node:child_process';
import { createVerify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KmsConfigurationError } from '../errors.js';
import { type ClientKeyOptions, ClientKeyProvider } from './client-key.js';

const vectors = new URL('../../../../vectors/client-key/', import.meta.url);
const password = 'client-key-test';
const vectorPath = (name: string) => new URL(name, vectors).pathname;
const vectorText = (name: string) => readFileSync(new URL(name, vectors), 'utf8');

const load = (options: ClientKeyOptions) => new ClientKeyProvider(options, 'instanceConfig').get();

async function failureOf(work: () => unknown): Promise<KmsConfigurationError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof KmsConfigurationError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

async function expectSigns(options: ClientKeyOptions, publicKey: string) {
  const key = await load(options);
  const signature = Buffer.from(await key.sign('POST\né'), 'base64');
  expect(createVerify('RSA-SHA256').update('POST\né').verify(publicKey, signature)).toBe(true);
  return key;
}

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'kms-client-key-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('a client key', () => {
  const pem = vectorText('rsa-2048.pkcs8.pem');

  it.each(['pbes2-aes-256', 'pbe-3des', 'pbe-rc2-40'])('opens from a file with %s', async (name) => {
    const key = await expectSigns({ clientKeyFile: vectorPath(`${name}.json`), password }, pem);
    expect(key.keyId).toBe(`KAAP.test-${name}`);
    expect(key.validUntil?.getUTCFullYear()).toBe(2096);
  });

  it('opens from the content of the file, with a byte order mark and line breaks in the base64 too', async () => {
    const content = vectorText('pbes2-aes-256.json');
    await expectSigns({ clientKeyContent: content, password }, pem);
    const { KeyId, PrivateKeyData } = JSON.parse(content);
    const wrapped = JSON.stringify({ KeyId, PrivateKeyData: PrivateKeyData.replace(/.{64}/g, '$&\n') });
    await expectSigns({ clientKeyContent: `\uFEFF${wrapped}`, password }, pem);
  });

  it.each(['rsa-2048.pkcs8.pem', 'rsa-2048.pkcs1.pem'])(
    'is made of an id and %s, with or without armour',
    async (name) => {
      const text = vectorText(name);
      const key = await expectSigns({ accessKeyId: 'KAAP.pem', privateKey: text }, pem);
      expect(key).toMatchObject({ keyId: 'KAAP.pem', validUntil: undefined });
      const body = text.replace(/-----.*-----|\n/g, '');
      await expectSigns({ accessKeyId: 'KAAP.pem', privateKey: body }, pem);
    },
  );

  it.each([
    ['as openssl does by itself', []],
    ['as openssl 1.1 did', ['-legacy']],
    ['with AES-128 and a SHA-512 MAC', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC', '-macalg', 'sha512']],
  ])('made now %s opens', async (_how, options) => {
    const file = (name: string) => join(directory, name);
    const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-noenc',
      '-subj',
      '/CN=x',
      '-days',
      '30',
      '-keyout',
      file('k.pem'),
      '-out',
      file('c.pem'),
    );
    const der = openssl(
      'pkcs12',
      '-export',
      '-inkey',
      file('k.pem'),
      '-in',
      file('c.pem'),
      '-passout',
      'pass:p@ss w0rd',
      ...options,
    );
    const clientKeyContent = JSON.stringify({ KeyId: 'KAAP.new', PrivateKeyData: der.toString('base64') });
    const key = await expectSigns({ clientKeyContent, password: 'p@ss w0rd' }, readFileSync(file('k.pem'), 'utf8'));
    expect(key.validUntil?.getTime()).toBeGreaterThan(Date.now());
  });

  it('is read with a byte order mark and blanks around the text of its file', async () => {
    const clientKeyContent = `\ufeff\r\n  ${vectorText('pbe-3des.json')}\n\n`;
    const provider = new ClientKeyProvider({ clientKeyContent, password }, 'x');
    expect((await provider.get()).keyId).toBe('KAAP.test-pbe-3des');
  });

  it.each([`${password}\n`, `${password}\r\n`, ` ${password}`, `\ufeff${password}`])(
    'says that the password %j came with something around it',
    async (given) => {
      const provider = new ClientKeyProvider({ clientKeyContent: vectorText('pbe-3des.json'), password: given }, 'x');
      const error = await failureOf(() => provider.get());
      expect(error).toMatchObject({ code: 'ClientKey.WrongPassword' });
      expect(error.message).toMatch(/the one given begins or ends with a line break, a blank or a byte order mark$/);
      expect(error.message).not.toContain(password);
    },
  );

  it('says that a MAC by PBMAC1 is not supported, not that it is no PKCS#12', async () => {
    const { KeyId, PrivateKeyData } = JSON.parse(vectorText('pbes2-aes-256.json'));
    const der = Buffer.from(PrivateKeyData, 'base64').toString('hex');
    // The last algorithm is that of the MAC: a digest in older files, id-PBMAC1 in those of RFC 9579.
    const at = Math.max(der.lastIndexOf('608648016503040201'), der.lastIndexOf('06052b0e03021a') + 4);
    const changed = `${der.slice(0, at)}2a864886f70d01050e${der.slice(at + 18)}`;
    expect(changed).toHaveLength(der.length);
    const content = { KeyId, PrivateKeyData: Buffer.from(changed, 'hex').toString('base64') };
    const provider = new ClientKeyProvider({ clientKeyContent: JSON.stringify(content), password }, 'x');
    const error = await failureOf(() => provider.get());
    expect(error.code).toBe('ClientKey.Unreadable');
    expect(error.message).toContain('the MAC of its PKCS#12 is PBMAC1 (RFC 9579), which is not supported');
  });

  it('is loaded once for all who ask at the same time, and kept', async () => {
    const provider = new ClientKeyProvider({ clientKeyContent: vectorText('pbe-3des.json'), password }, 'x');
    const [first, second] = await Promise.all([provider.get(), provider.get()]);
    expect(second).toBe(first);
    expect(await provider.get()).toBe(first);
  });

  it('is tried again after a failure: the file may have been put right', async () => {
    const clientKeyFile = join(directory, 'late.json');
    const provider = new ClientKeyProvider({ clientKeyFile, password }, 'x');
    const error = await failureOf(() => provider.get());
    expect(error.code).toBe('ClientKey.Unreadable');
    expect(error.message).toBe(`client key file ${clientKeyFile} cannot be read: no such file or directory (ENOENT)`);
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
    writeFileSync(clientKeyFile, vectorText('pbe-3des.json'));
    expect((await provider.get()).keyId).toBe('KAAP.test-pbe-3des');
  });
});

describe('a client key that does not open', () => {
  const { KeyId, PrivateKeyData } = JSON.parse(vectorText('pbes2-aes-256.json'));
  const content = (value: unknown) => ({ clientKeyContent: JSON.stringify(value), password });
  const where = 'instanceConfig.clientKeyContent';

  it.each(['pbes2-aes-256', 'pbe-3des', 'pbe-rc2-40', 'no-rsa-key'])(
    'says that the password is wrong: %s',
    async (name) => {
      const error = await failureOf(() =>
        load({ clientKeyFile: vectorPath(`${name}.json`), password: 'wrong-password' }),
      );
      expect(error.code).toBe('ClientKey.WrongPassword');
      expect(error.message).toContain(`${name}.json: the password does not open it`);
    },
  );

  it.each([
    ['no JSON', { clientKeyContent: 'MIIEvQIBADANBg', password }, `${where} is not a client key`],
    ['JSON that is no object', content('x'), `${where} is not a client key`],
    ['no KeyId', content({ PrivateKeyData }), `${where}: KeyId is missing`],
    ['no PrivateKeyData', content({ KeyId, PrivateKeyData: '' }), `${where}: PrivateKeyData is missing`],
    ['no base64', content({ KeyId, PrivateKeyData: '<key>' }), `${where}: PrivateKeyData is not base64`],
    ['a PKCS#12 cut short', content({ KeyId, PrivateKeyData: PrivateKeyData.slice(0, 800) }), 'truncated'],
    ['other ASN.1', content({ KeyId, PrivateKeyData: 'MAMCAQM=' }), 'not a readable PKCS#12'],
    ['no RSA key', { clientKeyFile: vectorPath('no-rsa-key.json'), password }, 'holds no RSA private key'],
    [
      'a directory',
      { clientKeyFile: vectorPath('.'), password },
      'cannot be read: illegal operation on a directory (EISDIR)',
    ],
    ['a public key', { accessKeyId: 'a', privateKey: '-----BEGIN PUBLIC KEY-----' }, 'is not a readable private key'],
    ['no DER', { accessKeyId: 'a', privateKey: 'AAAA' }, 'instanceConfig.privateKey is not a private key'],
    ['no text of a key', { accessKeyId: 'a', privateKey: '/path/key.pem' }, 'instanceConfig.privateKey is not base64'],
  ] satisfies [string, ClientKeyOptions, string][])('says what is wrong: %s', async (_what, options, message) => {
    const error = await failureOf(() => load(options));
    expect(error.code).toBe('ClientKey.Unreadable');
    expect(error.message).toContain(message);
  });

  it('says of which type a key is that is not RSA', async () => {
    const privateKey = execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519'], { encoding: 'utf8' });
    const error = await failureOf(() => load({ accessKeyId: 'a', privateKey }));
    expect(error.message).toBe('instanceConfig.privateKey is a key of type ed25519; a client key is RSA');
  });

  it.each([
    ['nothing', {}, 'Config.Missing', 'has no client key'],
    ['empty texts', { clientKeyFile: '', clientKeyContent: '' }, 'Config.Missing', 'has no client key'],
    [
      'no password',
      { clientKeyFile: 'x' },
      'Config.Missing',
      'password is missing or empty: it is the password of clientKeyFile',
    ],
    [
      'an empty password',
      { clientKeyContent: 'x', password: '' },
      'Config.Missing',
      'the password of clientKeyContent',
    ],
    ['no id', { privateKey: 'x' }, 'Config.Missing', 'accessKeyId is missing'],
    [
      'a number as password',
      { clientKeyFile: 'x', password: 12345678 as never },
      'Config.Invalid',
      'password must be a string, not a number',
    ],
    [
      'an id with a line break',
      { accessKeyId: 'a\n', privateKey: 'x' },
      'Config.Invalid',
      'accessKeyId has spaces or line breaks',
    ],
    [
      'two of them',
      { clientKeyFile: 'x', privateKey: 'y' },
      'Config.Invalid',
      'only one of clientKeyFile and privateKey',
    ],
  ] satisfies [string, ClientKeyOptions, string, string][])(
    'is refused at once when given as %s',
    async (_what, options, code, message) => {
      const error = await failureOf(() => new ClientKeyProvider(options, 'instanceConfig'));
      expect(error.code).toBe(code);
      expect(error.message).toContain(message);
    },
  );
});

describe('a client key keeps its secrets', () => {
  it('in inspect and JSON of provider and key', async () => {
    const clientKeyContent = vectorText('pbe-3des.json');
    const provider = new ClientKeyProvider({ clientKeyContent, password }, 'x');
    const shown = [provider, await provider.get()]
      .map((object) => inspect(object, { depth: 9, showHidden: true }) + JSON.stringify(object))
      .join();
    expect(shown).toContain('KAAP.test-pbe-3des');
    expect(shown).not.toContain(password);
    expect(shown).not.toMatch(/PRIVATE|PrivateKeyData|KeyObject/);
  });

  it.each([
    ['password', { clientKeyFile: vectorPath('pbe-3des.json'), password: 'top-secret-1' }],
    ['content', { clientKeyContent: 'top-secret-1 and more', password }],
    ['key', { accessKeyId: 'a', privateKey: 'topsecret1AAAA' }],
  ] satisfies [string, ClientKeyOptions][])('in errors: %s', async (_what, options) => {
    const error = await failureOf(() => load(options));
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/top-?secret/);
  });
});
