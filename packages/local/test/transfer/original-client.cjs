// Runs the program with the client that it was written for, at the public gateway.
const Kms = require('@alicloud/kms20160120');
const { Config } = require('@alicloud/rpc-client');
const { program1 } = require('./program-1.cjs');

const { ENDPOINT, ACCESS_KEY_ID, ACCESS_KEY_SECRET, REGION_ID, THINGS } = process.env;

const client = new Kms.default(
  new Config({
    accessKeyId: ACCESS_KEY_ID,
    accessKeySecret: ACCESS_KEY_SECRET,
    regionId: REGION_ID,
    endpoint: ENDPOINT,
  }),
);

program1(client, JSON.parse(THINGS)).then(
  (result) => console.log(JSON.stringify(result)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
