import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { decode, type Encoding } from '../io/encodings.js';
import { readInput } from '../io/files.js';
import { pair } from '../io/option-values.js';
import type { Session } from '../session.js';
import { addCommand, encodingOption, keyOption, option, outOption, repeated } from './command.js';
import { keyKind } from './key-kind.js';

export interface EncryptOptions {
  key: string;
  out?: string;
  algorithm?: string;
  keyVersion?: string;
  aad?: string;
  context?: string[];
  inEncoding?: Encoding;
  encoding?: Encoding;
}

export const isAsymmetric = (algorithm: string | undefined): boolean => /^(RSAES_|SM2PKE$)/.test(algorithm ?? '');

const help = `Of a symmetric key, the ciphertext says all that "kms decrypt" needs, but for --aad and --context.
Of an RSA or SM2 key (--algorithm), kms decrypt needs -k and --algorithm again, through OpenAPI --key-version too.

  kms encrypt -k alias/app < config.json > config.json.enc
  kms encrypt -k alias/app config.json -o config.json.enc
  kms encrypt -k alias/rsa --algorithm RSAES_OAEP_SHA_256 --encoding base64 < token`;

export function register(program: Command, context: CliContext): void {
  addCommand<EncryptOptions>(
    context,
    program,
    {
      usage: 'encrypt [file]',
      summary: 'encrypt a file or stdin',
      options: [
        keyOption(),
        outOption('the ciphertext'),
        option('--algorithm <ALGORITHM>', 'default: the first of the key’s spec'),
        option('--key-version <ID>', 'of an asymmetric key, through OpenAPI; default: the current one'),
        option('--aad <TEXT>', 'client key: text that decryption needs again'),
        repeated('--context <NAME=VALUE>', 'AccessKey: what decryption needs again'),
        encodingOption('--in-encoding <ENCODING>', 'how the plaintext is written (default raw)'),
        encodingOption('--encoding <ENCODING>', 'how to write the ciphertext (default raw, on a terminal base64)'),
      ],
      help,
    },
    async (session, options, file) => {
      const input = await readInput(session.context, file, 'Type the plaintext');
      const plaintext = decode(input, options.inEncoding ?? 'raw', 'the plaintext');
      await checkSize(plaintext);
      const ciphertextBlob = await encrypt(session, plaintext, options).catch((error) => {
        throw explained(error, plaintext, options);
      });
      await session.writeBytes(ciphertextBlob, { file: options.out, encoding: options.encoding });
    },
  );
}

/** By what a symmetric key takes; asymmetric ones take less, which their size says. */
async function checkSize({ length }: Uint8Array): Promise<void> {
  if (length === 0) throw usageError('there is nothing to encrypt: the input is empty');
  const { limits } = await import('alibabacloud-kms-sdk');
  if (length <= limits.plaintextMaxBytes) return;
  throw usageError(
    `the plaintext has ${length} bytes, and KMS encrypts at most ${limits.plaintextMaxBytes} in one call: ` +
      'make a data key (kms data-key) and encrypt with that on this machine',
  );
}

async function encrypt(session: Session, plaintext: Uint8Array, options: EncryptOptions): Promise<Uint8Array> {
  const { key: keyId, algorithm, aad } = options;
  const client = await session.client();
  const call = await session.callOptions();
  const context = contextOf(options.context);
  if (isAsymmetric(algorithm)) {
    const given = { algorithm, keyVersionId: options.keyVersion };
    const kind = await keyKind(session, { keyId, purpose: 'encrypt', given });
    return (await client.encrypt({ keyId, plaintext, ...kind }, call)).ciphertextBlob;
  }
  if (await session.usesClientKey()) {
    if (context) throw usageError('--context is for calls with an AccessKey; with a client key, bind data with --aad');
    return (await client.advanceEncrypt({ keyId, plaintext, algorithm, aad }, call)).ciphertextBlob;
  }
  if (aad !== undefined)
    throw usageError('--aad is for calls with a client key; with an AccessKey, bind data with --context');
  return (await client.encrypt({ keyId, plaintext, algorithm, encryptionContext: context }, call)).ciphertextBlob;
}

/** What `--context` gave, by name. */
export function contextOf(texts: readonly string[] | undefined): Record<string, string> | undefined {
  return texts && Object.fromEntries(texts.map((text) => pair('--context', text)));
}

/** What the service leaves unsaid. */
function explained(error: unknown, { length }: Uint8Array, { algorithm }: EncryptOptions): unknown {
  const { code } = error as { code?: unknown };
  if (!(error instanceof Error)) return error;
  if (code === 'UnsupportedOperation' && algorithm === undefined) {
    error.message += ' An RSA key needs --algorithm RSAES_OAEP_SHA_256, one of SM2 --algorithm SM2PKE.';
  }
  if (code === 'InvalidParameter' && isAsymmetric(algorithm)) {
    const sizes = 'RSA_2048 takes 190 bytes, RSA_3072 318, RSA_4096 446 (with RSAES_OAEP_SHA_256)';
    error.message += `; the plaintext has ${length} bytes: ${sizes}. For more, encrypt a data key (kms data-key).`;
  }
  return error;
}
