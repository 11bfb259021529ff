import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { decode, detect } from '../io/encodings.js';
import { readInput } from '../io/files.js';
import type { Session } from '../session.js';
import { addCommand, encodingOption, option, outOption, repeated } from './command.js';
import { contextOf, type EncryptOptions, isAsymmetric } from './encrypt.js';
import { keyKind } from './key-kind.js';

/** Those of encryption; the key is needed only for ciphertexts of asymmetric ones. */
type Options = Partial<EncryptOptions>;

/** What an instance puts before a ciphertext of OpenAPI. */
const advanceHeader = Uint8Array.of(0x24, 0x00, 0x02);

const help = `Takes what kms encrypt writes, raw, in base64 or in hex, whichever gateway made it.

  kms decrypt < config.json.enc > config.json
  kms decrypt -k alias/rsa --algorithm RSAES_OAEP_SHA_256 token.enc --show`;

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      usage: 'decrypt [file]',
      summary: 'decrypt a file or stdin',
      options: [
        outOption('the plaintext; it must not be there yet'),
        option('-k, --key <KEY>', 'only for ciphertexts of asymmetric keys'),
        option('--algorithm <ALGORITHM>', 'as at encryption, of asymmetric keys'),
        option('--key-version <ID>', 'of an asymmetric key, as at encryption; default: the current one'),
        option('--aad <TEXT>', 'as at encryption'),
        repeated('--context <NAME=VALUE>', 'as at encryption'),
        encodingOption('--in-encoding <ENCODING>', 'how the ciphertext is written (default: whichever it is)'),
        encodingOption('--encoding <ENCODING>', 'how to write the plaintext (default raw)'),
      ],
      help,
    },
    async (session, options, file) => {
      session.mayGoOut('the plaintext', options.out);
      const input = await readInput(session.context, file, 'Paste the ciphertext');
      const { inEncoding } = options;
      const blob = inEncoding ? decode(input, inEncoding, 'the ciphertext') : detect(input, 'the ciphertext').bytes;
      const plaintext = await decrypt(session, blob, options);
      await session.writeBytes(plaintext, { file: options.out, encoding: options.encoding, secret: true });
    },
  );
}

async function decrypt(session: Session, blob: Uint8Array, options: Options): Promise<Uint8Array> {
  const { key: keyId, algorithm, aad } = options;
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
      'this is no ciphertext that says which key it needs: was it cut off, or changed on its way? ' +
        'One of an RSA or SM2 key needs -k and --algorithm',
    );
  }
  if (await goesByClientKey(session, format)) {
    if (options.context) throw usageError('--context is for calls with an AccessKey; with a client key it is --aad');
    const ciphertextBlob = format === 'advance' ? blob : Buffer.concat([advanceHeader, blob]);
    const { plaintext } = await client.advanceDecrypt({ ciphertextBlob, aad }, call);
    return format === 'advance' ? plaintext : openApiPlaintext(plaintext);
  }
  if (aad !== undefined) throw usageError('--aad is for calls with a client key; with an AccessKey it is --context');
  const ciphertextBlob = format === 'openapi' ? blob : blob.subarray(advanceHeader.length);
  const encryptionContext = contextOf(options.context);
  return (await client.decrypt({ ciphertextBlob, encryptionContext }, { ...call, gateway: call.gateway ?? 'public' }))
    .plaintext;
}

/** Where both gateways are configured, the one that made the ciphertext opens it. */
async function goesByClientKey(session: Session, format: 'advance' | 'openapi'): Promise<boolean> {
  if (!(await session.usesClientKey())) return false;
  const { region, endpoint, gateway } = await session.settings();
  return format === 'advance' || gateway !== undefined || (region === undefined && endpoint === undefined);
}

/** OpenAPI encrypts the base64 text that it is given. */
function openApiPlaintext(bytes: Uint8Array): Uint8Array {
  const decoded = Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64');
  return decoded.toString('base64') === Buffer.from(bytes).toString('latin1') ? decoded : bytes;
}
