// What holds for the whole repository beside its tests: `npm run check`, and part of `npm test`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, setUp } from './setup.js';

const bin = (...path) => join(root, 'node_modules', ...path);

const commands = [
  { title: 'formatted and linted', args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  { title: 'tests type-check', args: [bin('typescript', 'bin', 'tsc'), '--project', 'tsconfig.tests.json'] },
  { title: 'generated files are current', args: ['scripts/generate.js', '--check'] },
  { title: 'generated parts of the documentation are current', args: ['scripts/generated-docs.js', '--check'] },
  { title: 'users can import what they could, at the size it had', args: ['scripts/api.js', '--check'] },
  { title: 'every part looks only where it may', args: ['scripts/check-layers.js'] },
];

/** Runs every check; never throws. */
export function checks() {
  return commands.map(({ title, args }) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    return { title, passed: status === 0, output: `${stdout}${stderr}`.trim() };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  const results = checks();
  for (const { title, passed, output } of results)
    console.log(`${passed ? '✓' : '✗'} ${title}${passed ? '' : `\n${output}`}`);
  process.exit(results.every((check) => check.passed) ? 0 : 1);
}
