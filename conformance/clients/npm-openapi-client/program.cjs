// The generic OpenAPI client for Node.js (ACS3-HMAC-SHA256): a program written with callApi, and the exchange.
const { checkItems, facts, handOver, report, seen } = require('../../node/checks.cjs');
const { makeItems } = require('../../node/items.cjs');

Object.assign(process.env, {
  ENDPOINT: `${facts.host}:${facts.port}`,
  ACCESS_KEY_ID: facts.accessKeyId,
  ACCESS_KEY_SECRET: facts.accessKeySecret,
  REGION_ID: facts.regionId,
  INSTANCE_ID: facts.instanceId,
});
const { call, main: program } = require('../../../packages/local/test/strangers/alicloud-openapi-client.cjs');
const expected = require('../../../packages/local/test/strangers/alicloud-openapi-client.expected.json');

const clientName = 'npm-openapi-client';

/** Generated clients of this family turn objects into JSON before they hand them to callApi. */
const asSent = (request) =>
  Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]),
  );

async function main() {
  for (const where of ['query', 'body']) {
    const ask = (api, request) => call(api, asSent(request), where);
    await checkItems(ask, ({ code }) => code, where);
    if (where === 'body') handOver(clientName, await makeItems(clientName, ask));
  }
  seen(expected, await program());
}

main().catch((error) => {
  console.error(error);
  report('(program)', 'goes on to its end', `${error}`);
});
