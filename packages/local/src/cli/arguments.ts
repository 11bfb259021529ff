import { existsSync, readFileSync } from 'node:fs';
import { getSystemErrorMap, parseArgs } from 'node:util';
import { type ClockStart, parseDuration } from '../clock.js';
import { startDefaults } from '../start/defaults.js';
import type { StartOptions } from '../start.js';

const defaultDataDir = '.kms-local';

export const usage = `Local KMS for development, tests and CI. It is not a replacement for KMS.

Usage: kms-local [options]            start it
       kms-local export [options]     print its keys, secrets and access as a seed, with all secrets in plain text

Where everything is kept
  --data DIR              in DIR (default ${defaultDataDir}), made when it does not exist
  --memory                nowhere
  --database URL          in PostgreSQL, postgres://user:password@host:port/name, shared by several local KMS;
                          or set KMS_LOCAL_DATABASE, so that the password shows in no list of processes
  --passphrase-file FILE  derive the root key from the text in FILE, at least 12 characters; or set KMS_LOCAL_PASSPHRASE
  --seed FILE             begin with the keys, secrets and access in FILE, YAML or JSON; nothing is overwritten
  --files DIR             write ca.pem and the client key to DIR (default: the data directory, or a temporary one)

Where it is reached
  --port PORT             port to listen on; 0, the default, takes a free one
  --host HOST             address to listen on (default ${startDefaults.host})
  --name NAME             further host name or IP address of the server's certificate; may be repeated
  --region REGION         region that ARNs carry (default ${startDefaults.regionId})
  --http-port PORT        plain HTTP for health, readiness, the CA and metrics
  --http-host HOST        address for it (default: that of --host)

Temporary credentials without an AccessKey, for credential chains
  --instance-role NAME    on the HTTP port: of this role, as an ECS instance gets them
  --oidc any|FILE         by AssumeRoleWithOIDC: for every OIDC token, or for those signed with a key of the JWKS in FILE
  --token-client ADDRESS  who gets them unasked (default: this machine); may be repeated

For tests
  --clock TIME            begin at TIME, like 2026-01-31T00:00:00Z, or ahead of this machine's clock by +8d, +12h, +30m, +5s
  --admin                 serve the admin API on 127.0.0.1: clock, faults, requests, reset, snapshots
  --admin-port PORT       its port; 0, the default, takes a free one
  --admin-token-file FILE its token (default: random, shown at the start); or set KMS_LOCAL_ADMIN_TOKEN
  --fault-seed N          draw the same faults as another run with this number

Output
  --json                  print one line of JSON when ready
  --log FORMAT            one line to stderr for each request: text or json (default none)
  --format FORMAT         of export: yaml (default) or json
  --version               print the version
  --help                  print this text
`;

/** Invalid command line: exit code 2. */
export class UsageError extends Error {}

export interface Command {
  action: 'start' | 'export' | 'help' | 'version';
  json: boolean;
  format: 'yaml' | 'json';
  options: StartOptions;
}

