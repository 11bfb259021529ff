import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import type { Encoding } from '../io/encodings.js';
import { readInput } from '../io/files.js';
import { catalog } from './catalog.js';
import { addCommand, encodingOption, keyOption, option, outOption } from './command.js';
import { keyKind } from './key-kind.js';
import { messageOf } from './message.js';

interface Options {
  key: string;
  out?: string;
  algorithm?: string;
  keyVersion?: string;
  digest?: boolean;
  encoding?: Encoding;
}

const help = `  kms sign -k alias/signer release.tar.gz -o release.sig
  kms verify -k alias/signer --signature release.sig release.tar.gz`;

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog.sign,
      options: [
        keyOption(),
        outOption('the signature'),
        option('--algorithm <ALGORITHM>', 'default: the first of the key’s spec'),
        option('--key-version <ID>', 'key version, with an AccessKey; default: the current one'),
        option('--digest', 'the input is the digest of the message: 32 bytes, raw, hex or base64'),
        encodingOption('--encoding <ENCODING>', 'encoding of the signature (default raw, on a terminal base64)'),
      ],
      help,
    },
    async (session, { key: keyId, ...options }, file) => {
      const input = await readInput(session.context, file, 'Type the message');
      const given = { algorithm: options.algorithm, keyVersionId: options.keyVersion };
      const kind = await keyKind(session, { keyId, purpose: 'sign', given });
      const message = await messageOf(session, { input, keyId, isDigest: options.digest === true, kind });
      const client = await session.client();
      const { signature } = await client.sign({ keyId, ...message, ...kind }, await session.callOptions());
      await session.writeBytes(signature, { file: options.out, encoding: options.encoding });
    },
  );
}
