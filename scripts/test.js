// `npm test`: set-up, the repository's own checks, then every test; arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './checks.js';
import { root, setUp } from './setup.js';

/** Runs vitest and counts from its own report; a file that did not even load counts as one failure. */
function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'kms-tests-'));
  const reportFile = join(folder, 'report.json');
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    const failed = report.numFailedTests + unloaded.length;
    // An error outside any test (an unhandled rejection) fails the run without failing a test.
    return {
      passed: report.numPassedTests,
      skipped: report.numPendingTests + report.numTodoTests,
      failed: failed || (status === 0 ? 0 : 1),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

setUp();
const args = process.argv.slice(2);
const results = args.length === 0 ? checks() : [];
const tests = runTests(args);
const failedChecks = results.filter((check) => !check.passed);
for (const check of results) console.log(`${check.passed ? '✓' : '✗'} ${check.title}`);
for (const check of failedChecks) console.log(`\n${check.title}:\n${check.output}`);

const passed = tests.passed + results.length - failedChecks.length;
const failed = tests.failed + failedChecks.length;
console.log(`${passed} passed, ${failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
