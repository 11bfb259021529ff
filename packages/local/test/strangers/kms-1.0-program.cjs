// A program written for the official client of KMS 1.0 for Node.js, version 1.2.0: it calls each of the client's APIs, and
// tells what it saw. Which client it is given, it does not know.
const { constants, createHash, createPublicKey, publicEncrypt, randomBytes } = require('node:crypto');
const Kms = require('@alicloud/kms20160120');

/** @returns what the program saw, as JSON */
exports.kms10Program = async (client, ownRegion) => {
  const called = new Set();

  /** `call('describeKey', { keyId })`: the answer, or for a call that is refused its code and message. */
  async function call(api, fields) {
    called.add(api);
    const Request = Kms[`${api[0].toUpperCase()}${api.slice(1)}Request`];
    return Request ? client[api](new Request(fields ?? {})) : client[api]();
  }

  async function refusal(api, fields) {
    const { code, message } = await call(api, fields).then(
      () => ({ code: 'none' }),
      (error) => error,
    );
    return { code, message };
  }

  const base64 = (text) => Buffer.from(text).toString('base64');

  async function keys() {
    const created = await call('createKey', { description: 'made by a stranger & 密钥 *~' });
    const { keyId } = created.keyMetadata;
    const state = async () => (await call('describeKey', { keyId })).keyMetadata.keyState;
    const { keyMetadata } = await call('describeKey', { keyId });
    const states = [await state()];
    await call('disableKey', { keyId });
    states.push(await state());
    await call('enableKey', { keyId });
    await call('scheduleKeyDeletion', { keyId, pendingWindowInDays: 7 });
    states.push(await state());
    await call('cancelKeyDeletion', { keyId });
    states.push(await state());
    await call('updateKeyDescription', { keyId, description: 'new' });
    await call('updateRotationPolicy', { keyId, enableAutomaticRotation: true, rotationInterval: '30d' });
    const listed = await call('listKeys', { pageNumber: 1, pageSize: 100 });
    const { keyVersions } = await call('listKeyVersions', { keyId, pageNumber: 1, pageSize: 10 });
    const [{ keyVersionId }] = keyVersions.keyVersion;
    const version = await call('describeKeyVersion', { keyId, keyVersionId });
    const other = (await call('createKey', {})).keyMetadata.keyId;
    await call('createAlias', { keyId, aliasName: 'alias/stranger' });
    await call('updateAlias', { keyId: other, aliasName: 'alias/stranger' });
    const aliases = await call('listAliasesByKeyId', { keyId: other });
    const allAliases = await call('listAliases', { pageNumber: 1, pageSize: 100 });
    await call('deleteAlias', { aliasName: 'alias/stranger' });
    await call('tagResource', { keyId, tags: '[{"TagKey":"team","TagValue":"orders"}]' });
    const tagged = await call('listResourceTags', { keyId });
    await call('untagResource', { keyId, tagKeys: '["team"]' });
    const asymmetric = await call('createKey', { keySpec: 'EC_P256', keyUsage: 'SIGN/VERIFY' });
    return {
      description: keyMetadata.description,
      states,
      changed: (await call('describeKey', { keyId })).keyMetadata.description,
      listed: listed.keys.key.some((key) => key.keyId === keyId),
      version: version.keyVersion.keyVersionId === keyVersionId,
      aliases: aliases.aliases.alias.map(({ aliasName }) => aliasName),
      allAliases: allAliases.aliases.alias.some(({ aliasName }) => aliasName === 'alias/stranger'),
      tags: tagged.tags.tag.map(({ tagKey, tagValue }) => [tagKey, tagValue]),
      secondVersion: (await refusal('createKeyVersion', { keyId: asymmetric.keyMetadata.keyId })).code,
      unknownKey: await refusal('describeKey', { keyId: 'no-such-key' }),
      // KMS has no such API any more.
      service: (await refusal('describeService')).code,
      regions: (await call('describeRegions')).regions.region.some(({ regionId }) => regionId === ownRegion),
    };
  }

  async function importedKey() {
    const { keyId } = (await call('createKey', { origin: 'EXTERNAL' })).keyMetadata;
    const { publicKey, importToken } = await call('getParametersForImport', {
      keyId,
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      wrappingKeySpec: 'RSA_2048',
    });
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const wrapped = publicEncrypt(
      { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      randomBytes(32),
    );
    await call('importKeyMaterial', {
      keyId,
      importToken,
      encryptedKeyMaterial: wrapped.toString('base64'),
      keyMaterialExpireUnix: 0,
    });
    const imported = (await call('describeKey', { keyId })).keyMetadata.keyState;
    await call('deleteKeyMaterial', { keyId });
    return [imported, (await call('describeKey', { keyId })).keyMetadata.keyState];
  }

  async function cryptography() {
    const { keyId } = (await call('createKey', {})).keyMetadata;
    const encrypted = await call('encrypt', {
      keyId,
      plaintext: base64('hello from KMS 1.0'),
      encryptionContext: { tenant: '42', app: 'a&b=c' },
    });
    const decrypted = await call('decrypt', {
      ciphertextBlob: encrypted.ciphertextBlob,
      encryptionContext: { app: 'a&b=c', tenant: '42' },
    });
    const dataKey = await call('generateDataKey', { keyId, keySpec: 'AES_256' });
    const opened = await call('decrypt', { ciphertextBlob: dataKey.ciphertextBlob });
    const sealed = await call('generateDataKeyWithoutPlaintext', { keyId, numberOfBytes: 16 });
    const unsealed = await call('decrypt', { ciphertextBlob: sealed.ciphertextBlob });

    const signing = (await call('createKey', { keySpec: 'EC_P256', keyUsage: 'SIGN/VERIFY' })).keyMetadata;
    const signer = {
      keyId: signing.keyId,
      keyVersionId: signing.primaryKeyVersion,
      algorithm: 'ECDSA_SHA_256',
      digest: createHash('sha256').update('message').digest('base64'),
    };
    const { value } = await call('asymmetricSign', signer);
    const rsa = (await call('createKey', { keySpec: 'RSA_2048', keyUsage: 'ENCRYPT/DECRYPT' })).keyMetadata;
    const cipher = { keyId: rsa.keyId, keyVersionId: rsa.primaryKeyVersion, algorithm: 'RSAES_OAEP_SHA_256' };
    const { ciphertextBlob } = await call('asymmetricEncrypt', { ...cipher, plaintext: base64('to RSA') });
    const plaintext = (await call('asymmetricDecrypt', { ...cipher, ciphertextBlob })).plaintext;
    const { publicKey } = await call('getPublicKey', { keyId: rsa.keyId, keyVersionId: rsa.primaryKeyVersion });
    return {
      decrypted: Buffer.from(decrypted.plaintext, 'base64').toString(),
      dataKeyOpens: opened.plaintext === dataKey.plaintext && Buffer.from(dataKey.plaintext, 'base64').length === 32,
      sealedBytes: Buffer.from(unsealed.plaintext, 'base64').length,
      verified: (await call('asymmetricVerify', { ...signer, value })).value,
      asymmetric: Buffer.from(plaintext, 'base64').toString(),
      publicKey: createPublicKey(publicKey).asymmetricKeyType,
    };
  }

  async function secrets() {
    const secretName = 'stranger/one';
    await call('createSecret', { secretName, secretData: 'first & 密', versionId: 'v1' });
    await call('putSecretValue', { secretName, secretData: 'second', versionId: 'v2' });
    await call('updateSecret', { secretName, description: 'new' });
    await call('updateSecretVersionStage', { secretName, versionStage: 'ACSCurrent', moveToVersion: 'v1' });
    const value = await call('getSecretValue', { secretName });
    const versions = await call('listSecretVersionIds', { secretName, includeDeprecated: 'true' });
    const listed = await call('listSecrets', { pageNumber: 1, pageSize: 100, fetchTags: 'true' });
    const described = await call('describeSecret', { secretName, fetchTags: 'true' });
    await call('deleteSecret', { secretName, recoveryWindowInDays: '7' });
    const deleted = await refusal('getSecretValue', { secretName });
    await call('restoreSecret', { secretName });
    return {
      value: [value.secretData, value.versionStages.versionStage],
      versions: versions.versionIds.versionId.map(({ versionId }) => versionId),
      listed: listed.secretList.secret.some((secret) => secret.secretName === secretName),
      described: described.description,
      deleted: deleted.code,
      password: (await call('getRandomPassword', { passwordLength: '12' })).randomPassword.length,
    };
  }

  const seen = {
    keys: await keys(),
    importedKey: await importedKey(),
    cryptography: await cryptography(),
    secrets: await secrets(),
  };
  const apis = Object.getOwnPropertyNames(Kms.default.prototype).filter((name) => `${name}Ex` in client);
  return { ...seen, apis: apis.length, notCalled: apis.filter((api) => !called.has(api)) };
};
