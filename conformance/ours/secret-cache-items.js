// Secrets as a cache reads them: twice, from KMS and from memory, by each gateway.
import { bytes } from './clients.js';

const defaultTtlMs = 3_600_000;

/** What somebody may keep in a secret. A TTL counts in a JSON object only, and where it is a positive number. */
const values = {
  'a text': { value: 'second & 密码 "quoted" + more' },
  'an empty JSON object': { value: '{}' },
  'a JSON object with a TTL': { value: '{"password":"密码","ttl":86400000}', ttlMs: 86_400_000 },
  'a JSON object with a TTL of 0': { value: '{"ttl":0}' },
  'a JSON object with a TTL below 0': { value: '{"ttl":-1}' },
  'a text that is nearly JSON': { value: '{"ttl":86400000' },
  'a text that is a JSON number': { value: '20261201' },
  'a text that is a JSON string': { value: '"quoted"' },
  'a text that is a JSON list': { value: '["a","b"]' },
  'a text that is null in JSON': { value: 'null' },
  'a binary value': { value: Uint8Array.of(0, 255, 0, 255) },
  'a binary value that is JSON': { value: Buffer.from('{"ttl":86400000}') },
};

export async function secretCacheItems({ client }, { instanceId }) {
  const place = { encryptionKeyId: 'key-aes-256', dkmsInstanceId: instanceId };
  const items = Object.entries(values).map(async ([what, { value, ttlMs = defaultTtlMs }], index) => {
    const secretName = `secret-cache/${index}`;
    const secretDataType = typeof value === 'string' ? 'text' : 'binary';
    await client.createSecret({ secretName, secretData: value, secretDataType, versionId: 'v1', ...place });
    return item(what, { SecretName: secretName }, { ...given(value), VersionId: 'v1', TtlMs: ttlMs });
  });
  const text = { SecretName: 'conformance/text' };
  const previous = { ...given('first'), VersionId: 'v1', TtlMs: defaultTtlMs };
  return [
    ...(await Promise.all(items)),
    item('the former version', { ...text, VersionStage: 'ACSPrevious' }, previous),
    { ...item('a secret that is not there', { SecretName: 'secret-cache/none' }), code: 'Forbidden.ResourceNotFound' },
  ];
}

const item = (name, request, answer) => ({
  ...{ kind: 'secretCache', operation: 'SecretCache', case: name, request },
  ...(answer && { answer }),
});

const given = (value) =>
  typeof value === 'string'
    ? { SecretData: value, SecretDataType: 'text' }
    : { SecretBytes: bytes(value), SecretDataType: 'binary' };
