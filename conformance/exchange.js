// What our clients give to the clients of others, and what they make of what they get from them. The format: README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OurClients } from './ours/clients.js';
import { envelopeItems } from './ours/envelope-items.js';
import { instanceItems } from './ours/instance-items.js';
import { mistakes } from './ours/mistakes.js';
import { publicItems } from './ours/public-items.js';
import { secretCacheItems } from './ours/secret-cache-items.js';
import { transferItems } from './ours/transfer-items.js';

/** Writes `ours.json`; the results are those of our clients with the same items. */
export async function write(facts, folder) {
  const clients = new OurClients(facts);
  try {
    const made = await Promise.all([
      instanceItems(clients),
      publicItems(clients),
      transferItems(clients),
      mistakes(clients),
      envelopeItems(clients),
      secretCacheItems(clients, facts),
    ]);
    const items = made.flat();
    writeFileSync(join(folder, 'ours.json'), JSON.stringify(items, null, 1));
    return await checkAll(clients, items.map(asRefusedByOurs), 'made by ours');
  } finally {
    await clients.close();
  }
}

/** Our clients with the items in another client's file. */
export async function check(facts, file) {
  const clients = new OurClients(facts);
  try {
    return await checkAll(clients, JSON.parse(readFileSync(file, 'utf8')), 'read by ours');
  } finally {
    await clients.close();
  }
}

/** Some mistakes our clients refuse without asking KMS. */
const asRefusedByOurs = (item) => (item.ourCode === undefined ? item : { ...item, code: item.ourCode });

const checkAll = (clients, items, who) =>
  Promise.all(
    items.map(async (item) => {
      const difference = await differenceOf(clients, item).catch((error) => `no item: ${error.message}`);
      return {
        operation: item.operation,
        case: `${who}: ${item.kind}, ${item.case}`,
        passed: difference === undefined,
        ...(difference !== undefined && { difference }),
      };
    }),
  );

async function differenceOf(clients, item) {
  if ((item.answer === undefined) === (item.code === undefined)) throw new Error('it has either an answer or a code');
  const got = await clients.ask(item).then(
    (answer) => ({ answer }),
    (error) => ({ code: error.code ?? error.name, message: error.message }),
  );
  if (item.code !== undefined) {
    if (got.code === item.code) return undefined;
    return `expected ${item.code}, got ${got.code ? `${got.code}: ${got.message}` : 'an answer'}`;
  }
  if (!got.answer) return `expected an answer, got ${got.code}: ${got.message}`;
  for (const [name, expected] of Object.entries(item.answer)) {
    const [wanted, actual] = [JSON.stringify(expected), JSON.stringify(got.answer[name])];
    if (wanted !== actual) return `${name}: expected ${wanted}, got ${actual}`;
  }
  return undefined;
}
