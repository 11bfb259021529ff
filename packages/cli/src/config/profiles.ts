import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { checkPath, configurationError, fileError } from '../failures.js';
import { settings } from './settings.js';

export interface Profile {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  /** Whether `--profile` named it: then the environment does not say which KMS to call. */
  readonly isExplicit: boolean;
  /** Its file; undefined: there is no file, and none is needed. */
  readonly file?: string;
  /** A warning for the user about the file. */
  readonly warning?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Location of profiles: KMS_CONFIG, otherwise `kms/config.yaml` in the configuration directory. */
const configFile = (env: Env): string =>
  env.KMS_CONFIG || join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'kms', 'config.yaml');

const secretFlags = ['access-key-secret', 'security-token', 'client-key-password'];

/**
 * Reads a profile. Default: that of KMS_PROFILE, otherwise `default`, which may be missing.
 *
 * @param named by `--profile`
 *
 * @throws CliError for a named profile that does not exist, and for an invalid file
 */
export async function readProfile(env: Env, named?: string): Promise<Profile> {
  const wanted = named ?? (env.KMS_PROFILE || undefined);
  const isExplicit = named !== undefined;
  const file = configFile(env);
  const text = await read(file, wanted !== undefined || Boolean(env.KMS_CONFIG));
  const name = wanted ?? 'default';
  if (text === undefined) return { name, values: {}, isExplicit };
  const profiles = await parse(file, text);
  const given = profiles[name];
  if (given === undefined && wanted !== undefined) {
    const there = Object.keys(profiles).join(', ') || 'none';
    throw configurationError(`${file} has no profile ${name}; there is: ${there}`);
  }
  const values = checkValues(file, name, given ?? {});
  const warning = await warnOfReaders(file, values);
  return { name, values, isExplicit, file, ...(warning !== undefined && { warning }) };
}

/** The names of all profiles; empty if there is no file. */
export async function profileNames(env: Env): Promise<string[]> {
  const text = await read(configFile(env), false);
  return text === undefined ? [] : Object.keys(await parse(configFile(env), text));
}

async function read(file: string, isNeeded: boolean): Promise<string | undefined> {
  checkPath('KMS_CONFIG', file);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !isNeeded) return undefined;
    throw fileError(`configuration file ${file} cannot be read`, error);
  }
}

async function parse(file: string, text: string): Promise<Record<string, unknown>> {
  const { parse: parseYaml } = await import('yaml');
  let content: unknown;
  try {
    content = parseYaml(text);
  } catch (error) {
    // The parser quotes lines, which may contain a secret.
    const [at] = (error as { linePos?: { line: number }[] }).linePos ?? [];
    throw configurationError(`${file} is no YAML${at ? `: see line ${at.line}` : ''}`);
  }
  const profiles = isObject(content) ? content.profiles : content === null ? {} : undefined;
  if (!isObject(profiles)) throw configurationError(`${file} must have profiles: with a profile by each name`);
  return profiles;
}

function checkValues(file: string, name: string, given: unknown): Record<string, string> {
  if (!isObject(given)) throw configurationError(`${file}: profile ${name} must be settings by name`);
  const known = settings.map(({ flag }) => flag as string);
  return Object.fromEntries(
    Object.entries(given).map(([field, value]) => {
      if (!known.includes(field)) {
        throw configurationError(
          `${file}: profile ${name} has ${field}, which is no setting; there is: ${known.join(', ')}`,
        );
      }
      if (typeof value === 'object') throw configurationError(`${file}: ${field} of profile ${name} must be a text`);
      return [field, String(value)];
    }),
  );
}

async function warnOfReaders(file: string, values: Record<string, string>): Promise<string | undefined> {
  if (process.platform === 'win32' || !secretFlags.some((flag) => flag in values)) return undefined;
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return undefined;
  return `${file} holds a secret, and others on this machine may read it: chmod 600 ${file}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