export function parse(args: string[], env: NodeJS.ProcessEnv): Command {
  const { values, positionals } = parseOptions(args);
  const { data, memory, host, name: names, region: regionId, seed, files: filesDir, log, format } = values;
  const [command, ...more] = positionals;
  if (more.length > 0 || (command !== undefined && command !== 'export')) {
    throw new UsageError(`unknown command ${positionals.join(' ')}; there is export, and none to start`);
  }
  if (format !== 'yaml' && format !== 'json') throw new UsageError(`--format must be yaml or json, not ${format}`);
  if (memory && data !== undefined) throw new UsageError('--memory and --data exclude each other');
  if (memory && values.database !== undefined) throw new UsageError('--memory and --database exclude each other');
  if (data !== undefined && values.database !== undefined) {
    throw new UsageError('--data and --database exclude each other');
  }
  // The command line overrides the environment.
  const database = values.database ?? (memory || data !== undefined ? undefined : env.KMS_LOCAL_DATABASE);
  const dataDir = memory || database !== undefined ? undefined : (data ?? defaultDataDir);
  const action = values.help ? 'help' : values.version ? 'version' : (command ?? 'start');
  // A start creates the directory; with a mistyped name, an export would be that of a new local KMS.
  if (action === 'export' && dataDir !== undefined && seed === undefined && !existsSync(dataDir)) {
    throw new UsageError(`there is nothing to export: ${dataDir} does not exist; give --data, --database or --seed`);
  }
  return {
    action,
    json: values.json,
    format,
    options: {
      dataDir,
      database,
      passphrase: memory ? undefined : textOf('--passphrase-file', values['passphrase-file'], env.KMS_LOCAL_PASSPHRASE),
      seed,
      filesDir,
      port: number('--port', values.port),
      host,
      names,
      regionId,
      httpPort: number('--http-port', values['http-port']),
      httpHost: values['http-host'],
      instanceRole: values['instance-role'],
      oidc: oidc(values.oidc),
      tokenClients: values['token-client'],
      clock: clockStart(values.clock),
      admin: admin(values, env),
      faultSeed: number('--fault-seed', values['fault-seed']),
      logRequests: logFormat(log),
    },
  };
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        memory: { type: 'boolean', default: false },
        database: { type: 'string' },
        'passphrase-file': { type: 'string' },
        seed: { type: 'string' },
        files: { type: 'string' },
        port: { type: 'string', default: '0' },
        host: { type: 'string' },
        name: { type: 'string', multiple: true },
        region: { type: 'string' },
        'http-port': { type: 'string' },
        'http-host': { type: 'string' },
        'instance-role': { type: 'string' },
        oidc: { type: 'string' },
        'token-client': { type: 'string', multiple: true },
        clock: { type: 'string' },
        admin: { type: 'boolean', default: false },
        'admin-port': { type: 'string' },
        'admin-token-file': { type: 'string' },
        'fault-seed': { type: 'string' },
        json: { type: 'boolean', default: false },
        log: { type: 'string', default: 'none' },
        format: { type: 'string', default: 'yaml' },
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

type Values = ReturnType<typeof parseOptions>['values'];

function admin(values: Values, env: NodeJS.ProcessEnv): StartOptions['admin'] {
  const port = number('--admin-port', values['admin-port']);
  const file = values['admin-token-file'];
  if (!values.admin && port === undefined && file === undefined) return undefined;
  return { port, token: textOf('--admin-token-file', file, env.KMS_LOCAL_ADMIN_TOKEN) };
}

function oidc(value: string | undefined): StartOptions['oidc'] {
  if (value === undefined || value === 'any') return value;
  const text = readOption('--oidc', value);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new UsageError('--oidc: the file is not JSON; it must be a JSON Web Key Set');
  }
}

/** A leading sign distinguishes a duration from a time. */
function clockStart(text: string | undefined): ClockStart | undefined {
  if (text === undefined || !/^[+-]/.test(text)) return text;
  try {
    return parseDuration(text);
  } catch (error) {
    throw new UsageError(`--clock: ${(error as Error).message}`);
  }
}

function logFormat(text: string): 'text' | 'json' | undefined {
  if (text === 'none') return undefined;
  if (text !== 'text' && text !== 'json') throw new UsageError(`--log must be text, json or none, not ${text}`);
  return text;
}

function number(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`${option} must be a number, not ${text}`);
  return Number(text);
}

/** An option that is a secret: from a file, otherwise from the environment, never from the command line. */
function textOf(option: string, file: string | undefined, fromEnvironment: string | undefined): string | undefined {
  if (file === undefined) return fromEnvironment;
  return readOption(option, file).trimEnd();
}

/** Reads a file without naming it in errors: the path may be the secret itself by mistake. */
function readOption(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, errno = 0 } = error as NodeJS.ErrnoException;
    const [, words = 'is it the path of a file?'] = getSystemErrorMap().get(errno) ?? [];
    throw new UsageError(`${option}: the file cannot be read: ${words} (${code})`);
  }
}
