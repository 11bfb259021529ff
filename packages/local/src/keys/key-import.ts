import { createHash, timingSafeEqual } from 'node:crypto';
import { limits, type WrappingKeySpec } from 'alibabacloud-kms-sdk/internal';
import type { Clock } from '../clock.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { Store } from '../store/store.js';
import { type Key, updateKey } from './key-record.js';
import { type KeyService, materialContext } from './key-service.js';
import { checkWrapping, unwrapMaterial, type Wrapping } from './key-wrapping.js';
import { generateMaterial, openMaterial } from './material.js';
import { publicKeySpki } from './public-keys.js';

interface Services {
  keys: KeyService;
  store: Store;
  clock: Clock;
}

/** Content of an import token, which is sealed: its holder can neither read nor change it, and nothing is stored. */
interface ImportToken {
  keyId: string;
  wrappingKeySpec: WrappingKeySpec;
  wrappingAlgorithm: string;
  /** base64 of PKCS#8 */
  wrappingPrivateKey: string;
  expiresAt: number;
}

const tokenContext = 'import-token';

export const fingerprintContext = (versionId: string): string => `key_versions/${versionId}/sealed_fingerprint`;

/** What is stored about imported material. */
export const fingerprintOf = (material: Uint8Array): Uint8Array => createHash('sha256').update(material).digest();

/** Generates a wrapping key and its token. */
export async function importParameters({ keys, store, clock }: Services, reference: string, wrapping: Wrapping) {
  const key = checkExternal(await keys.find(reference, 'GetParametersForImport'));
  const wrappingKeySpec = checkWrapping(wrapping);
  const material = await generateMaterial(wrappingKeySpec);
  const expiresAt = clock.now() + limits.importTokenTtlMs;
  const token: ImportToken = {
    keyId: key.id,
    wrappingKeySpec,
    wrappingAlgorithm: wrapping.wrappingAlgorithm,
    wrappingPrivateKey: Buffer.from(material).toString('base64'),
    expiresAt,
  };
  return {
    key,
    publicKeySpki: await publicKeySpki(openMaterial(wrappingKeySpec, material)),
    importToken: store.seal(tokenContext, Buffer.from(JSON.stringify(token))),
    expiresAt,
  };
}

/** @throws ServiceError InvalidParameter for a token of another key or time, or for material other than the first import's */
export async function importMaterial(
  { keys, store, clock }: Services,
  reference: string,
  options: { importToken: Uint8Array; encryptedKeyMaterial: Uint8Array; materialExpiresAt: number | null },
): Promise<void> {
  const key = checkExternal(await keys.find(reference, 'ImportKeyMaterial'));
  const token = readToken(store, options.importToken, key, clock.now());
  const wrappingKey = openMaterial(token.wrappingKeySpec, Buffer.from(token.wrappingPrivateKey, 'base64'));
  const material = await unwrapMaterial(wrappingKey, {
    wrappingAlgorithm: token.wrappingAlgorithm,
    encryptedKeyMaterial: options.encryptedKeyMaterial,
    spec: key.spec,
  });
  const fingerprint = fingerprintOf(material);

  await keys.change(key.id, 'ImportKeyMaterial', async (found, db) => {
    const version = await keys.version(found, found.primary_version_id as string, db);
    const context = fingerprintContext(version.id);
    if (version.sealed_fingerprint && !timingSafeEqual(store.open(context, version.sealed_fingerprint), fingerprint)) {
      throw invalidParameter('EncryptedKeyMaterial', 'only the same material can be imported again');
    }
    await db
      .updateTable('key_versions')
      .set({
        sealed_material: store.seal(materialContext(version.id), material),
        sealed_fingerprint: store.seal(context, fingerprint),
      })
      .where('id', '=', version.id)
      .execute();
    await updateKey(db, found, {
      state: found.state === 'PendingImport' ? 'Enabled' : found.state,
      material_expires_at: options.materialExpiresAt,
    });
  });
}

/** @returns the key, if its material comes from outside KMS */
export function checkExternal(key: Key): Key {
  if (key.origin === 'EXTERNAL') return key;
  throw new ServiceError('UnsupportedOperation', {
    message: 'Only keys of origin EXTERNAL take material from outside.',
  });
}

function readToken(store: Store, sealed: Uint8Array, key: Key, now: number): ImportToken {
  let token: ImportToken;
  try {
    token = JSON.parse(Buffer.from(store.open(tokenContext, sealed)).toString());
  } catch {
    throw invalidParameter('ImportToken', 'it must be the one that GetParametersForImport answered');
  }
  if (token.keyId !== key.id) throw invalidParameter('ImportToken', 'it is for another key');
  if (token.expiresAt <= now) throw invalidParameter('ImportToken', 'it has expired; get new parameters');
  return token;
}
