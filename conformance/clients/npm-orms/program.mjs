// TypeORM and Prisma by the recipes of docs/secret-cache.md: a password is rotated while they work, and their connections end.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'alibabacloud-kms-sdk';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { npmPackages } from '../../../benchmarks/lib/peers.js';
import { startOrders } from './postgres.mjs';

const { facts, equal, report } = createRequire(import.meta.url)('../../node/checks.cjs');

const prismaVersion = '7.10.0';
const specs = ['typeorm@1.1.1', 'pg@8.23.1'].concat(
  ['prisma', '@prisma/client', '@prisma/adapter-pg'].map((name) => `${name}@${prismaVersion}`),
);
const secretName = 'conformance/orm';
const rotations = 10;
const workersCount = 4;
const first = { id: 1, note: 'first' };

const packages = await npmPackages('npm-orms', specs);
const load = createRequire(join(packages, 'package.json'));

/** The client's generator is WebAssembly; the engine that it wants beside is for migrations, and would be downloaded. */
function generatePrismaClient() {
  const schema = join(packages, 'schema.prisma');
  copyFileSync(join(import.meta.dirname, 'schema.prisma'), schema);
  writeFileSync(join(packages, 'prisma.config.mjs'), "export default { schema: 'schema.prisma' };\n");
  execFileSync(process.execPath, [join(packages, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: packages,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return load('orders-client').PrismaClient;
}

async function openTypeOrm(credentials, { address, user }, pool) {
  const { DataSource, EntitySchema } = load('typeorm');
  const columns = { id: { type: Number, primary: true }, note: { type: String } };
  const Order = new EntitySchema({ name: 'Order', tableName: 'orders', columns });
  const login = { username: user, password: credentials.password };
  const source = new DataSource({ type: 'postgres', ...address, ...login, entities: [Order], extra: pool });
  await credentials.retrying(() => source.initialize())();
  const find = (manager, id) => manager.getRepository('Order').findOneBy({ id });
  return {
    works: {
      find: credentials.retrying((id) => find(source.manager, id)),
      transaction: credentials.retrying((id) => source.transaction((manager) => find(manager, id))),
    },
    close: () => source.destroy(),
  };
}

async function openPrisma(credentials, { address, user }, pool) {
  const { PrismaPg } = load('@prisma/adapter-pg');
  const PrismaClient = generatePrismaClient();
  const adapter = new PrismaPg({ ...address, user, password: credentials.password, ...pool });
  const $allOperations = credentials.retrying(({ args, query }) => query(args));
  const prisma = new PrismaClient({ adapter }).$extends({ query: { $allOperations } });
  const transaction = credentials.retrying((work) => prisma.$transaction(work));
  const findOf = (orders, id) => orders.findUnique({ where: { id } });
  return {
    works: {
      find: (id) => findOf(prisma.order, id),
      'raw query': async (id) => (await prisma.$queryRaw`select id, note from orders where id = ${id}`)[0],
      transaction: (id) => transaction(({ order }) => findOf(order, id)),
      'batch of a transaction': async (id) => (await prisma.$transaction([findOf(prisma.order, id)]))[0],
    },
    close: () => prisma.$disconnect(),
  };
}

/** Both orders in which a password can be changed in two places, in turns. */
function rotator(client, orders) {
  const { user } = orders;
  let version = 0;
  return async () => {
    version += 1;
    const password = `password-${version}`;
    const versionId = `v${version}`;
    const secret = { secretName, secretData: JSON.stringify({ user, password }), versionId };
    if (version % 2 === 1) {
      await client.putSecretValue(secret);
      await orders.setPassword(password);
    } else {
      await client.putSecretValue({ ...secret, versionStages: ['ACSPending'] });
      await orders.setPassword(password);
      await client.updateSecretVersionStage({ secretName, versionStage: 'ACSCurrent', moveToVersion: versionId });
    }
  };
}

/** @returns failures of work that goes on while the password is rotated */
async function underLoad(work, rotate) {
  let over = false;
  let done = 0;
  const failures = [];
  const worker = async () => {
    while (!over) {
      await work(1).catch((error) => failures.push(`${error}`));
      done += 1;
    }
  };
  const workers = Array.from({ length: workersCount }, worker);
  for (let rotation = 0; rotation < rotations; rotation += 1) {
    await rotate();
    for (const enough = done + 2 * workersCount; done < enough; ) await wait(1);
  }
  over = true;
  await Promise.all(workers);
  return failures;
}

async function check(name, open, client, orders, rotate) {
  const secrets = new SecretCache({ client });
  const credentials = secrets.rotatingCredentials(secretName);
  // What the cache has is old when the first connection is made.
  await secrets.get(secretName);
  await rotate();
  // Each piece of work logs in anew.
  const anew = await open(credentials, orders, { maxUses: 1 });
  for (const [what, work] of Object.entries(anew.works)) {
    equal(name, `${what}, before a rotation`, first, { ...(await work(1)) });
    equal(name, `${what}, the password is rotated under load`, [], await underLoad(work, rotate));
  }
  await anew.close();

  const kept = await open(credentials, orders, { maxLifetimeSeconds: 86_400 });
  for (const [what, work] of Object.entries(kept.works)) {
    await work(1);
    await rotate();
    await orders.endConnections();
    // The pool is told of it in its own time.
    await wait(100);
    equal(name, `${what}, the server has ended the connections`, first, { ...(await work(1)) });
  }
  await kept.close();
  await secrets.close();
}

const publicConfig = {
  endpoint: `${facts.host}:${facts.port}`,
  regionId: facts.regionId,
  accessKeyId: facts.accessKeyId,
  accessKeySecret: facts.accessKeySecret,
  ca: readFileSync(facts.caFile, 'utf8'),
};
const client = new Client({ publicConfig });
const password = 'password-0';
const orders = await startOrders(packages, password);
try {
  await client.createSecret({
    secretName,
    secretData: JSON.stringify({ user: orders.user, password }),
    versionId: 'v0',
  });
  const rotate = rotator(client, orders);
  await check('TypeORM', openTypeOrm, client, orders, rotate);
  await check('Prisma', openPrisma, client, orders, rotate);
} catch (error) {
  report('(program)', 'goes on to its end', `${error?.stack ?? error}`);
} finally {
  await client.close();
  await orders.stop();
}
