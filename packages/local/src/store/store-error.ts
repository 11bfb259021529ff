export type StoreErrorCode =
  | 'Store.Damaged'
  | 'Store.Unavailable'
  | 'Store.RootKeyMissing'
  | 'Store.RootKeyWrong'
  | 'Store.SnapshotUnusable';

/** The data of this KMS cannot be opened; for the person who starts it, not for a client. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
