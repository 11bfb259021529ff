import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { writeGivenFile } from '../io/files.js';
import { wholeNumber } from '../io/option-values.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand, keyOption, option, repeated } from './command.js';
import { contextOf } from './encrypt.js';

interface Options {
  key: string;
  bytes?: string;
  aad?: string;
  context?: string[];
  plaintextFile?: string;
  ciphertextFile?: string;
}

const help = `The data key encrypts data on this machine; store its ciphertext beside the data, and forget the data key.
kms decrypt decrypts the ciphertext again.

  kms data-key -k alias/app --plaintext-file dk --ciphertext-file dk.enc`;

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog['data-key'],
      options: [
        keyOption(),
        option('--bytes <N>', 'length of the data key, 1 to 1024 (default 32)'),
        option('--plaintext-file <FILE>', 'file for the plaintext data key; it must not exist yet'),
        option('--ciphertext-file <FILE>', 'file for its ciphertext'),
        option('--aad <TEXT>', 'client key: text that decryption needs again'),
        repeated('--context <NAME=VALUE>', 'AccessKey: encryption context that decryption needs again'),
      ],
      help,
    },
    async (session, options) => {
      const { plaintext, ...answer } = await makeDataKey(session, options);
      const { plaintextFile, ciphertextFile } = options;
      if (plaintextFile !== undefined) await writeGivenFile(plaintextFile, plaintext, { secret: true });
      if (ciphertextFile !== undefined) await writeGivenFile(ciphertextFile, answer.ciphertextBlob);
      await session.print({ ...answer, ...(plaintextFile === undefined ? { plaintext } : { plaintextFile }) });
    },
  );
}

async function makeDataKey(session: Session, { key: keyId, bytes, aad, context }: Options) {
  const numberOfBytes = wholeNumber('--bytes', bytes);
  const client = await session.client();
  const call = await session.callOptions();
  if (await session.usesClientKey()) {
    if (context) throw usageError('--context is for calls with an AccessKey; with a client key, bind data with --aad');
    return client.advanceGenerateDataKey({ keyId, numberOfBytes, aad }, call);
  }
  if (aad !== undefined)
    throw usageError('--aad is for calls with a client key; with an AccessKey, bind data with --context');
  return client.generateDataKey({ keyId, numberOfBytes, encryptionContext: contextOf(context) }, call);
}
