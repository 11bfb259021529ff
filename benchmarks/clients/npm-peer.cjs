// The official client of KMS 1.0 for Node.js: @alicloud/kms20160120. It trusts the CA of NODE_EXTRA_CA_CERTS.
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { readFacts, serveTasks } = require('./tasks.cjs');

// From the package whose tests use it.
const load = createRequire(join(__dirname, '..', '..', 'packages', 'local', 'package.json'));
const Kms = load('@alicloud/kms20160120');
const { Config } = load('@alicloud/rpc-client');

readFacts().then(({ host, port, regionId, accessKeyId, accessKeySecret, keyIds }) => {
  const client = new Kms.default(new Config({ accessKeyId, accessKeySecret, regionId, endpoint: `${host}:${port}` }));
  const request = new Kms.DescribeKeyRequest({ keyId: keyIds[0] });
  return serveTasks({ describeKey: () => client.describeKey(request) });
});
