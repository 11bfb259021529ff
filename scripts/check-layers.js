// Enforces the directions of ARCHITECTURE.md: which part may import which, no cycles, no way around a package's exports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { root } from './setup.js';

/** What a client of either generation is put together of. */
const clientParts = [
  ...['gateways', 'instance', 'public', 'wire', 'transport', 'credentials', 'model', 'checks', 'errors', 'util'],
];

/**
 * Part → parts of the same package that it may import. A part is a folder under `src`, or a file there without its
 * ending. Types may cross any border that values may.
 */
const mayImport = {
  sdk: {
    util: [],
    errors: ['model', 'util'],
    checks: ['errors', 'util'],
    model: ['util'],
    wire: ['model', 'errors', 'util'],
    transport: ['wire', 'model', 'checks', 'errors', 'util'],
    credentials: ['wire', 'checks', 'errors', 'util'],
    instance: ['wire', 'transport', 'credentials', 'model', 'util'],
    public: ['wire', 'transport', 'credentials', 'model', 'checks', 'errors', 'util'],
    gateways: ['instance', 'public', 'transport'],
    'public-key': ['wire', 'model', 'checks', 'util'],
    client: [...clientParts, 'public-key'],
    're-encrypt-walk': ['transport', 'checks', 'util'],
    transfer: [...clientParts, 're-encrypt-walk'],
    envelope: ['client', 'public-key', 're-encrypt-walk', 'wire', 'checks', 'errors', 'util'],
    // Of a client it knows the types.
    secrets: ['client', 'transport', 'model', 'checks', 'errors', 'util'],
    index: ['client', 're-encrypt-walk', 'credentials', 'transport', 'model', 'errors'],
    internal: ['wire', 'public-key', 'model', 'errors', 'util'],
  },
  local: {
    generated: [],
    'service-error': [],
    'text-checks': ['service-error'],
    'operator-error': [],
    clock: [],
    'random-text': [],
    guard: [],
    store: ['service-error', 'operator-error', 'clock'],
    keys: ['store', 'service-error', 'clock', 'guard', 'random-text'],
    secrets: ['keys', 'store', 'service-error', 'clock', 'guard'],
    instances: ['store', 'service-error', 'clock'],
    access: ['store', 'pki', 'service-error', 'text-checks', 'clock', 'guard', 'random-text'],
    pki: ['store'],
    kms: ['keys', 'secrets', 'instances', 'access', 'store', 'clock'],
    handlers: ['kms', 'keys', 'secrets', 'instances', 'access', 'store', 'service-error', 'text-checks'],
    identity: ['access', 'keys', 'store', 'service-error', 'clock', 'guard', 'random-text'],
    gateways: [
      'identity',
      'handlers',
      'kms',
      'access',
      'keys',
      'store',
      'service-error',
      'clock',
      'guard',
      'text-checks',
    ],
    seed: [
      'operator-error',
      'text-checks',
      'kms',
      'access',
      'keys',
      'secrets',
      'instances',
      'store',
      'service-error',
      'clock',
      'random-text',
    ],
    admin: [
      'generated',
      'operator-error',
      'seed',
      'gateways',
      'kms',
      'keys',
      'secrets',
      'store',
      'service-error',
      'clock',
    ],
    server: ['admin', 'identity', 'gateways', 'kms', 'store', 'service-error', 'clock'],
    start: [
      'server',
      'admin',
      'gateways',
      'seed',
      'identity',
      'access',
      'pki',
      'kms',
      'keys',
      'secrets',
      'store',
      'clock',
      'service-error',
      'operator-error',
      'random-text',
    ],
    cli: ['start', 'generated', 'operator-error', 'clock'],
    index: ['start', 'admin', 'seed', 'clock'],
    vitest: ['start'],
    'node-test': ['start'],
  },
  cli: {
    generated: [],
    printable: [],
    'option-words': [],
    failures: ['option-words'],
    context: [],
    config: ['io', 'printable', 'failures'],
    io: ['context', 'printable', 'failures'],
    'key-arn': [],
    'dry-run': ['io', 'failures'],
    session: ['config', 'dry-run', 'io', 'context', 'printable', 'failures', 'key-arn'],
    data: ['session', 'dry-run', 'io', 'failures', 'key-arn'],
    reencrypt: ['data', 'session', 'io', 'printable', 'failures'],
    doctor: ['session', 'config', 'failures'],
    local: ['session', 'io', 'failures'],
    lifetime: [],
    child: ['config', 'printable', 'failures'],
    secrets: ['child', 'lifetime', 'session', 'io', 'printable', 'failures'],
    agent: ['secrets', 'lifetime', 'session', 'io', 'printable', 'failures'],
    bench: ['config', 'context', 'printable', 'failures'],
    'bench-worker': ['bench'],
    commands: [
      ...['agent', 'bench', 'child', 'local', 'doctor', 'reencrypt', 'data', 'secrets', 'session'],
      ...['key-arn', 'config', 'io', 'context', 'generated', 'printable', 'failures'],
    ],
    program: ['commands', 'context', 'printable', 'failures'],
    cli: ['program', 'context'],
  },
};

/** What a package may import of its neighbours. */
const packageImports = {
  sdk: [],
  local: ['alibabacloud-kms-sdk/internal'],
  cli: [
    'alibabacloud-kms-sdk',
    'alibabacloud-kms-sdk/envelope',
    'alibabacloud-kms-sdk/secrets',
    'alibabacloud-kms-local',
  ],
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
const problems = [];

function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file));
}

const partOf = (source, file) => {
  const [first = ''] = relative(source, file).split(sep);
  return first.replace(/\.ts$/, '');
};

function checkImport(name, source, file, specifier, edges) {
  const where = relative(root, file);
  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('alibabacloud-kms-') && !packageImports[name].includes(specifier)) {
      problems.push(`${where}: must not import ${specifier}`);
    }
    return;
  }
  const target = join(dirname(file), specifier).replace(/\.js$/, '.ts');
  if (relative(source, target).startsWith('..')) {
    if (!/package\.json$/.test(target)) problems.push(`${where}: ${specifier} leaves the package`);
    return;
  }
  edges.push(target);
  const from = partOf(source, file);
  const to = partOf(source, target);
  if (to === 'index') problems.push(`${where}: nobody inside imports index.ts`);
  if (from !== to && !mayImport[name][from]?.includes(to)) problems.push(`${where}: ${from} must not look at ${to}`);
}

function reportCycles(graph) {
  const state = new Map();
  const path = [];
  const visit = (file) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      const cycle = [...path.slice(path.indexOf(file)), file].map((step) => relative(root, step));
      problems.push(`import cycle: ${cycle.join(' → ')}`);
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file);
}

for (const name of Object.keys(mayImport)) {
  const source = join(root, 'packages', name, 'src');
  const graph = new Map();
  for (const file of sourceFiles(source)) {
    const text = readFileSync(file, 'utf8');
    const part = partOf(source, file);
    if (!mayImport[name][part])
      problems.push(`${relative(root, file)}: ${part} has no place in scripts/check-layers.js yet`);
    if (/^export \*/m.test(text)) problems.push(`${relative(root, file)}: export * hides what is public`);
    const edges = [];
    for (const match of text.matchAll(importPattern)) {
      const specifier = match[1] ?? match[2] ?? match[3];
      // Types count as values do: files that need each other's types are one thing, or a third one is missing. What is
      // imported when it is first used closes no circle.
      checkImport(name, source, file, specifier, match[2] === undefined ? edges : []);
    }
    graph.set(file, edges);
  }
  reportCycles(graph);
}

for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
