import { createHash } from 'node:crypto';
import { invalidRequest } from '../checks.js';
import { fieldNames, type PublicForm } from '../model/action-facts.js';
import { type ActionName, actions } from '../model/generated/actions.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import { rejectUnknownNames } from '../util/unknown-names.js';
import { bytesInPlaceOf, isBytes } from '../util/value-kinds.js';
import { onceFor } from '../util/work.js';
import { textBytes } from './decode-fields.js';
import { bytesOf, checkPresent } from './encode-fields.js';
import { checkDigest } from './signature-checks.js';

type Fields = Record<string, unknown>;

/** Differences between the APIs of the two gateways that the table cannot express. */
interface Conversion {
  /** Converts the fields before they are sent. */
  prepare?: (request: Fields, api: InstanceApi) => Fields;
  /** Converts the response. `wire` is the response as received. */
  finish?: (answer: Fields, wire: Fields) => Fields;
}

const conversions: Partial<Record<ActionName, Conversion>> = {
  Encrypt: { prepare: withoutGcm },
  Decrypt: {
    prepare: withoutGcm,
    finish: (answer, wire) => Object.assign(answer, { plaintext: decryptedBytes(wire.Plaintext) }),
  },
  AsymmetricSign: {
    prepare: withDigest,
    finish: ({ value, ...answer }) => ({ ...answer, signature: value }),
  },
  AsymmetricVerify: { prepare: withDigest },
  GenerateDataKey: { prepare: withoutGcm },
};

type Form = PublicForm<ActionName>;

/** All fields of an operation, for either gateway. */
export const operationFields = onceFor((api: InstanceApi): readonly string[] => {
  const own = fieldNames(instanceOperations[api].request);
  const others = instanceOperations[api].public.flatMap(({ api: action, renamed = {}, ignored = [] }) => {
    const targets = Object.values(renamed);
    const fields = fieldNames(actions[action].parameters);
    return [...fields.filter((field) => !targets.includes(field)), ...ignored];
  });
  return [...new Set([...own, ...others])];
});

/** Converts a request for the instance gateway to the equivalent API of the public gateway. */
export function toPublic(
  api: InstanceApi,
  request: Fields,
): { api: ActionName; request: Fields; finish?: Conversion['finish'] } {
  const [symmetric, asymmetric] = instanceOperations[api].public;
  const form = (isAsymmetric(request.algorithm) && asymmetric) || (symmetric as Form);
  const { prepare, finish } = conversions[form.api] ?? {};
  rejectUnknownNames(request, operationFields(api), (name, suggestion) =>
    invalidRequest(api, `${name} is not a field of this request${suggestion}`),
  );
  for (const { field, required, shape } of Object.values(instanceOperations[api].request)) {
    const value = request[field];
    if (required && !form.ignored?.includes(field)) checkPresent(api, field, value);
    // Checked here, while the field still has the name that the caller used.
    if (value !== undefined && value !== null && shape === 'bytes' && !isBytes(value)) {
      throw invalidRequest(api, `${field} must be ${bytesInPlaceOf(value)}`);
    }
  }
  const parameters = Object.values(actions[form.api].parameters);
  const mapped: Fields = {};
  for (const [name, value] of Object.entries(prepare?.(request, api) ?? request)) {
    if (value === undefined || value === null || form.ignored?.includes(name)) continue;
    const field = form.renamed?.[name] ?? name;
    if (!parameters.some((parameter) => parameter.field === field)) throw onlyWithClientKey(api, name);
    mapped[field] = value;
  }
  for (const needed of ['keyVersionId', 'algorithm']) {
    const required = parameters.some((parameter) => parameter.field === needed && parameter.required);
    if (required && mapped[needed] === undefined) {
      throw invalidRequest(api, `${needed} is missing: with an AccessKey ${form.api} needs it${hints[needed] ?? ''}`);
    }
  }
  return { api: form.api, request: mapped, finish };
}

const hints: Readonly<Record<string, string>> = { keyVersionId: ' (listKeyVersions tells the versions of a key)' };

/** A field that only calls with the other credential have. */
export function onlyPublic(api: InstanceApi, name: string): Error {
  const instead = name === 'encryptionContext' ? ': bind data with aad' : '';
  return invalidRequest(api, `${name} is for calls with an AccessKey, this one is made with a client key${instead}`);
}

function onlyWithClientKey(api: InstanceApi, name: string): Error {
  const instead = name === 'aad' ? ': bind data with encryptionContext' : '';
  return invalidRequest(api, `${name} is for calls with a client key, this one is made with an AccessKey${instead}`);
}

const isAsymmetric = (algorithm: unknown) => typeof algorithm === 'string' && /^(RSAES_|SM2PKE$)/.test(algorithm);

/** On the public gateway symmetric keys always use GCM; there is no parameter for it. */
function withoutGcm({ algorithm, ...request }: Fields): Fields {
  return typeof algorithm === 'string' && algorithm.endsWith('_GCM') ? request : { ...request, algorithm };
}

/** The public gateway signs digests, so the client hashes the message. */
function withDigest({ message, messageType, ...request }: Fields, api: InstanceApi): Fields {
  checkDigest(api, message, messageType);
  const bytes = bytesOf(message);
  if (messageType === 'DIGEST' || !bytes) return { ...request, message };
  if (request.algorithm === 'SM2DSA') {
    const problem =
      'with an AccessKey SM2DSA needs a digest, which is SM3 over Z (from the public key) and the message';
    throw invalidRequest(
      api,
      `${problem}: give that, which PublicKey.digest makes, as message with messageType DIGEST`,
    );
  }
  return { ...request, message: createHash('sha256').update(bytes).digest() };
}

/**
 * OpenAPI's Encrypt stores text, and this SDK sends base64. If the text is not base64, another client encrypted it as it
 * was: return its UTF-8 bytes.
 */
function decryptedBytes(text: unknown): Uint8Array {
  if (typeof text !== 'string') return new Uint8Array();
  const bytes = Buffer.from(text, 'base64');
  return textBytes(text, bytes.toString('base64') === text ? 'base64' : 'utf8');
}
