export type StartErrorCode = 'Start.InvalidOption' | 'Start.DirectoryUnusable' | 'Start.AddressUnavailable';

/** The local KMS cannot start as it was told to. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly code: StartErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** @param value quoted in the message: give none that is a secret */
export function invalidOption(option: string, rule: string, value?: unknown): StartError {
  const given = value === undefined ? '' : `, not ${JSON.stringify(value)}`;
  return new StartError('Start.InvalidOption', `${option} ${rule}${given}`);
}
