// Our client, and the lower bound of its calls: signatures, and POSTs by the same HTTP client.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { Client } from 'alibabacloud-kms-sdk';
import {
  acsCanonicalRequest,
  acsDigest,
  acsHeaders,
  acsSignature,
  acsSignedHeaderNames,
  acsStringToSign,
  encodeForm,
  formatAcsAuthorization,
  formatTimestamp,
} from 'alibabacloud-kms-sdk/internal';
import { readFacts, serveTasks } from './tasks.cjs';

const { keyIds, ...facts } = await readFacts();
const { endpoint, host, port, regionId, accessKeyId, accessKeySecret } = facts;
const { clientKeyFile, clientKeyPassword: password } = facts;
const ca = readFileSync(facts.caFile, 'utf8');
const client = new Client({
  instanceConfig: { endpoint, clientKeyFile, password, ca },
  publicConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca },
});

const plaintext = new Uint8Array(32).fill(7);
let turn = 0;
const nextKey = () => keyIds[turn++ % keyIds.length];

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** As long as the text that a call of Encrypt signs. */
const signed = Buffer.alloc(260, 'x');

const signature = () =>
  new Promise((resolve, reject) => {
    sign('RSA-SHA256', signed, privateKey, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });

const agent = new https.Agent({ keepAlive: true, scheduling: 'lifo', ca });

/** Signed requests of DescribeKey, each of which the server accepts once. */
let prepared = [];

const algorithm = 'ACS3-HMAC-SHA256';
const digest = acsDigest(algorithm);

function signedRequest() {
  const body = Buffer.from(encodeForm([['KeyId', nextKey()]]));
  const headers = {
    accept: 'application/json',
    host: new URL(endpoint).host,
    [acsHeaders.action]: 'DescribeKey',
    [acsHeaders.version]: '2016-01-20',
    [acsHeaders.date]: formatTimestamp(new Date()),
    [acsHeaders.nonce]: randomUUID(),
    [acsHeaders.contentSha256]: digest.hash(body),
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  };
  const signedHeaders = acsSignedHeaderNames(headers);
  const canonical = acsCanonicalRequest({ method: 'POST', path: '/', query: [], headers, signedHeaders }, algorithm);
  const signatureText = acsSignature(accessKeySecret, acsStringToSign(algorithm, canonical, digest), digest);
  headers.authorization = formatAcsAuthorization({ algorithm, accessKeyId, signedHeaders, signature: signatureText });
  return { headers, body };
}

function post() {
  const { headers, body } = prepared.pop();
  return new Promise((resolve, reject) => {
    const request = https.request({ agent, host, port, method: 'POST', path: '/', headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`the POST was answered ${response.statusCode}: ${Buffer.concat(chunks)}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

await serveTasks({
  encrypt: () => client.encrypt({ keyId: nextKey(), plaintext }),
  describeKey: () => client.describeKey({ keyId: nextKey() }),
  signature,
  signatureInPlace: async () => sign('RSA-SHA256', signed, privateKey),
  post: {
    prepare: (calls) => {
      prepared = Array.from({ length: calls }, signedRequest);
    },
    call: post,
  },
  // Half of the calls each way, so that both gateways and both signatures are measured, with every key on both.
  mix: () => {
    const round = Math.floor(turn / keyIds.length);
    const keyId = nextKey();
    return (turn + round) % 2 === 0 ? client.describeKey({ keyId }) : client.encrypt({ keyId, plaintext });
  },
});
agent.destroy();
await client.close();
