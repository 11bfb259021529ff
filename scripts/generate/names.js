// Converts wire names to names in the SDK.

/**
 * `KeyId` → `keyId`, `DKMSInstanceId` → `dkmsInstanceId`, `KMProvider` → `kmProvider`: of the leading capitals, all become
 * lower case except the one that starts the next word.
 */
export function fieldName(wireName) {
  const capitals = /^[A-Z]*/.exec(wireName)[0];
  const small = capitals.length > 1 && capitals.length < wireName.length ? capitals.length - 1 : capitals.length;
  return wireName.slice(0, small).toLowerCase() + wireName.slice(small);
}
