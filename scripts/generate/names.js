// How names of the wire become names of a program.

/**
 * `KeyId` → `keyId`, `DKMSInstanceId` → `dkmsInstanceId`, `KMProvider` → `kmProvider`: of the capitals that a name
 * starts with, all become small but the one that starts the next word.
 */
export function fieldName(wireName) {
  const capitals = /^[A-Z]*/.exec(wireName)[0];
  const small = capitals.length > 1 && capitals.length < wireName.length ? capitals.length - 1 : capitals.length;
  return wireName.slice(0, small).toLowerCase() + wireName.slice(small);
}
