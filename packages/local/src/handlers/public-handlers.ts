import { accessPointHandlers } from './public/access-points.js';
import { aliasHandlers } from './public/aliases.js';
import { clientKeyHandlers } from './public/client-keys.js';
import { cryptographyHandlers } from './public/cryptography.js';
import { dataKeyHandlers } from './public/data-keys.js';
import { instanceHandlers } from './public/instances.js';
import { keyVersionHandlers } from './public/key-versions.js';
import { keyHandlers } from './public/keys.js';
import { networkRuleHandlers } from './public/network-rules.js';
import { policyHandlers } from './public/policies.js';
import { resourcePolicyHandlers } from './public/resource-policies.js';
import { secretValueHandlers } from './public/secret-values.js';
import { secretHandlers } from './public/secrets.js';
import { tagHandlers } from './public/tags.js';
import type { PublicHandlers } from './types.js';

/** The APIs of the public gateway, by name. */
export const publicHandlers: PublicHandlers = {
  ...accessPointHandlers,
  ...aliasHandlers,
  ...cryptographyHandlers,
  ...clientKeyHandlers,
  ...dataKeyHandlers,
  ...instanceHandlers,
  ...keyVersionHandlers,
  ...keyHandlers,
  ...networkRuleHandlers,
  ...policyHandlers,
  ...resourcePolicyHandlers,
  ...secretValueHandlers,
  ...secretHandlers,
  ...tagHandlers,
};
