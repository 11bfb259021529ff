#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { prepareFirstKeyPair } from './start/first-key-pair.js';
import type { LocalKms, StartOptions } from './start.js';

const defaultDataDir = '.kms-local';

const usage = `Local KMS for development, tests and CI. It is not a replacement for KMS.

Usage: kms-local [options]

  --data DIR              keep everything in DIR (default ${defaultDataDir}), made when it does not exist
  --memory                keep nothing
  --port PORT             port to listen on; 0, the default, takes a free one
  --host HOST             address to listen on (default 127.0.0.1)
  --name NAME             further host name or IP address of the server's certificate; may be repeated
  --region REGION         region that ARNs carry (default cn-hangzhou)
  --passphrase-file FILE  derive the root key of DIR from the text in FILE; or set KMS_LOCAL_PASSPHRASE
  --json                  print one line of JSON when ready
  --version               print the version
  --help                  print this text
`;

/** The command line was wrong: exit code 2. */
class UsageError extends Error {}

interface Command {
  action: 'start' | 'help' | 'version';
  json: boolean;
  options: StartOptions;
}

function parse(args: string[]): Command {
  let values: ReturnType<typeof parseOptions>;
  try {
    values = parseOptions(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { json, memory, data, host, name: names, region: regionId } = values;
  if (memory && data !== undefined) throw new UsageError('--memory and --data exclude each other');
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port)) throw new UsageError(`--port must be 0 to 65535, not ${values.port}`);
  const dataDir = memory ? undefined : (data ?? defaultDataDir);
  const passphrase = memory ? undefined : readPassphrase(values['passphrase-file']);
  const action = values.help ? 'help' : values.version ? 'version' : 'start';
  return { action, json, options: { port, host, dataDir, names, regionId, passphrase } };
}

const parseOptions = (args: string[]) =>
  parseArgs({
    args,
    options: {
      data: { type: 'string' },
      memory: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      host: { type: 'string' },
      name: { type: 'string', multiple: true },
      region: { type: 'string' },
      'passphrase-file': { type: 'string' },
      json: { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;

function readPassphrase(file: string | undefined): string | undefined {
  if (file === undefined) return process.env.KMS_LOCAL_PASSPHRASE;
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    throw new UsageError(`--passphrase-file: ${(error as Error).message}`);
  }
}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string;

/** What `--json` prints: the names are an interface that programs in other languages read. */
const facts = (kms: LocalKms) => ({
  endpoint: kms.endpoint,
  host: kms.host,
  port: kms.port,
  caFile: kms.caFile,
  regionId: kms.regionId,
  accessKeyId: kms.accessKeyId,
  accessKeySecret: kms.accessKeySecret,
  instanceId: kms.instanceId,
  clientKeyFile: kms.clientKeyFile,
  clientKeyPassword: kms.clientKeyPassword,
  dataDir: kms.dataDir ?? null,
});

const summary = (kms: LocalKms): string => `Local KMS for development, tests and CI. It is not a replacement for KMS.

endpoint             ${kms.endpoint}   (public and instance gateway)
CA to trust          ${kms.caFile}
region               ${kms.regionId}
AccessKey id         ${kms.accessKeyId}
AccessKey secret     ${kms.accessKeySecret}
instance             ${kms.instanceId}
client key           ${kms.clientKeyFile}
client key password  ${kms.clientKeyPassword}
data                 ${kms.dataDir ?? 'in memory: gone when this stops'}

Ready. Ctrl+C stops it.`;

async function run(): Promise<void> {
  const { action, json, options } = parse(process.argv.slice(2));
  if (action === 'help') return console.log(usage.trimEnd());
  if (action === 'version') return console.log(version());

  prepareFirstKeyPair(options.dataDir);
  const { startLocalKms } = await import('./start.js');
  const kms = await startLocalKms(options);
  const stop = () => {
    kms.close().catch(fail);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(json ? JSON.stringify(facts(kms)) : summary(kms));
}

function fail(error: unknown): void {
  const code = (error as { code?: unknown }).code;
  const wrongUse = error instanceof UsageError || code === 'Start.InvalidOption';
  const foreseen = wrongUse || (typeof code === 'string' && /^(Start|Store)\./.test(code));
  console.error(foreseen ? `kms-local: ${(error as Error).message}` : error);
  process.exitCode = wrongUse ? 2 : 1;
}

run().catch(fail);
