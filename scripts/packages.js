// `npm run packages`: whether what npm would publish is right for those who install it. It needs the npm registry.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addApplication, bundlerPackages, bundlers, runBundled, startSurroundings } from './packages/bundlers.js';
import { inParallel, install } from './packages/command.js';
import { addPrograms, checkCommands, checkTypes, runProgram } from './packages/consumers.js';
import { checkFiles, checkManifests } from './packages/contents.js';
import { checkWithAttw, checkWithKnip, checkWithPublint } from './packages/linters.js';
import { checkImportTime, checkSize, installedSize } from './packages/measures.js';
import { checkOnNode, installNode, nodeVersions } from './packages/node-versions.js';
import { pack } from './packages/pack.js';
import { addTests, jestPackages, runJest, runVitest, vitestPackages } from './packages/test-runners.js';
import { setUp } from './setup.js';

/** Programs at a time, on machines with few cores too. */
const width = 2;

/** Versions of Node.js's types that projects have: those of each Node.js in support, and newer ones. */
const nodeTypes = ['20', '22', '24', '25', '26'];

const results = [];

/** Runs one check; what it gives back is told beside its title. */
async function check(title, run) {
  const error = await run().then(
    (note) => void console.log(`✓ ${title}${typeof note === 'string' && note !== '' ? `: ${note}` : ''}`),
    (failure) => failure,
  );
  if (error) console.log(`✗ ${title}\n${error.message}`);
  results.push(!error);
}

/** What an installation comes to; checks that build on it fail with its error. */
function needed(promise) {
  promise.catch(() => {});
  return promise;
}

async function checkAll(folder) {
  const packs = await pack(folder);
  const tarballs = packs.map(({ tarball }) => tarball);
  const [sdk] = packs;
  const at = (name) => join(folder, name);

  // Waiting for the registry leaves the processor to the linters.
  const project = needed(install(at('project'), tarballs));
  const typed = nodeTypes.map((version) =>
    needed(install(at(`types-${version}`), [...tarballs, `@types/node@${version}`, 'vitest@4'])),
  );
  const withJest = needed(install(at('jest'), [...tarballs, ...jestPackages]));
  const bundled = needed(install(at('bundled'), [...tarballs, ...bundlerPackages]));
  const withVitest = needed(install(at('vitest'), [...tarballs, ...vitestPackages]));
  const alone = needed(install(at('sdk'), [sdk.tarball]));
  const former = needed(install(at('kms20160120'), ['@alicloud/kms20160120@latest']));
  const compared = needed(install(at('imports'), [sdk.tarball, '@aws-sdk/client-kms@latest']));
  const nodes = nodeVersions.map((version) => needed(installNode(at(`node-${version}`), version)));

  await check('the packages fit together', async () => checkManifests(packs));
  await inParallel(width, [
    ...packs.flatMap((packed) => [
      () => check(`${packed.name}: its files are those that belong to it`, async () => checkFiles(packed)),
      () => check(`${packed.name}: publint`, async () => checkWithPublint(packed)),
      () => check(`${packed.name}: are the types wrong?`, async () => void (await checkWithAttw(packed))),
    ]),
    () => check('nothing is unused (knip)', checkWithKnip),
  ]);

  for (const installed of [project, ...typed]) await installed.then(addPrograms, () => {});
  for (const installed of [withJest, withVitest]) await installed.then(addTests, () => {});
  await bundled.then(addApplication, () => {});
  const surroundings = needed(bundled.then(startSurroundings));
  await inParallel(width, [
    () => check('an empty project imports them', async () => runProgram(await project, 'imports.mjs')),
    () => check('a CommonJS program requires them', async () => runProgram(await project, 'requires.cjs')),
    ...nodeTypes.map((version, index) => () => {
      const title = `TypeScript takes their types, with @types/node ${version}`;
      return check(title, async () => checkTypes(await typed[index]));
    }),
    ...[
      [runJest, withJest],
      [runVitest, withVitest],
    ].flatMap(([runs, installed]) =>
      Object.entries(runs).map(
        ([title, run]) =>
          () =>
            check(`they work in ${title}`, async () => void (await run(await installed))),
      ),
    ),
    ...Object.entries(bundlers).map(
      ([title, bundle], index) =>
        () =>
          check(`an application runs that is bundled by ${title}`, async () =>
            runBundled(await bundled, at(`bundle-${index}`), bundle, await surroundings),
          ),
    ),
    () => check('npx finds the commands', async () => checkCommands(await project, sdk.manifest.version)),
    ...nodes.map((node, index) => () => {
      const title = `they work on Node.js ${nodeVersions[index]}`;
      return check(title, async () => checkOnNode(await project, await node));
    }),
  ]);
  await surroundings.then((running) => running.close());
  await check('the SDK is smaller than the client of KMS 1.0', async () =>
    checkSize(installedSize(await alone), installedSize(await former)),
  );
  await Promise.allSettled(nodes);
  await check('the SDK is imported no slower than the client of AWS KMS', async () => checkImportTime(await compared));
}

setUp();
const folder = mkdtempSync(join(tmpdir(), 'kms-packages-'));
try {
  await checkAll(folder);
} catch (error) {
  console.log(`✗ the packages are packed\n${error.message}`);
  results.push(false);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length && passed > 0 ? 0 : 1;
