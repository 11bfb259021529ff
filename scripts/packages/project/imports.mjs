// An ES module takes everything that packages export.
import assert from 'node:assert/strict';

const exported = {
  'alibabacloud-kms-sdk': ['Client', 'KmsError', 'inspectCiphertext', 'keySpecs'],
  'alibabacloud-kms-sdk/envelope': ['Envelope', 'KmsIntegrityError'],
  'alibabacloud-kms-sdk/public-key': ['PublicKey', 'derToJose'],
  'alibabacloud-kms-sdk/transfer': ['TransferClient'],
  'alibabacloud-kms-sdk/secrets': ['SecretCache', 'EncryptedFileStore', 'KmsSecretError'],
  'alibabacloud-kms-sdk/internal': ['keySpecs'],
  'alibabacloud-kms-local': ['startLocalKms', 'SeedError'],
  'alibabacloud-kms-local/node-test': ['useLocalKms'],
};
for (const [name, wanted] of Object.entries(exported)) {
  const module = await import(name);
  for (const key of wanted) assert.ok(module[key], `${name} does not export ${key}`);
}
