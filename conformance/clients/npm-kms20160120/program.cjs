// The official client of KMS 1.0 for Node.js (signature version 1.0): each of its APIs, and the exchange.
const Kms = require('@alicloud/kms20160120');
const { Config } = require('@alicloud/rpc-client');
const { checkItems, equal, facts, handOver, report, seen } = require('../../node/checks.cjs');
const { makeItems } = require('../../node/items.cjs');
const { kms10Program } = require('../../../packages/local/test/strangers/kms-1.0-program.cjs');
const expected = require('../../../packages/local/test/strangers/kms-1.0-program.expected.json');

const clientName = 'npm-kms20160120';
const client = new Kms.default(
  new Config({
    accessKeyId: facts.accessKeyId,
    accessKeySecret: facts.accessKeySecret,
    regionId: facts.regionId,
    endpoint: `${facts.host}:${facts.port}`,
  }),
);
const lower = (name) => name[0].toLowerCase() + name.slice(1);
const upper = (name) => name[0].toUpperCase() + name.slice(1);

/** APIs that were answered at least once. */
const answered = new Set();
const watched = new Proxy(client, {
  get(target, name) {
    const method = Reflect.get(target, name);
    if (typeof method !== 'function') return method;
    return async (...request) => {
      const answer = await method.apply(target, request);
      answered.add(name);
      return answer;
    };
  },
});

/** In names of the wire. A context has to be given as JSON text: see `contextAsObject`. */
async function ask(api, request) {
  const Request = Kms[`${api}Request`];
  if (!Request) return undefined;
  const known = new Map(Object.entries(Request.names()).map(([field, wireName]) => [wireName, field]));
  const missing = Object.keys(request).filter((name) => !known.has(name));
  if (missing.length > 0) throw new Error(`${api}Request has no ${missing.join(', ')}`);
  const text = (value) => (typeof value === 'object' ? JSON.stringify(value) : value);
  const fields = Object.fromEntries(Object.entries(request).map(([name, value]) => [known.get(name), text(value)]));
  return inWireNames(await client[lower(api)](new Request(fields)));
}

function inWireNames(model) {
  if (Array.isArray(model)) return model.map(inWireNames);
  if (typeof model !== 'object' || model === null) return model;
  const names = model.constructor.names?.() ?? {};
  return Object.fromEntries(
    Object.entries(model).map(([field, value]) => [names[field] ?? upper(field), inWireNames(value)]),
  );
}

/** As the client's types say. */
async function contextAsObject() {
  const request = new Kms.EncryptRequest({
    keyId: 'key-aes-256',
    plaintext: 'aGVsbG8=',
    encryptionContext: { a: 'b' },
  });
  const { ciphertextBlob } = await client.encrypt(request);
  const decrypted = client.decrypt(new Kms.DecryptRequest({ ciphertextBlob }));
  const code = await decrypted.then(
    () => 'an answer',
    (error) => error.code,
  );
  equal('Decrypt', 'without the context that was given as an object', 'InvalidParameterError', code);
}

/** A key may have a new version when its last one is a week old. */
async function newVersion() {
  const { keyMetadata } = await client.createKey(
    new Kms.CreateKeyRequest({ keySpec: 'EC_P256', keyUsage: 'SIGN/VERIFY' }),
  );
  const { keyId } = keyMetadata;
  const clock = await fetch(`${facts.adminEndpoint}/admin/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${facts.adminToken}` },
    body: '{"advance":"8d"}',
  });
  if (!clock.ok) throw new Error(`the clock does not move: ${clock.status}`);
  const { keyVersion } = await watched.createKeyVersion(new Kms.CreateKeyVersionRequest({ keyId }));
  const described = await client.describeKey(new Kms.DescribeKeyRequest({ keyId }));
  equal('CreateKeyVersion', 'is the one in use', keyVersion.keyVersionId, described.keyMetadata.primaryKeyVersion);
}

async function main() {
  // First, before the program changes anything.
  await checkItems(ask, ({ code }) => code?.replace(/Error$/, ''));
  handOver(clientName, await makeItems(clientName, ask, { EncryptionKeyId: 'key-aes-256' }));
  await contextAsObject();

  seen(expected, await kms10Program(watched, facts.regionId));
  await newVersion();
  const apis = Object.getOwnPropertyNames(Kms.default.prototype).filter((name) => `${name}Ex` in client);
  for (const api of apis) {
    // Of the service, not of the local KMS alone: that API is gone.
    if (api === 'describeService') equal(upper(api), 'is gone', false, answered.has(api));
    else report(upper(api), 'is answered', answered.has(api) ? undefined : 'no call of it was answered');
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
