import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { catalog } from './catalog.js';
import { addCommand, choice, keyOption, option, outOption } from './command.js';
import { keyKind } from './key-kind.js';

interface Options {
  key: string;
  keyVersion?: string;
  format?: 'pem' | 'der' | 'jwk';
  out?: string;
}

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog['public-key'],
      options: [
        keyOption(),
        option('--key-version <ID>', 'key version, with an AccessKey; default: the current one'),
        choice('--format <FORMAT>', 'pem (default), der or jwk', ['pem', 'der', 'jwk']),
        outOption('the public key'),
      ],
    },
    async (session, { key: keyId, keyVersion, format = 'pem', out }) => {
      // The algorithm is irrelevant here; this only prevents a lookup.
      const given = { keyVersionId: keyVersion, algorithm: '' };
      const { keyVersionId } = await keyKind(session, { keyId, purpose: 'sign', given });
      const client = await session.client();
      const key = await client.publicKey(keyId, { ...(await session.callOptions()), keyVersionId });
      if (format === 'der') return session.writeBytes(key.toDer(), { file: out });
      const text = format === 'jwk' ? `${JSON.stringify(key.toJwk(), null, 2)}\n` : `${key.toPem().trimEnd()}\n`;
      await session.writeBytes(Buffer.from(text), { file: out });
    },
  );
}
