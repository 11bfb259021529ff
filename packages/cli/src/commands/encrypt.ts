import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { sealInput } from '../data/seal.js';
import { isFile, send } from '../data/send.js';
import { usageError } from '../failures.js';
import { decode, type Encoding } from '../io/encodings.js';
import { type Input, openInput } from '../io/input.js';
import { pair } from '../io/option-values.js';
import { checkOutput } from '../io/output-file.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand, choice, encodingOption, forceOption, option, outOption, repeated } from './command.js';
import { keyKind } from './key-kind.js';

export interface EncryptOptions {
  key: string[];
  out?: string;
  force?: boolean;
  format?: (typeof formats)[number];
  algorithm?: string;
  keyVersion?: string;
  aad?: string;
  context?: string[];
  recipient?: string[];
  inEncoding?: Encoding;
  encoding?: Encoding;
}

/** `kms`: one call to KMS. The others are envelope encryption. */
const formats = ['kms', 'age', 'asn1', 'java-stream'] as const;

export const isAsymmetric = (algorithm: string | undefined): boolean => /^(RSAES_|SM2PKE$)/.test(algorithm ?? '');

const help = `Up to 6,144 bytes KMS encrypts itself. What is longer, or for several keys (-k again), becomes a file of age: it is
encrypted on this machine, in the same memory for any size, with a key of its own that KMS encrypts. kms decrypt tells
them apart, and needs no key for either, but --aad and --context again.
For an RSA or SM2 key (--algorithm), kms decrypt needs -k and --algorithm again, and on the public gateway --key-version.

  kms encrypt -k alias/app config.json -o config.json.enc
  tar c data | kms encrypt -k alias/backup --context backup=monday -o data.tar.age
  kms encrypt -k alias/rsa --algorithm RSAES_OAEP_SHA_256 --encoding base64 < token`;

export function register(program: Command, context: CliContext): void {
  addCommand<EncryptOptions>(
    context,
    program,
    {
      ...catalog.encrypt,
      options: [
        repeated(
          '-k, --key <KEY>',
          'the key: its id, its ARN or alias/NAME; each further one can decrypt alone',
        ).makeOptionMandatory(),
        outOption('the ciphertext'),
        forceOption(),
        choice('--format <FORMAT>', 'default: kms up to 6,144 bytes and for one key, else age', formats),
        option(
          '--algorithm <ALGORITHM>',
          'default: the first of the key’s spec; of asn1 and java-stream AES_GCM_NOPADDING_256',
        ),
        option('--key-version <ID>', 'version of an asymmetric key, with an AccessKey; default: the current one'),
        option('--aad <TEXT>', 'format kms, client key: text that decryption needs again'),
        repeated(
          '--context <NAME=VALUE>',
          'AccessKey, and all formats but kms: encryption context that decryption needs again',
        ),
        repeated('--recipient <AGE1…>', 'format age: who can decrypt the file without KMS'),
        encodingOption('--in-encoding <ENCODING>', 'encoding of the plaintext (default raw)'),
        encodingOption('--encoding <ENCODING>', 'encoding of the ciphertext (default raw, on a terminal base64)'),
      ],
      help,
    },
    async (session, options, file) => {
      const source = await openInput(session.context, file, 'Type the plaintext');
      try {
        if (isFile(options.out) && !session.isDryRun)
          await checkOutput(options.out, { force: options.force, source: source.identity });
        const { inEncoding = 'raw' } = options;
        const input =
          inEncoding === 'raw' ? source : source.withBytes(decode(await source.whole(), inEncoding, 'the plaintext'));
        await encryptInput(session, input, options);
      } finally {
        source.close();
      }
    },
  );
}

async function encryptInput(session: Session, input: Input, options: EncryptOptions): Promise<void> {
  const { key: keys, aad, algorithm, recipient: recipients } = options;
  const format = await formatFor(input, options);
  if (format !== 'kms') {
    if (aad !== undefined)
      throw usageError(`--aad is for ciphertexts of KMS itself; bind a message of the format ${format} with --context`);
    const context = contextOf(options.context) ?? {};
    return sealInput(session, input, { keys, format, context, algorithm, recipients }, options);
  }
  const plaintext = await input.whole();
  const ciphertextBlob = await encrypt(session, plaintext, options).catch((error) => {
    throw explained(error, plaintext, options);
  });
  await send(session, input.withBytes(ciphertextBlob), undefined, options);
}

