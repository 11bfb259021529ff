import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import type { Encoding } from '../io/encodings.js';
import { wholeNumber } from '../io/option-values.js';
import { catalog } from './catalog.js';
import { addCommand, encodingOption, outOption } from './command.js';

interface Options {
  out?: string;
  encoding?: Encoding;
}

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog.random,
      options: [
        outOption('the bytes; it must not exist yet'),
        encodingOption('--encoding <ENCODING>', 'encoding of the output (default raw, on a terminal base64)'),
      ],
    },
    async (session, { out, encoding }, bytes) => {
      const length = wholeNumber('the number of bytes', bytes) as number;
      const client = await session.client();
      const { random } = await client.generateRandom({ length }, await session.callOptions());
      const onTerminal = out === undefined && session.context.isTerminal.stdout;
      await session.writeBytes(random, {
        file: out,
        encoding: encoding ?? (onTerminal ? 'base64' : 'raw'),
        secret: true,
      });
    },
  );
}
