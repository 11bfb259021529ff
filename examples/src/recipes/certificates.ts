/** Create a certificate signing request and a small CA with a KMS key; a TLS server uses a certificate of that CA. */
import { once } from 'node:events';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';
import { Authority, requestFor } from './certificates/authority.js';
import { makeServerKey } from './certificates/server-key.js';

const client = instanceClient();
const keyId = envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec'); // EC_P256 or RSA, of usage SIGN/VERIFY.

const request = await requestFor(client, keyId, 'CN=shop.example', ['shop.example']);
console.log(`For a public CA:\n${request.toString('pem')}`);

const authority = await Authority.found(client, keyId, 'CN=Example Internal CA');
const { key, request: ofServer } = await makeServerKey('CN=orders.internal');
const certificate = await authority.issue(ofServer, ['orders.internal']);
await client.close();
console.log(`${certificate.issuer} vouches for ${certificate.subject} until ${certificate.notAfter.toISOString()}`);

const server = createServer({ key, cert: certificate.toString('pem') }, (_, response) => response.end('hello, TLS'));
await once(server.listen(0, '127.0.0.1'), 'listening');
const { port } = server.address() as AddressInfo;
const ca = authority.certificate.toString('pem');
const asked = get({ host: '127.0.0.1', port, servername: 'orders.internal', ca, agent: false });
const [answer] = await once(asked, 'response');
console.log(`Its server answers whoever trusts the CA: ${await text(answer)}`);
server.close();
