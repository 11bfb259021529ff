import { getSystemErrorMap } from 'node:util';
import { inCommandWords } from './option-words.js';

/** Exit codes of `kms`. These numbers are an interface: scripts depend on them. */
export const exitCodes = {
  done: 0,
  /** The service refused, or a check failed. */
  refused: 1,
  /** Invalid command line. */
  usage: 2,
  /** A missing or invalid setting or credential, or a file that cannot be read or written. */
  configuration: 3,
  /** No response: connection or timeout. */
  connection: 4,
  interrupted: 130,
} as const;

/** A failure that `kms` reports in one line, and its exit code. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    readonly exitCode: number,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** A check failed, or the user did not confirm. Empty message: everything has been reported already. */
export const refused = (message = ''): CliError => new CliError(exitCodes.refused, message);

export const usageError = (message: string): CliError => new CliError(exitCodes.usage, message);

export const configurationError = (message: string, cause?: unknown): CliError =>
  new CliError(exitCodes.configuration, message, { cause });

/**
 * A file that cannot be read or written, with the reason in words.
 *
 * @param what the operation and the file: `ca.pem cannot be read`
 */
export function fileError(what: string, error: unknown): CliError {
  const { code, errno } = error as NodeJS.ErrnoException;
  const [, words] = (errno !== undefined && getSystemErrorMap().get(errno)) || [];
  return configurationError(`${what}: ${words === undefined ? code : `${words} (${code})`}`, error);
}

/**
 * Refuses a path that is really the content of a file: a key, a certificate, a document. No message shows it.
 *
 * @param where the option, or what the path is for
 * @throws CliError
 */
export function checkPath(where: string, path: string): void {
  const isContent = path.length > 4095 || /[\r\n\0]|-----BEGIN|^\s*[{[]|^M[A-Za-z0-9+/]{63,}={0,2}$/.test(path.trim());
  if (isContent) throw usageError(`${where} must be the path of a file, and is the content of one (not shown here)`);
}

const byName: Readonly<Record<string, number>> = {
  KmsServiceError: exitCodes.refused,
  KmsStateError: exitCodes.refused,
  KmsUndoError: exitCodes.refused,
  KmsEnvelopeError: exitCodes.refused,
  KmsIntegrityError: exitCodes.refused,
  KmsUnwrapError: exitCodes.refused,
  KmsTimeoutError: exitCodes.connection,
  KmsConnectionError: exitCodes.connection,
  KmsConfigurationError: exitCodes.configuration,
  KmsSecretError: exitCodes.configuration,
  StartError: exitCodes.configuration,
  StoreError: exitCodes.configuration,
  SeedError: exitCodes.configuration,
};

/** Errors whose messages are about options of a client. The service's errors have the service's own messages. */
const aboutOptions: readonly string[] = ['KmsConfigurationError', 'KmsConnectionError'];

/**
 * The exit code and the message of any error, and for some a second line to copy. Recognises errors of the packages by name,
 * so that the packages need not be loaded; undefined for unexpected errors.
 */
export function failureOf(
  error: unknown,
): { exitCode: number; message: string; detail?: string | undefined } | undefined {
  if (error instanceof CliError) return { exitCode: error.exitCode, message: error.message };
  if (!(error instanceof Error)) return undefined;
  const exitCode = Object.hasOwn(byName, error.name) ? byName[error.name] : undefined;
  if (exitCode === undefined) return undefined;
  const { code, accessDeniedDetail: denied } = error as { code?: unknown; accessDeniedDetail?: object };
  return {
    exitCode: code === 'Request.Invalid' ? exitCodes.usage : exitCode,
    message: aboutOptions.includes(error.name) ? inCommandWords(error.message) : error.message,
    detail: denied && `AccessDeniedDetail ${JSON.stringify(denied)}`,
  };
}
