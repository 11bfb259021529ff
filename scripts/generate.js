// Writes the source files that are generated from model/ and package.json: `node scripts/generate.js`.
// With --check it writes nothing, names the files that differ and exits with 1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildActions } from './generate/actions.js';
import { buildInstanceApis } from './generate/instance-apis.js';
import { fillIn, readLimits } from './generate/limits.js';
import { groupTypes, operations } from './generate/operations.js';
import { apiRules } from './generate/rules.js';
import { actionsTable, endpoints, instanceMessages, instanceOperations } from './generate/tables.js';
import { transferFiles } from './generate/transfer.js';
import { enumerations, objects } from './generate/types.js';
import { instanceTypes, publicTypes, requestRules } from './generate/wire-types.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A table of model/. */
export const modelTable = (name) => JSON.parse(readFileSync(join(root, 'model', name), 'utf8'));

/** A package's version as source: bundled into an application, the code has no package.json beside it. */
function versionFile(name) {
  const { version } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return `// Generated from package.json by scripts/generate.js.\n\nexport const version = '${version}';\n`;
}

/** Names of the key specs, for help that is shown before the SDK is loaded. */
function keySpecNames() {
  const table = readFileSync(join(root, 'packages/sdk/src/model/key-specs.ts'), 'utf8');
  const [, entries] = /export const keySpecs = \{\n(.*?)\n\} as const/s.exec(table);
  const names = [...entries.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => `  '${name}',\n`);
  return `// Generated from the key specs of the SDK by scripts/generate.js.\n\nexport const keySpecNames = [\n${names.join('')}];\n`;
}

/** Every generated file: path → text. */
export function generate() {
  const management = modelTable('management-api.json');
  const messages = modelTable('instance-messages.json');
  const overlay = modelTable('apis.json');
  const rules = modelTable('api-rules.json');
  const actions = buildActions(management, overlay);
  const instanceApis = buildInstanceApis({ messages, overlay, words: modelTable('instance-apis.json'), actions });
  const instance = instanceApis.map(({ name, message }) => ({ name, ...message }));
  const limits = readLimits(join(root, 'packages/sdk/src/model/limits.ts'));
  const text = (words) => fillIn(words, limits);
  const model = 'packages/sdk/src/model/generated';
  const client = 'packages/sdk/src/client/generated';
  const local = 'packages/local/src';
  const types = groupTypes([...instanceApis, ...actions], overlay, text).map((file) => [
    `${client}/${file.group}.ts`,
    file.text,
  ]);
  const transfer = Object.entries(transferFiles(management, overlay, text)).map(([name, file]) => [
    `packages/sdk/src/transfer/generated/${name}.ts`,
    file,
  ]);
  return {
    [`${model}/instance-messages.ts`]: instanceMessages(messages, overlay),
    [`${model}/instance-operations.ts`]: instanceOperations(instanceApis),
    [`${model}/endpoints.ts`]: endpoints(management),
    [`${model}/actions.ts`]: actionsTable(actions),
    [`${model}/api-rules.ts`]: apiRules(rules, management, overlay),
    [`${model}/version.ts`]: versionFile('sdk'),
    [`${local}/generated/version.ts`]: versionFile('local'),
    'packages/cli/src/generated/key-spec-names.ts': keySpecNames(),
    [`${local}/handlers/generated/public-types.ts`]: publicTypes(actions, rules),
    [`${local}/handlers/generated/instance-types.ts`]: instanceTypes(messages, instance, overlay, rules),
    [`${local}/gateways/generated/request-rules.ts`]: requestRules(
      instance,
      overlay,
      rules,
      modelTable('local-kms.json'),
    ),
    [`${client}/enumerations.ts`]: enumerations(overlay),
    [`${client}/objects.ts`]: objects(actions, overlay, text),
    [`${client}/operations.ts`]: operations(instanceApis, actions, overlay, text),
    ...Object.fromEntries([...types, ...transfer]),
  };
}

/** Paths of the files whose text is another one. */
export function stale(files = generate()) {
  return Object.keys(files).filter((path) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== files[path];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = generate();
  const changed = stale(files);
  if (process.argv.includes('--check')) {
    for (const path of changed) console.error(`${path} is out of date: run npm run generate`);
    process.exit(changed.length === 0 ? 0 : 1);
  }
  for (const path of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files[path]);
    console.log(`wrote ${path}`);
  }
}
