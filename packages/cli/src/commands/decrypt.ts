import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { findMessage } from '../data/message-kind.js';
import { openInput as openMessage } from '../data/open.js';
import { isFile, send } from '../data/send.js';
import { usageError } from '../failures.js';
import { decode, detect, type Encoding } from '../io/encodings.js';
import { type Input, openInput } from '../io/input.js';
import { checkOutput } from '../io/output-file.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand, encodingOption, forceOption, option, outOption, repeated } from './command.js';
import { contextOf, type EncryptOptions, isAsymmetric } from './encrypt.js';
import { keyKind } from './key-kind.js';

/** The options of encryption; keys are needed only for ciphertexts of asymmetric keys, and for headers in a secret. */
interface Options extends Partial<EncryptOptions> {
  headerSecret?: string;
  allowUnauthenticated?: boolean;
  allowLegacy?: boolean;
}

/** The prefix of an instance before a ciphertext of the public gateway. */
const advanceHeader = Uint8Array.of(0x24, 0x00, 0x02);

const help = `Takes what kms encrypt writes, raw, in base64 or in hex, whichever gateway made it; files of age for keys of KMS;
and messages of the Encryption SDKs for Java and Python. The format is detected.
A message of envelope encryption names its keys, and each of them is tried; -k allows no others. What is written was
verified; with -o, the file appears when all of it was.

  kms decrypt < config.json.enc > config.json
  kms decrypt --context backup=monday data.tar.age | tar x
  kms decrypt -k alias/rsa --algorithm RSAES_OAEP_SHA_256 token.enc --show`;

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog.decrypt,
      options: [
        outOption('the plaintext'),
        forceOption(),
        repeated(
          '-k, --key <KEY>',
          'key of an asymmetric ciphertext; for messages, the only keys that may decrypt them',
        ),
        option('--algorithm <ALGORITHM>', 'algorithm of the encryption, for asymmetric keys'),
        option('--key-version <ID>', 'key version of the encryption, for asymmetric keys; default: the current one'),
        option('--aad <TEXT>', 'the aad of the encryption'),
        repeated('--context <NAME=VALUE>', 'the context of the encryption'),
        option('--header-secret <NAME>', 'secret with the header of messages that have none'),
        option('--allow-unauthenticated', 'decrypt CBC and CTR, which do not show whether they were changed'),
        option('--allow-legacy', 'decrypt messages of the Encryption SDK for Java before 1.0.7'),
        encodingOption('--in-encoding <ENCODING>', 'encoding of the ciphertext (default: detected)'),
        encodingOption('--encoding <ENCODING>', 'encoding of the plaintext (default raw)'),
      ],
      help,
    },
    async (session, options, file) => {
      session.mayGoOut('the plaintext', options.out);
      const input = await openInput(session.context, file, 'Paste the ciphertext');
      try {
        const rules = { force: options.force, secret: true, source: input.identity };
        if (isFile(options.out) && !session.isDryRun) await checkOutput(options.out, rules);
        await decryptInput(session, input, options);
      } finally {
        input.close();
      }
    },
  );
}

async function decryptInput(session: Session, source: Input, options: Options): Promise<void> {
  const { inEncoding, key: keys, algorithm, context, aad } = options;
  const { out, encoding, force } = options;
  const destination = { out, encoding, force, secret: true };
  const isText = inEncoding === 'base64' || inEncoding === 'hex';
  const input = isText ? source.withBytes(decode(await source.whole(), inEncoding, 'the ciphertext')) : source;
  const found = isAsymmetric(algorithm)
    ? undefined
    : await findMessage(input, 'the ciphertext', inEncoding === undefined ? undefined : 'raw');
  if (found?.kind === 'message') {
    if (aad !== undefined) throw usageError('--aad is for ciphertexts of KMS itself; of a message it is --context');
    const { headerSecret, allowUnauthenticated, allowLegacy } = options;
    const plan = { keys, context: contextOf(context) ?? {}, headerSecret, allowUnauthenticated, allowLegacy };
    return openMessage(session, found.input, found.description, plan, destination);
  }
  const plaintext = await decrypt(session, found?.bytes ?? (await bytesOf(input, inEncoding)), options);
  await send(session, source.withBytes(plaintext), undefined, destination);
}

/** For asymmetric keys, whose ciphertexts have no fixed prefix. */
async function bytesOf(input: Input, inEncoding: Encoding | undefined): Promise<Uint8Array> {
  const bytes = await input.whole();
  return inEncoding === undefined ? detect(bytes, 'the ciphertext').bytes : bytes;
}

async function decrypt(session: Session, blob: Uint8Array, options: Options): Promise<Uint8Array> {
  const { algorithm, aad } = options;
  const [keyId] = options.key ?? [];
  const client = await session.client();
  const call = await session.callOptions();
  if (keyId !== undefined && isAsymmetric(algorithm)) {
    const given = { algorithm, keyVersionId: options.keyVersion };
    const kind = await keyKind(session, { keyId, purpose: 'encrypt', given });
    return (await client.decrypt({ keyId, ciphertextBlob: blob, ...kind }, call)).plaintext;
  }
  const { inspectCiphertext } = await import('alibabacloud-kms-sdk');
  const format = inspectCiphertext(blob)?.format;
  if (format === undefined) {
    throw usageError(
      'this ciphertext does not say which key it needs: was it cut off, or changed in transit? ' +
        'One of an RSA or SM2 key needs -k and --algorithm',
    );
  }
  if (await goesByClientKey(session, format)) {
    if (options.context) throw usageError('--context is for calls with an AccessKey; with a client key it is --aad');
    const ciphertextBlob = format === 'instance' ? blob : Buffer.concat([advanceHeader, blob]);
    const { plaintext } = await client.advanceDecrypt({ ciphertextBlob, aad }, call);
    return format === 'instance' ? plaintext : publicPlaintext(plaintext);
  }
  if (aad !== undefined) throw usageError('--aad is for calls with a client key; with an AccessKey it is --context');
  const ciphertextBlob = format === 'public' ? blob : blob.subarray(advanceHeader.length);
  const encryptionContext = contextOf(options.context);
  return (await client.decrypt({ ciphertextBlob, encryptionContext }, { ...call, gateway: call.gateway ?? 'public' }))
    .plaintext;
}

/** If both gateways are configured, the one that encrypted also decrypts. */
async function goesByClientKey(session: Session, format: 'instance' | 'public'): Promise<boolean> {
  if (!(await session.usesClientKey())) return false;
  const { region, endpoint, gateway } = await session.settings();
  return format === 'instance' || gateway !== undefined || (region === undefined && endpoint === undefined);
}

/** With an AccessKey, KMS encrypts base64 text. */
function publicPlaintext(bytes: Uint8Array): Uint8Array {
  const decoded = Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64');
  return decoded.toString('base64') === Buffer.from(bytes).toString('latin1') ? decoded : bytes;
}
