// `npm run example <group>/<name>`: builds, and runs one example, against the KMS in the environment or, without one, a local
// KMS in memory. See `usage` for the rest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setUp } from '../scripts/setup.js';
import { asMarkdown, asText, examples } from './list.js';
import { writePage } from './page.js';

const usage = `npm run example <group>/<name>               run an example
npm run example -- --no-build <group>/<name>  as it was built before
npm run example -- --list [--markdown]        list all
npm run example -- --write-page               put that list into docs/examples.md`;

const flags = ['--no-build', '--list', '--markdown', '--write-page'];
const seed = join(import.meta.dirname, 'kms.yaml');
const saysWhichKms = ['KMS_INSTANCE_ENDPOINT', 'KMS_ENDPOINT', 'ALIBABA_CLOUD_ACCESS_KEY_ID'];

const lastPart = (name) => name.split('/').at(-1);

/** Examples with a name similar to `name`. */
async function similar(name, names) {
  const within = names.filter((candidate) => lastPart(candidate).includes(lastPart(name)));
  if (within.length > 0) return within;
  // Before the first build, the comparison of names is not available.
  const { nearestName } = await import('alibabacloud-kms-sdk/internal').catch(() => ({}));
  const nearest = nearestName?.(name, names) ?? nearestName?.(lastPart(name), names.map(lastPart));
  return names.filter((candidate) => candidate === nearest || lastPart(candidate) === nearest);
}

async function refuse(name, names) {
  const meant = await similar(name, names);
  const hint = meant.length > 0 ? `do you mean ${meant.join(' or ')}?` : '"npm run example" lists them all.';
  console.error(`There is no example ${name}: ${hint}`);
  return 2;
}

/** Runs it and waits for its end. @returns its exit code */
async function run(file, variables) {
  const child = spawn(process.execPath, [file], { stdio: 'inherit', env: { ...process.env, ...variables } });
  // On a terminal, the example gets Ctrl-C itself; this process waits for it, so that nothing is left behind.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code, signal] = await once(child, 'exit');
  return code ?? 128 + constants.signals[signal];
}

async function runLocally(file) {
  const { startLocalKms } = await import('alibabacloud-kms-local');
  const { localEnvironment } = await import('./dist/local-environment.js');
  const kms = await startLocalKms({ seed });
  console.error(`The environment names no KMS: a local one in memory, at ${kms.endpoint}, is there for this example.`);
  try {
    return await run(file, localEnvironment(kms));
  } finally {
    await kms.close();
  }
}

async function main(args) {
  const given = new Set(args.filter((arg) => arg.startsWith('-')));
  const [name, ...tooMany] = args.filter((arg) => !arg.startsWith('-'));
  if ([...given].some((flag) => !flags.includes(flag)) || tooMany.length > 0) {
    console.error(usage);
    return 2;
  }
  const list = examples();
  if (given.has('--list')) {
    console.log(given.has('--markdown') ? asMarkdown(list) : asText(list));
    return 0;
  }
  if (given.has('--write-page')) {
    writePage(list);
    return 0;
  }
  if (name === undefined) {
    console.log(`${usage}\n\n${asText(list)}`);
    return 0;
  }
  const names = list.map((example) => example.name);
  const wanted = name.replace(/\.ts$/, '');
  if (!names.includes(wanted)) return refuse(name, names);
  if (!given.has('--no-build')) setUp();
  const file = join(import.meta.dirname, 'dist', `${wanted}.js`);
  if (!existsSync(file)) throw new Error(`${wanted} has not been built: run it without --no-build`);
  return saysWhichKms.some((variable) => process.env[variable]) ? run(file, {}) : runLocally(file);
}

process.exitCode = await main(process.argv.slice(2));
