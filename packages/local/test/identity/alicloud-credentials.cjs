// A program that asks Alibaba Cloud's library for credentials, unaware of being tested: by the configuration in CONFIG,
// else by its default chain. Prints what it got, or how it failed, as JSON.
const { default: Credential, Config } = require('@alicloud/credentials');

const { CONFIG } = process.env;
const credential = new Credential(CONFIG ? new Config(JSON.parse(CONFIG)) : undefined);
credential.getCredential().then(
  ({ accessKeyId, accessKeySecret, securityToken, providerName }) =>
    console.log(JSON.stringify({ accessKeyId, accessKeySecret, securityToken, providerName })),
  ({ message }) => console.log(JSON.stringify({ message })),
);
