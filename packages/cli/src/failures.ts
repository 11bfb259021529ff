/** What `kms` ends with. These numbers are an interface: scripts go by them. */
export const exitCodes = {
  done: 0,
  /** The service said no, or a check did not pass. */
  refused: 1,
  /** Wrong use of the command line. */
  usage: 2,
  /** A setting or credential that is missing or wrong, or a file that cannot be read or written. */
  configuration: 3,
  /** No answer: connection or timeout. */
  connection: 4,
  interrupted: 130,
} as const;

/** A failure that `kms` tells in one line, and its exit code. */
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

/** A check did not pass, or nothing was done as somebody wanted. An empty message: all is said already. */
export const refused = (message = ''): CliError => new CliError(exitCodes.refused, message);

export const usageError = (message: string): CliError => new CliError(exitCodes.usage, message);

export const configurationError = (message: string, cause?: unknown): CliError =>
  new CliError(exitCodes.configuration, message, { cause });

const byName: Readonly<Record<string, number>> = {
  KmsServiceError: exitCodes.refused,
  KmsStateError: exitCodes.refused,
  KmsUndoError: exitCodes.refused,
  KmsTimeoutError: exitCodes.connection,
  KmsConnectionError: exitCodes.connection,
  KmsConfigurationError: exitCodes.configuration,
  StartError: exitCodes.configuration,
  StoreError: exitCodes.configuration,
  SeedError: exitCodes.configuration,
};

/**
 * The exit code and the line of any error, and another line of one that tells more, to be copied as a whole. Errors of the packages are told by their name, so that they need not be
 * loaded for it; undefined for what nobody foresaw.
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
    message: error.message,
    detail: denied && `AccessDeniedDetail ${JSON.stringify(denied)}`,
  };
}
