import { arn } from '../../keys/key-ids.js';
import type { Identity } from '../types.js';

export const aliasesAnswer = (aliases: readonly { name: string; key_id: string }[], identity: Identity) => ({
  Alias: aliases.map(({ name, key_id }) => ({ AliasName: name, AliasArn: arn(identity, name), KeyId: key_id })),
});
