import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { refused } from '../failures.js';
import { detect } from '../io/encodings.js';
import { readGivenFile, readInput } from '../io/files.js';
import { catalog } from './catalog.js';
import { addCommand, keyOption, option, required } from './command.js';
import { keyKind } from './key-kind.js';
import { messageOf } from './message.js';

interface Options {
  key: string;
  signature: string;
  algorithm?: string;
  keyVersion?: string;
  digest?: boolean;
}

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog.verify,
      options: [
        keyOption(),
        required('--signature <FILE>', 'the signature, raw, in base64 or in hex'),
        option('--algorithm <ALGORITHM>', 'algorithm of the signature; default: the first of the key’s spec'),
        option('--key-version <ID>', 'key version, with an AccessKey; default: the current one'),
        option('--digest', 'the input is the digest of the message: 32 bytes, raw, hex or base64'),
      ],
    },
    async (session, { key: keyId, ...options }, file) => {
      const signature = detect(await readGivenFile(options.signature), 'the signature').bytes;
      const input = await readInput(session.context, file, 'Type the message');
      const given = { algorithm: options.algorithm, keyVersionId: options.keyVersion };
      const kind = await keyKind(session, { keyId, purpose: 'sign', given });
      const message = await messageOf(session, { input, keyId, isDigest: options.digest === true, kind });
      const client = await session.client();
      const answer = await client.verify({ keyId, signature, ...message, ...kind }, await session.callOptions());
      await session.print(answer, { text: answer.value ? 'The signature is genuine.' : 'The signature is wrong.' });
      if (!answer.value) throw refused();
    },
  );
}
