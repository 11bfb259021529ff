import type { AccessKeys } from './access-keys.js';
import type { ClientKeys } from './client-keys.js';

/** Who may call this KMS. */
export interface Access {
  accessKeys: AccessKeys;
  clientKeys: ClientKeys;
}