/** The requested format, otherwise one that fits. */
async function formatFor(input: Input, options: EncryptOptions): Promise<(typeof formats)[number]> {
  const { key: keys, format, algorithm, recipient } = options;
  const needsEnvelope = keys.length > 1 || recipient !== undefined;
  if (format === 'kms' && needsEnvelope)
    throw usageError('the format kms is for one key and no recipients: leave --format out, or say --format age');
  if (recipient && (format ?? 'age') !== 'age') throw usageError('--recipient is for the format age');
  if (isAsymmetric(algorithm) && (needsEnvelope || (format ?? 'kms') !== 'kms'))
    throw usageError(`${algorithm} encrypts for one key, in the format kms`);
  if (format !== undefined && format !== 'kms') return format;
  const { limits } = await import('alibabacloud-kms-sdk');
  const { length } = await input.head(limits.plaintextMaxBytes + 1);
  if (length === 0) throw usageError('there is nothing to encrypt: the input is empty');
  if (needsEnvelope) return 'age';
  if (length <= limits.plaintextMaxBytes) return 'kms';
  if (format === undefined && !isAsymmetric(algorithm)) return 'age';
  const size = input.sizeBytes ?? (await input.whole()).length;
  const limit = `the plaintext has ${size} bytes, and KMS encrypts at most ${limits.plaintextMaxBytes} in one call`;
  if (format === 'kms') throw usageError(`${limit}: leave --format out, or say --format age`);
  throw usageError(`${limit}, with ${algorithm} less: encrypt it under a symmetric key`);
}

async function encrypt(session: Session, plaintext: Uint8Array, options: EncryptOptions): Promise<Uint8Array> {
  const { algorithm, aad } = options;
  const keyId = options.key[0] as string;
  const client = await session.client();
  const call = await session.callOptions();
  const context = contextOf(options.context);
  if (isAsymmetric(algorithm)) {
    const given = { algorithm, keyVersionId: options.keyVersion };
    const kind = await keyKind(session, { keyId, purpose: 'encrypt', given });
    return (await client.encrypt({ keyId, plaintext, ...kind }, call)).ciphertextBlob;
  }
  if (await session.usesClientKey()) {
    if (context) {
      const advice = 'with a client key, bind data with --aad, or say --format age';
      throw usageError(`--context is for calls with an AccessKey, and for all formats but kms; ${advice}`);
    }
    return (await client.advanceEncrypt({ keyId, plaintext, algorithm, aad }, call)).ciphertextBlob;
  }
  if (aad !== undefined)
    throw usageError('--aad is for calls with a client key; with an AccessKey, bind data with --context');
  return (await client.encrypt({ keyId, plaintext, algorithm, encryptionContext: context }, call)).ciphertextBlob;
}

/** The values of `--context`, by name. */
export function contextOf(texts: readonly string[] | undefined): Record<string, string> | undefined {
  return texts && Object.fromEntries(texts.map((text) => pair('--context', text)));
}

/** Adds what the service's message omits. */
function explained(error: unknown, { length }: Uint8Array, { algorithm }: EncryptOptions): unknown {
  const { code } = error as { code?: unknown };
  if (!(error instanceof Error)) return error;
  if (code === 'UnsupportedOperation' && algorithm === undefined) {
    error.message += ' An RSA key needs --algorithm RSAES_OAEP_SHA_256, one of SM2 --algorithm SM2PKE.';
  }
  if (code === 'InvalidParameter' && isAsymmetric(algorithm)) {
    const sizes = 'RSA_2048 takes 190 bytes, RSA_3072 318, RSA_4096 446 (with RSAES_OAEP_SHA_256)';
    error.message += `; the plaintext has ${length} bytes: ${sizes}. Encrypt more under a symmetric key.`;
  }
  return error;
}
