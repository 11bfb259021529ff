// The reference implementation of age, in Go: it reads the files that an envelope writes for a recipient of its, and an
// envelope reads what it writes.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Envelope, inspectMessage, newIdentity } from 'alibabacloud-kms-sdk/envelope';
import { OurClients } from '../../ours/clients.js';

const { facts, report } = createRequire(import.meta.url)('../../node/checks.cjs');

const version = 'v1.3.2';
const folder = process.env.CONFORMANCE_EXCHANGE;
const file = (name) => join(folder, name);
const context = { backup: 'monday' };
const chunk = 65_536;
const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 5 * chunk];

/** Into the exchange's folder; Go keeps what it downloaded and built. */
function install() {
  const packages = ['age', 'age-keygen'].map((name) => `filippo.io/age/cmd/${name}@${version}`);
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' };
  execFileSync('go', ['install', ...packages], { env, stdio: ['ignore', 'ignore', 'pipe'] });
}

const run = (name, ...args) => execFileSync(file(name), args, { stdio: ['ignore', 'pipe', 'pipe'] });

function newAgeIdentity() {
  run('age-keygen', '-o', file('theirs.txt'));
  const [, recipient] = /public key: (age1\w+)/.exec(readFileSync(file('theirs.txt'), 'utf8'));
  return recipient;
}

const check = (operation, name, passed) => report(operation, name, passed ? undefined : 'it is not the same');

async function main() {
  install();
  const { client } = new OurClients(facts);
  const theirs = newAgeIdentity();
  const ours = newIdentity();
  writeFileSync(file('ours.txt'), `${ours.identity}\n`);
  check('newIdentity', 'age-keygen -y', run('age-keygen', '-y', file('ours.txt')).toString().trim() === ours.recipient);

  const options = { kms: client, keys: ['alias/conformance'], gateway: 'public' };
  const envelope = new Envelope({ ...options, recipients: [theirs, ours.recipient] });
  for (const size of sizes) {
    const data = randomBytes(size);
    writeFileSync(file('file.age'), await envelope.encrypt(data, { context, format: 'age' }));
    for (const identity of ['theirs.txt', 'ours.txt']) {
      const opened = run('age', '--decrypt', '--identity', file(identity), file('file.age'));
      check('Envelope.encrypt', `${size} bytes, age --decrypt with ${identity}`, opened.equals(data));
    }
    writeFileSync(file('data'), data);
    run('age', '--recipient', ours.recipient, '--output', file('theirs.age'), file('data'));
    const written = readFileSync(file('theirs.age'));
    const opened = await envelope.decrypt(written, { context: {}, identities: [ours.identity] });
    check('Envelope.decrypt', `${size} bytes of age --encrypt`, Buffer.from(opened.plaintext).equals(data));
    const adopted = await envelope.reEncrypt(written, { context: {}, identities: [ours.identity] });
    const byKms = await new Envelope(options).decrypt(adopted, { context: {} });
    check('Envelope.reEncrypt', `${size} bytes of age, opened by KMS`, Buffer.from(byKms.plaintext).equals(data));
    writeFileSync(file('adopted.age'), adopted);
    const still = run('age', '--decrypt', '--identity', file('ours.txt'), file('adopted.age'));
    check('Envelope.reEncrypt', `${size} bytes, age --decrypt as before`, still.equals(data));
  }

  const onlyKms = await new Envelope(options).encrypt('x', { context, format: 'age' });
  writeFileSync(file('kms.age'), onlyKms);
  const { status, stderr } = spawnSync(file('age'), ['--decrypt', '--identity', file('ours.txt'), file('kms.age')]);
  const passedOver = status !== 0 && `${stderr}`.includes('no identity matched');
  check('Envelope.encrypt', 'age passes over a stanza that it does not know', passedOver);
  check('inspectMessage', 'of age', inspectMessage(readFileSync(file('theirs.age'))).recipients.join() === 'X25519');
}

main().catch((error) => {
  const reason =
    error.code === 'ENOENT' ? 'Go cannot be found' : `${error.stderr ?? ''}`.trim().split('\n').at(-1) || `${error}`;
  report('(program)', 'goes on to its end', reason);
});
