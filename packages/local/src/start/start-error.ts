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
