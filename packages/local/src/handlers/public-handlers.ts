import { accessPointHandlers } from './public/access-points.js';
import { accountHandlers } from './public/account.js';
import { aliasHandlers } from './public/aliases.js';
import { asymmetricHandlers } from './public/asymmetric-cryptography.js';
import { clientKeyHandlers } from './public/client-keys.js';
import { dataKeyHandlers } from './public/data-keys.js';
import { kmsInstanceHandlers } from './public/instances.js';
import { keyMaterialHandlers } from './public/key-material.js';
import { keyVersionHandlers } from './public/key-versions.js';
import { keyHandlers } from './public/keys.js';
import { macHandlers } from './public/macs.js';
import { managedDataKeyHandlers } from './public/managed-data-keys.js';
import { networkRuleHandlers } from './public/network-rules.js';
import { policyHandlers } from './public/policies.js';
import { resourcePolicyHandlers } from './public/resource-policies.js';
import { secretValueHandlers } from './public/secret-values.js';
import { secretHandlers } from './public/secrets.js';
import { symmetricHandlers } from './public/symmetric-cryptography.js';
import { tagHandlers } from './public/tags.js';
import type { PublicHandlers } from './types.js';

/** The APIs of the public gateway, by name. */
export const publicHandlers: PublicHandlers = {
  ...accessPointHandlers,
  ...accountHandlers,
  ...aliasHandlers,
  ...asymmetricHandlers,
  ...clientKeyHandlers,
  ...dataKeyHandlers,
  ...kmsInstanceHandlers,
  ...keyMaterialHandlers,
  ...keyVersionHandlers,
  ...keyHandlers,
  ...macHandlers,
  ...managedDataKeyHandlers,
  ...networkRuleHandlers,
  ...policyHandlers,
  ...resourcePolicyHandlers,
  ...secretValueHandlers,
  ...secretHandlers,
  ...symmetricHandlers,
  ...tagHandlers,
};
