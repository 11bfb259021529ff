// `npm run docs` builds the documentation site. `-- --dev` serves it while somebody writes, `-- --check` looks at
// everything that can be wrong with it and ends with a count.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { twinProblems } from './docs/twins.js';
import { root, setUp } from './setup.js';

const node = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { passed: status === 0, output: `${stdout}${stderr}`.trim() };
};

const vitepress = join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js');
const typedoc = join(root, 'docs', 'node_modules', 'typedoc', 'bin', 'typedoc');

const steps = {
  api: {
    title: 'API reference',
    run: () => {
      rmSync(join(root, 'docs', 'api'), { recursive: true, force: true });
      return node(typedoc, '--options', 'docs/typedoc.json', '--tsconfig', 'docs/tsconfig.api.json');
    },
  },
  current: { title: 'generated parts are current', run: () => node('scripts/generated-docs.js', '--check') },
  twins: {
    title: 'both languages have the same pages',
    run: () => {
      const problems = twinProblems();
      return { passed: problems.length === 0, output: problems.join('\n') };
    },
  },
  site: { title: 'site', run: () => node(vitepress, 'build', 'docs') },
};

function take({ title, run }) {
  const startedAt = performance.now();
  const { passed, output } = run();
  console.log(`${passed ? '✓' : '✗'} ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (!passed) console.error(output);
  return passed;
}

setUp();
const [mode] = process.argv.slice(2);
if (mode === '--check') {
  const results = Object.values(steps).map(take);
  const passed = results.filter(Boolean).length;
  console.log(`${passed} passed, ${results.length - passed} failed`);
  process.exit(passed === results.length ? 0 : 1);
}
if (!take(steps.api)) process.exit(1);
if (mode === '--dev') {
  const { status } = spawnSync(process.execPath, [vitepress, 'dev', 'docs'], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
if (mode !== undefined) {
  console.error(`unknown: ${mode}; there are --dev and --check`);
  process.exit(2);
}
if (!take(steps.site)) process.exit(1);
console.log(`The site is in ${join('docs', '.vitepress', 'dist')}; npm run docs -- --dev shows it.`);
