import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { testPkcs8 } from './support/crypto-vectors.js';
import { certificatePath, startServer } from './support/hostile-server.js';
import { openssl } from './support/openssl.js';

// These run the built package under its own name, as an application that has it installed.
const cwd = fileURLToPath(new URL('../../../examples', import.meta.url));

async function runNode(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', ...args], { cwd });
  return stdout.trim();
}

const makeClient = "new Client({ publicConfig: { regionId: 'cn-hangzhou' } }) instanceof Client";

test('an ES module imports the client', async () => {
  const program = `import { Client } from 'alibabacloud-kms-sdk'; console.log(${makeClient});`;
  expect(await runNode('--input-type=module', '--eval', program)).toBe('true');
});

test('a CommonJS program requires the client', async () => {
  const program = `const { Client } = require('alibabacloud-kms-sdk'); console.log(${makeClient});`;
  expect(await runNode('--input-type=commonjs', '--eval', program)).toBe('true');
});

/** The URLs of all modules that an ES module has loaded when it is through. */
async function loadedModules(program: string): Promise<string[]> {
  const hooks = `
    let port;
    export const initialize = (given) => { port = given; };
    export const load = (url, context, next) => { port.postMessage(url); return next(url, context); };`;
  const watched = `
    import { register } from 'node:module';
    import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
    const { port1, port2 } = new MessageChannel();
    register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hooks))}, { data: port2, transferList: [port2] });
    ${program}
    const urls = [];
    for (let report; (report = receiveMessageOnPort(port1)); ) urls.push(report.message);
    port1.close();
    console.log(JSON.stringify(urls));`;
  return JSON.parse(await runNode('--input-type=module', '--eval', watched));
}

/** The libraries, of those that only some calls need, that an ES module has loaded when it is through. */
async function lazyPackages(program: string): Promise<string[]> {
  const urls = await loadedModules(program);
  const paths = ['@alicloud/credentials', 'node-forge', 'socks', 'noble-curves', 'sm-crypto-v2'].map((name) =>
    name.startsWith('@') ? `/node_modules/${name}/` : `/dist/libraries/${name}.js`,
  );
  return paths.filter((path) => urls.some((url) => url.includes(path)));
}

test('importing the client loads no part that only some calls need', async () => {
  expect(await lazyPackages("await import('alibabacloud-kms-sdk');")).toEqual([]);
});

test('importing the client loads nothing of envelope encryption, and the other way around nothing twice', async () => {
  const isEnvelope = (url: string) => url.endsWith('/dist/chunks/of-envelope.js');
  expect((await loadedModules("await import('alibabacloud-kms-sdk');")).filter(isEnvelope)).toEqual([]);
  const both = await loadedModules(
    "await import('alibabacloud-kms-sdk/envelope'); await import('alibabacloud-kms-sdk');",
  );
  expect(both.filter(isEnvelope)).toHaveLength(1);
  expect(await lazyPackages("await import('alibabacloud-kms-sdk/envelope');")).toEqual([]);
});

test('errors of envelope encryption are errors of the client', async () => {
  const program = `
    import { KmsConfigurationError, KmsError } from 'alibabacloud-kms-sdk';
    import { Envelope, KmsIntegrityError } from 'alibabacloud-kms-sdk/envelope';
    let error;
    try { new Envelope({ keys: [] }); } catch (thrown) { error = thrown; }
    console.log(error instanceof KmsConfigurationError, new KmsIntegrityError() instanceof KmsError);`;
  expect(await runNode('--input-type=module', '--eval', program)).toBe('true true');
});

test.each([
  ['RSA_2048', []],
  ['EC_P256', ['/dist/libraries/noble-curves.js']],
  // It is built on the curves.
  ['EC_SM2', ['/dist/libraries/noble-curves.js', '/dist/libraries/sm-crypto-v2.js']],
] as const)('a public key of %s loads what it needs: %j', async (spec, packages) => {
  const pem = openssl(['pkey', '-inform', 'DER', '-in', '@key', '-pubout'], { key: testPkcs8(spec) }).toString();
  const program = `
    const { PublicKey } = await import('alibabacloud-kms-sdk/public-key');
    await PublicKey.fromPem(${JSON.stringify(pem)});`;
  expect(await lazyPackages(program)).toEqual(packages);
});

test('a program that forgets to close its client ends all the same', async () => {
  await using server = await startServer((_, response) => response.end('{"RequestId":"r"}'));
  const config = {
    endpoint: server.origin,
    accessKeyId: 'a',
    accessKeySecret: 's',
    caFilePath: certificatePath('ca.pem'),
  };
  const program = `
    import { Client } from 'alibabacloud-kms-sdk';
    const client = new Client({ publicConfig: ${JSON.stringify(config)} });
    console.log((await client.listKeys()).requestId);`;
  expect(await runNode('--input-type=module', '--eval', program)).toBe('r');
});
