import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { refused } from '../failures.js';
import { detect } from '../io/encodings.js';
import { readInput } from '../io/files.js';
import { addCommand } from './command.js';

const makers = { advance: 'a KMS instance (Advance* APIs)', openapi: 'KMS through OpenAPI' };

export function register(program: Command, context: CliContext): void {
  addCommand<object>(
    context,
    program,
    { usage: 'inspect [file]', summary: 'say what a ciphertext is, offline' },
    async (session, _options, file) => {
      const { bytes, encoding } = detect(
        await readInput(session.context, file, 'Paste the ciphertext'),
        'the ciphertext',
      );
      const { inspectCiphertext } = await import('alibabacloud-kms-sdk');
      const found = inspectCiphertext(bytes);
      if (!found) {
        const size = [256, 384, 512].includes(bytes.length)
          ? `; its ${bytes.length} bytes are what RSA_${bytes.length * 8} makes`
          : '';
        throw refused(
          `this says nothing about itself: no ciphertext of a symmetric key, or one without its beginning${size}`,
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
            `(${plaintextBytes} of plaintext${format === 'openapi' ? ' in base64' : ''}), made by ${makers[format]}${encoding === 'raw' ? '' : `, written in ${encoding}`}`,
        },
      );
    },
  );
}
