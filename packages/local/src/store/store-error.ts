import { OperatorError } from '../operator-error.js';

/** What is wrong with the store. */
export type StoreErrorCode =
  | 'Store.Damaged'
  | 'Store.Unavailable'
  | 'Store.RootKeyMissing'
  | 'Store.RootKeyWrong'
  | 'Store.PassphraseTooShort'
  | 'Store.SnapshotUnusable';

/** The data of this KMS cannot be opened; for the operator, not for a client. */
export class StoreError extends OperatorError<StoreErrorCode> {
  override readonly name = 'StoreError';
}
