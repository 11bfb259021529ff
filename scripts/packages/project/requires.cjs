// A CommonJS program gets the same as an ES module, not a copy.
const assert = require('node:assert/strict');

const names = [
  'alibabacloud-kms-sdk',
  'alibabacloud-kms-sdk/envelope',
  'alibabacloud-kms-sdk/public-key',
  'alibabacloud-kms-sdk/secrets',
  'alibabacloud-kms-sdk/transfer',
  'alibabacloud-kms-sdk/internal',
  'alibabacloud-kms-local',
  'alibabacloud-kms-local/node-test',
];
(async () => {
  for (const name of names) {
    const required = require(name);
    const imported = await import(name);
    for (const key of Object.keys(imported)) assert.equal(required[key], imported[key], `${name}: ${key}`);
  }
})();
