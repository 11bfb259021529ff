import { cryptographyHandlers } from './instance/cryptography.js';
import { dataKeyHandlers } from './instance/data-keys.js';
import { secretHandlers } from './instance/secrets.js';
import type { InstanceHandlers } from './types.js';

/** The APIs of the instance gateway, by name. */
export const instanceHandlers: InstanceHandlers = {
  ...cryptographyHandlers,
  ...dataKeyHandlers,
  ...secretHandlers,
};
