// The AWS Encryption SDK with its committing suite, and its caching materials manager for data keys under an in-memory key.
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { readFacts, serveTasks } = require('./tasks.cjs');

readFacts().then(async ({ modules }) => {
  const aws = createRequire(join(modules, 'package.json'))('@aws-crypto/client-node');
  const { encrypt, decrypt } = aws.buildClient(aws.CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const keyring = new aws.RawAesKeyringNode({
    keyName: 'key',
    keyNamespace: 'benchmark',
    unencryptedMasterKey: new Uint8Array(32).fill(1),
    wrappingSuite: aws.RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
  const materials = new aws.NodeCachingMaterialsManager({
    backingMaterials: keyring,
    cache: aws.getLocalCryptographicMaterialsCache(100),
    maxAge: 3_600_000,
    maxMessagesEncrypted: 2 ** 32,
  });
  const data = Buffer.alloc(1024, 7);
  const options = {
    suiteId: aws.AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY,
    encryptionContext: { table: 'cards' },
    plaintextLength: data.length,
  };
  const { result } = await encrypt(materials, data, options);
  await serveTasks({
    encrypt: () => encrypt(materials, data, options),
    decrypt: () => decrypt(materials, result),
  });
});
