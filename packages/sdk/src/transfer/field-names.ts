import type { FieldsFacts } from '../model/action-facts.js';
import { lowerFirst } from '../util/lower-first.js';
import { unchangedNames } from './generated/names.js';

/** How the models of KMS 1.0 spell a name of the wire: `KeyId` is `keyId`, `DKMSInstanceId` stays. */
export const fieldOf = (wireName: string): string =>
  unchangedNames.includes(wireName) ? wireName : lowerFirst(wireName);

/** The wire's name of a field, however it is written: `DKMSInstanceId`, `dkmsInstanceId`, `dKMSInstanceId`. */
export function wireNameOf(facts: FieldsFacts, field: string): string | undefined {
  const given = field.toLowerCase();
  return Object.keys(facts).find((name) => name.toLowerCase() === given);
}
