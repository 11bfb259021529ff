import { dataKeys } from './data-keys.js';
import { encryption } from './encryption.js';
import type { Operation } from './operation.js';
import { secrets } from './secrets.js';
import { signatures } from './signatures.js';

/** Every operation that an instance serves with a client key, by name of its case. */
export const operations: Readonly<Record<string, Operation>> = {
  ...encryption,
  ...signatures,
  ...secrets,
  ...dataKeys,
};
