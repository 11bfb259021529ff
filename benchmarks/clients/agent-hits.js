// Hits of `kms agent`, with sequential requests on each connection. Counts bytes instead of parsing them, so that the client
// does not slow the agent down.
import { once } from 'node:events';
import { connect } from 'node:net';
import { readFacts, serveTasks } from './tasks.cjs';

const { endpoint, token, secretName, connections } = await readFacts();
const { host, hostname, port } = new URL(endpoint);
const path = `/v1/secrets/${secretName}`;
const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n\r\n`;

async function open() {
  const socket = connect(Number(port), hostname).setNoDelay().setEncoding('latin1');
  await once(socket, 'connect');
  return socket;
}

/** Resolves with the response, whose length is in its header. */
function ask(socket) {
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk) => {
      text += chunk;
      const bodyStart = text.indexOf('\r\n\r\n') + 4;
      const [, length] = /^content-length: (\d+)$/im.exec(text.slice(0, bodyStart)) ?? [];
      if (bodyStart < 4 || text.length < bodyStart + Number(length)) return;
      socket.off('data', read);
      if (text.startsWith('HTTP/1.1 200 ') && text.includes('"SecretData"')) resolve();
      else reject(new Error(`${path} was answered ${text.slice(0, text.indexOf('\r\n'))}`));
    };
    socket.on('data', read);
    socket.write(request);
  });
}

const free = await Promise.all(Array.from({ length: connections }, open));

await serveTasks({
  async hits() {
    const socket = free.pop();
    await ask(socket);
    free.push(socket);
  },
});
for (const socket of free) socket.destroy();
