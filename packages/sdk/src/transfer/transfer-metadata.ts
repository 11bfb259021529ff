import type { CallMetadata } from '../transport/types.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';

export type { EncryptionContextBinding };

/** How a call of a `TransferClient` went, beside its answer. */
export interface TransferMetadata extends CallMetadata {
  /**
   * Of what an instance decrypted with an EncryptionContext: how the ciphertext was bound to it. Clients differ in that
   * (docs/transfer.md has the table); what is not `raw` may be worth encrypting again.
   */
  encryptionContextBinding?: EncryptionContextBinding;
}
