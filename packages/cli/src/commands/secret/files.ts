import type { Command } from 'commander';
import { childEnvironment } from '../../child/environment.js';
import { signalOf } from '../../child/signals.js';
import type { CliContext } from '../../context.js';
import { usageError } from '../../failures.js';
import { fileText } from '../../io/encodings.js';
import { readInput } from '../../io/files.js';
import { wholeNumber } from '../../io/option-values.js';
import { milliseconds, ttlText, withCache } from '../../secrets/cache.js';
import type { AfterChange } from '../../secrets/watch.js';
import type { Session } from '../../session.js';
import { addCommand, option, outOption, required } from '../command.js';

const renderHelp = `  {{ secret "app/db" }}                         the value
  {{ secret "app/db" "password" }}              one field of a value that is a JSON object
  {{ secret "app/db" "password" | json }}       written as json, dotenv, shell, url or base64 wants it
  {{ "{{" }}                                    text that stands for itself

Nothing is written when a secret or a field is not there. The file is replaced as a whole, and for its owner only (0600).`;

const watchHelp = `  kms secret watch app.env.tmpl -o app.env -- systemctl reload app
  kms secret watch nginx.tmpl -o nginx.key --pid-file /run/nginx.pid --signal SIGHUP

The command is run, and the signal sent, each time that the file has changed. SIGHUP refreshes the secrets at once and reads
the template anew. kms secret render --help tells what a template has.`;

interface WatchOptions {
  out: string;
  ttl?: string;
  pid?: string;
  pidFile?: string;
  signal?: string;
  commandTimeout?: string;
  passCredentials?: boolean;
}

export function registerSecretFiles(secret: Command, context: CliContext): void {
  addCommand<{ out?: string }>(
    context,
    secret,
    {
      usage: 'render <template>',
      summary: 'write a file with secrets, from a template',
      options: [outOption('the result; it is replaced')],
      help: renderHelp,
    },
    async (session, { out }, file) => {
      session.mayGoOut('the secrets', out);
      const template = await readTemplate(session, file);
      if (await showsCalls(session, template.secretNames)) return;
      await withCache(session, {}, async (cache) => {
        const text = await template.render((name) => cache.get(name));
        if (out === undefined || out === '-') return session.writeBytes(Buffer.from(text), {});
        const { replaceFile } = await import('../../secrets/replace-file.js');
        await replaceFile(out, text);
      });
    },
  );

  addCommand<WatchOptions>(
    context,
    secret,
    {
      usage: 'watch <template> [command...]',
      summary: 'keep a file with secrets up to date: write it again when one of them rotates',
      options: [
        required('-o, --out <FILE>', 'file for the result; it is replaced'),
        option('--ttl <SECONDS>', ttlText),
        option('--pid <PID>', 'process to signal when the file has changed'),
        option('--pid-file <FILE>', 'file with the id of that process'),
        option('--signal <SIGNAL>', 'the signal (default SIGHUP)'),
        option('--command-timeout <SECONDS>', 'time limit of the command (default 60)'),
        option('--pass-credentials', 'keep the credentials of kms in the environment of the command'),
      ],
      help: watchHelp,
    },
    async (session, options, file, ...words) => {
      if (file === '-') throw usageError('a template that is watched must be a file, not stdin');
      if (options.out === '-') throw usageError('what is watched is written to a file, not to stdout');
      const after = afterChange(session, options, words.flat());
      const template = await readTemplate(session, file);
      if (await showsCalls(session, template.secretNames)) return;
      const { watch } = await import('../../secrets/watch.js');
      await withCache(session, { ttl: options.ttl }, async (cache) => {
        const content = async () => {
          const current = await readTemplate(session, file);
          return { text: await current.render((name) => cache.get(name)), secretNames: current.secretNames };
        };
        await watch(session, cache, { file: options.out, content, after });
      });
    },
  );
}

async function readTemplate(session: Session, file: string) {
  const { Template } = await import('../../secrets/template.js');
  const text = fileText(await readInput(session.context, file, 'The template'));
  const name = file === '-' ? 'stdin' : file;
  if (text.includes('\ufffd')) throw usageError(`${name} is no template: its text is not UTF-8`);
  return new Template(text, name);
}

const showsCalls = (session: Session, names: readonly string[]): Promise<boolean> =>
  session.showsCalls(...names.map((secretName) => ['getSecretValue', { secretName }] as const));

function afterChange(session: Session, options: WatchOptions, words: readonly string[]): AfterChange {
  const { pid, pidFile, signal, commandTimeout, passCredentials = false } = options;
  if (pid !== undefined && pidFile !== undefined) throw usageError('give --pid or --pid-file, not both');
  const isSent = pid !== undefined || pidFile !== undefined;
  if (signal !== undefined && !isSent) throw usageError('--signal needs --pid or --pid-file: the process that gets it');
  const id = wholeNumber('--pid', pid);
  if (id === 0) throw usageError('--pid must be the id of a process, not 0');
  const name = signalOf('--signal', signal ?? 'SIGHUP');
  const timeoutMs = milliseconds('--command-timeout', commandTimeout, { otherwise: 60, min: 1 });
  const env = childEnvironment(session.context.env, {}, { passCredentials }) as NodeJS.ProcessEnv;
  return {
    ...(isSent && {
      signal: { name, ...(id !== undefined && { pid: id }), ...(pidFile !== undefined && { pidFile }) },
    }),
    ...(words.length > 0 && { command: { words, env, timeoutMs } }),
  };
}
