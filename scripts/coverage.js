// Writes docs/local-kms-coverage.md: what the local KMS makes of each parameter of each API.
// With --check it writes nothing and exits with 1 when the page is not what model/ says.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './setup.js';

const page = 'docs/local-kms-coverage.md';
const table = (name) => JSON.parse(readFileSync(join(root, 'model', name), 'utf8'));

const levels = {
  implemented: 'has the effect that it has in the service',
  enforced: 'decides what later calls may do; they are refused with the code of the service',
  stored: 'checked, kept and told again; nothing else depends on it',
  checked: 'checked; only one value is possible',
  refused: 'refused with `UnsupportedOperation`, as there is nothing here that it could work with',
  ignored: 'checked against the table of APIs, and then ignored',
};

/** Api → parameter → level. */
export function coverage(management = table('management-api.json'), declared = table('local-kms.json')) {
  const { '//': _, ...lists } = declared;
  const levelOf = new Map(Object.entries(lists).flatMap(([level, names]) => names.map((name) => [name, level])));
  const used = new Set();
  const find = (name) => {
    if (levelOf.has(name)) used.add(name);
    return levelOf.get(name);
  };
  const apis = Object.entries(management.apis).map(([api, { request }]) => {
    const names = request.filter(({ note }) => note !== 'older metadata only').map(({ name }) => name);
    return [
      api,
      Object.fromEntries(names.map((name) => [name, find(`${api}.${name}`) ?? find(name) ?? 'implemented'])),
    ];
  });
  const unknown = [...levelOf.keys()].filter((name) => !used.has(name));
  if (unknown.length > 0) throw new Error(`local-kms.json speaks of ${unknown.join(', ')}, which no API has`);
  return Object.fromEntries(apis);
}

function text() {
  const rows = Object.entries(coverage()).map(([api, parameters]) => {
    const cells = Object.keys(levels).map((level) =>
      Object.keys(parameters)
        .filter((name) => parameters[name] === level)
        .map((name) => `\`${name}\``)
        .join(', '),
    );
    return `| ${[api, ...cells].join(' | ')} |`;
  });
  return `# What the local KMS does with each parameter

<!-- Written by scripts/coverage.js: do not edit; change model/local-kms.json and run npm run generate. -->

All ${rows.length} APIs of the public gateway are there. Of each of them \`packages/sdk/test/local-kms/every-api.test.ts\` calls the
client's method with every parameter that it has a field for, and looks at what reaches the socket, at the answer, and
at which parameters the API has read. A parameter is

${Object.entries(levels)
  .map(([level, words]) => `- **${level}**: ${words}.`)
  .join('\n')}

| API | ${Object.keys(levels).join(' | ')} |
| --- |${' --- |'.repeat(Object.keys(levels).length)}
${rows.join('\n')}

## Where the documentation of KMS says nothing

- A managed data key is made when \`GetManagedDataKey\` first asks for its name: 32 bytes. Without \`DataKeyVersionId\` the
  newest version is answered, and a new one is made when that is a day old. Every version stays readable.
- A rotation changes what is stored here and nothing else: no database, RAM user or ECS instance hears of it. Of two
  accounts of a secret the second gets a new password and goes to the front, so the one that was in use stays valid for
  one more rotation. \`$Auto\` as \`SecretData\` (Redis, PolarDB) makes two accounts, as \`SecretName\` (RAMCredentials)
  it takes the name from \`UserName\` in \`ExtendedConfig\`.
- Automatic rotation of a secret is \`Suspended\` while the secret waits for its deletion, and waits while its encryption
  key cannot be used. Rotations that were missed are made up for by one.
- RSA keys cannot be of origin \`EXTERNAL\`: their material does not fit into what \`RSA_2048\` wraps.
- \`DescribeService\` of KMS 1.0 is not among the APIs: it answers \`InvalidAction.NotFound\`.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, page);
  const wanted = text();
  const current = existsSync(file) && readFileSync(file, 'utf8') === wanted;
  if (process.argv.includes('--check')) {
    if (!current) console.error(`${page} is not what model/ says: run npm run generate`);
    process.exit(current ? 0 : 1);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}
