import { invalidRequest, mustBe } from '../checks.js';
import { KmsServiceError } from '../errors.js';
import { type KeySpec, keySpecFacts } from '../model/key-specs.js';
import { bytesInPlaceOf, isBytes, isDate } from '../util/value-kinds.js';
import type { OperationOptions } from './call-options.js';
import { checkFields } from './encode-fields.js';
import type { WrappingAlgorithm } from './generated/enumerations.js';
import type { ImportKeyMaterialResponse } from './generated/key-material.js';
import type { KeyMetadata } from './generated/objects.js';
import type { Operations } from './generated/operations.js';
import { isPair, pkcs8Of } from './private-key-material.js';
import { wrappingAlgorithmNames, wrappingEncrypter, wrappingOf } from './wrapping.js';

/** Request of `importKey`. */
export interface ImportKeyRequest {
  /** A key of origin EXTERNAL: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /**
   * The material. For an AES, SM4 or HMAC key: as many bytes as its spec has. For an asymmetric key: its private key as
   * PKCS#8, SEC1 or PKCS#1, in DER or PEM; only PEM may be text. The wrapping algorithm limits the length: 190 bytes with
   * RSAES_OAEP_SHA_256.
   */
  material: Uint8Array | string;
  /** When KMS forgets the material, to the second; it must be in the future. Default: never. */
  expiresAt?: Date | undefined;
  /** How the material is encrypted in transit. Default RSAES_OAEP_SHA_256. */
  wrappingAlgorithm?: WrappingAlgorithm | undefined;
}

const api = 'importKey';
const fieldNames = ['keyId', 'material', 'expiresAt', 'wrappingAlgorithm'];

type Calls = Pick<Operations, 'describeKey' | 'getParametersForImport' | 'importKeyMaterial'>;

export async function importKey(
  client: Calls,
  request: ImportKeyRequest,
  options?: OperationOptions,
): Promise<ImportKeyMaterialResponse> {
  checkFields(api, request, fieldNames);
  const { keyId, material: given, expiresAt, wrappingAlgorithm = 'RSAES_OAEP_SHA_256' } = request;
  const isPem = typeof given === 'string' && given.includes('-----BEGIN');
  if (!isBytes(given) && !isPem) throw invalidRequest(api, mustBe('material', bytesInPlaceOf(given)));
  const keyMaterialExpireUnix = expirySeconds(expiresAt);
  const wrapping = wrappingOf(wrappingAlgorithm);
  if (!wrapping) throw invalidRequest(api, `wrappingAlgorithm must be one of ${wrappingAlgorithmNames.join(', ')}`);

  const key = await describe(client, keyId, options);
  const material = materialOf(given, key);
  const { publicKey, importToken } = await client.getParametersForImport(
    { keyId, wrappingAlgorithm: wrapping.algorithm, wrappingKeySpec: wrapping.keySpec },
    options,
  );
  const { encrypt, minBytes, maxBytes } = await wrappingEncrypter(wrapping.algorithm, publicKey);
  if (material.length < minBytes || material.length > maxBytes) {
    const bounds = maxBytes === Number.POSITIVE_INFINITY ? `${minBytes} or more` : `${minBytes} to ${maxBytes}`;
    throw invalidRequest(api, `material has ${material.length} bytes; ${wrapping.algorithm} can wrap ${bounds}`);
  }
  const encryptedKeyMaterial = encrypt(material);
  return client.importKeyMaterial({ keyId, encryptedKeyMaterial, importToken, keyMaterialExpireUnix }, options);
}

/** On the wire, 0 means never. */
function expirySeconds(expiresAt: unknown): number {
  if (expiresAt === undefined || expiresAt === null) return 0;
  if (!isDate(expiresAt) || !(expiresAt.getTime() > Date.now())) {
    throw invalidRequest(api, 'expiresAt must be a Date in the future; leave it out for material that never expires');
  }
  return Math.floor(expiresAt.getTime() / 1000);
}

/** Undefined for a caller who may import but not describe: KMS checks the material anyway. */
async function describe(client: Calls, keyId: string, options?: OperationOptions): Promise<KeyMetadata | undefined> {
  try {
    return (await client.describeKey({ keyId }, options)).keyMetadata;
  } catch (error) {
    if (error instanceof KmsServiceError && error.status === 403) return undefined;
    throw error;
  }
}

/** @param key undefined if the caller may not describe it */
function materialOf(given: Uint8Array | string, key: KeyMetadata | undefined): Uint8Array {
  if (!key) {
    if (isBytes(given)) return given;
    throw invalidRequest(
      api,
      'PEM needs kms:DescribeKey, to know the spec of the key: allow it, or give PKCS#8 in DER',
    );
  }
  const { keyId, keySpec, origin } = key;
  if (origin !== 'EXTERNAL') {
    throw invalidRequest(
      api,
      `key ${keyId} is of origin ${origin}; only one created with origin EXTERNAL takes material`,
    );
  }
  const facts = keySpecFacts(keySpec);
  if (facts && isPair(facts)) return pkcs8Of(given, keySpec as KeySpec);
  if (!isBytes(given)) throw invalidRequest(api, mustBe(`material of a key of ${keySpec}`, bytesInPlaceOf(given)));
  if (facts && given.length !== facts.bits / 8) {
    throw invalidRequest(api, `material has ${given.length} bytes; a key of ${keySpec} has ${facts.bits / 8}`);
  }
  return given;
}
