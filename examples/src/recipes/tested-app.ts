/** Run the small HTTP service of the recipe about testing, and request a note. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';
import { notesApp } from './tested-app/notes-app.js';

const client = instanceClient();
const notes = new Map<string, Uint8Array>();
const server = notesApp(client, envOr('KMS_KEY_ID', 'alias/example'), notes).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notes/1`;

await fetch(url, { method: 'PUT', body: 'buy milk' });
const answer = await fetch(url);
console.log(`GET ${new URL(url).pathname}: ${answer.status}, ${await answer.text()}`);
console.log(`The service keeps ${notes.get('1')?.length} sealed bytes`);

server.close();
await client.close();
