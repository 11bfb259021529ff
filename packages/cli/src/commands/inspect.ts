import type { MessageDescription } from 'alibabacloud-kms-sdk/envelope';
import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { findMessage } from '../data/message-kind.js';
import { refused } from '../failures.js';
import { openInput } from '../io/input.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand } from './command.js';

const makers = { instance: 'a KMS instance (Advance* APIs)', public: 'the public gateway' };

const help = `Shows format, keys and context of a ciphertext of KMS, a file of age or a message of an Encryption SDK. Nothing is sent, and
nothing is verified: whoever changed a message can have changed these too.`;

export function register(program: Command, context: CliContext): void {
  addCommand<object>(context, program, { ...catalog.inspect, help }, async (session, _options, file) => {
    const input = await openInput(session.context, file, 'Paste the ciphertext');
    try {
      const found = await findMessage(input, 'the ciphertext');
      if (found.kind === 'message') await printMessage(session, found.description, found.encoding);
      else await printCiphertext(session, found.bytes, found.encoding);
    } finally {
      input.close();
    }
  });
}

const formatNames: Readonly<Record<MessageDescription['format'], string>> = {
  age: 'file of age v1',
  asn1: 'message of the Encryption SDKs',
  'asn1-body': 'message of the Encryption SDKs, its header kept in a secret',
  'java-stream': 'stream of the Encryption SDK for Java',
  'java-stream-body': 'stream of the Encryption SDK for Java, its header kept in a secret',
};

async function printMessage(session: Session, description: MessageDescription, encoding: string): Promise<void> {
  const { format, algorithm, context, recipients, headerBytes, dataKeys } = description;
  const keys = dataKeys.map(({ keyArn, keyVersionId }) => ({ keyArn, keyVersionId }));
  await session.print({
    format,
    what: formatNames[format],
    algorithm,
    keys,
    context,
    recipients,
    headerBytes,
    encoding,
  });
}

async function printCiphertext(session: Session, bytes: Uint8Array, encoding: string): Promise<void> {
  const { inspectCiphertext } = await import('alibabacloud-kms-sdk');
  const found = inspectCiphertext(bytes);
  if (!found) {
    const size = [256, 384, 512].includes(bytes.length)
      ? `; its ${bytes.length} bytes are what RSA_${bytes.length * 8} makes`
      : '';
    throw refused(
      `this says nothing about itself: no ciphertext of a symmetric key, no message, or one without its beginning${size}`,
    );
  }
  const { keyVersionId, format, algorithm, plaintextBytes, iv } = found;
  await session.print(
    {
      format,
      madeBy: makers[format],
      keyVersionId,
      algorithm: algorithm ?? 'AES_GCM or SM4_GCM',
      bytes: bytes.length,
      plaintextBytes,
      iv,
      encoding,
    },
    {
      text:
        `KMS ciphertext, key version ${keyVersionId}, ${algorithm ?? 'GCM of the key’s cipher'}, ${bytes.length} bytes ` +
        `(${plaintextBytes} of plaintext${format === 'public' ? ' in base64' : ''}), made by ${makers[format]}${encoding === 'raw' ? '' : `, written in ${encoding}`}`,
    },
  );
}
