import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { refused, usageError } from '../failures.js';
import { detect, type Encoding } from '../io/encodings.js';
import { readGivenFile, readInput } from '../io/files.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand, encodingOption, keyOption, option, outOption } from './command.js';

interface Options {
  key: string;
  algorithm?: string;
  check?: string;
  out?: string;
  encoding?: Encoding;
}

const help = `  kms mac -k alias/hmac message -o message.mac
  kms mac -k alias/hmac message --check message.mac`;

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog.mac,
      options: [
        keyOption(),
        option('--algorithm <ALGORITHM>', 'e.g. HMAC_SHA_256; default: that of the key'),
        option('--check <FILE>', 'verify this MAC, raw, in base64 or in hex; exits with 1 if it is wrong'),
        outOption('the MAC'),
        encodingOption('--encoding <ENCODING>', 'encoding of the MAC (default raw, on a terminal base64)'),
      ],
      help,
    },
    async (session, { key: keyId, check, out, encoding, ...options }, file) => {
      const mac = check === undefined ? undefined : detect(await readGivenFile(check), 'the MAC').bytes;
      const message = await readInput(session.context, file, 'Type the message');
      const algorithm = options.algorithm ?? (await algorithmOf(session, keyId));
      const client = await session.client();
      const call = await session.callOptions();
      if (mac === undefined) {
        const answer = await client.generateMac({ keyId, algorithm, message }, call);
        return session.writeBytes(answer.mac, { file: out, encoding });
      }
      const answer = await client.verifyMac({ keyId, algorithm, message, mac }, call);
      await session.print(answer, { text: answer.value ? 'The MAC is right.' : 'The MAC is wrong.' });
      if (!answer.value) throw refused();
    },
  );
}

/** A MAC key has a single algorithm, named like its spec. */
async function algorithmOf(session: Session, keyId: string): Promise<string> {
  if (session.isDryRun) return 'HMAC_SHA_256';
  const client = await session.client();
  const { keySpec } = (await client.describeKey({ keyId }, await session.callOptions())).keyMetadata;
  if (keySpec.startsWith('HMAC_')) return keySpec;
  throw usageError(`a key of ${keySpec} makes no MACs`);
}
