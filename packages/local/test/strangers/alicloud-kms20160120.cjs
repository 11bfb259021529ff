// Runs the program with the official client of KMS 1.0 (signature version 1.0), unaware of being tested: it trusts the
// local KMS through NODE_EXTRA_CA_CERTS, and prints what it saw as JSON.
const Kms = require('@alicloud/kms20160120');
const { Config } = require('@alicloud/rpc-client');
const { kms10Program } = require('./kms-1.0-program.cjs');

const { ENDPOINT, ACCESS_KEY_ID, ACCESS_KEY_SECRET, REGION_ID } = process.env;

const client = new Kms.default(
  new Config({
    accessKeyId: ACCESS_KEY_ID,
    accessKeySecret: ACCESS_KEY_SECRET,
    regionId: REGION_ID,
    endpoint: ENDPOINT,
  }),
);

kms10Program(client, REGION_ID).then(
  (result) => console.log(JSON.stringify(result)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
