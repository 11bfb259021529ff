// The public API by name and signature, one file for each entry of a package: `packages/<package>/api/<entry>.api.md`.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { typedEntries } from '../declarations.js';
import { root } from '../setup.js';

const written = join(root, 'node_modules', '.cache', 'kms-toolkit', 'api');

/** Nothing is promised of what the local KMS shares with the client. */
const entries = ['sdk', 'local'].flatMap((name) => {
  const folder = join(root, 'packages', name);
  return typedEntries(folder)
    .filter(({ entry }) => entry !== './internal')
    .map(({ entry, declarations }) => {
      const report = join(folder, 'api', `${entry === '.' ? 'index' : entry.slice(2)}.api.md`);
      return { name, folder, declarations, report };
    });
});

const silent = { default: { logLevel: 'none' } };

const configOf = ({ name, folder, declarations, report }) =>
  ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            module: 'nodenext',
            lib: ['es2023', 'esnext.disposable'],
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          files: [declarations],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: relative(join(folder, 'api'), report),
        reportFolder: join(folder, 'api'),
        reportTempFolder: join(written, name),
        // Methods of `Client` stand in classes that it extends.
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // The documentation's generator checks the docstrings.
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });

/** Lines that only one of the two texts has. */
function difference(before, after) {
  const [was, is] = [before, after].map((text) => text.split('\n'));
  const only = (lines, others, sign) => lines.filter((line) => !others.includes(line)).map((line) => `${sign} ${line}`);
  return [...only(was, is, '-'), ...only(is, was, '+')];
}

/** @returns what is wrong: an API that is not what its report says */
export function checkReports(write) {
  const configs = entries.map(configOf);
  for (const { reportFolder } of configs) mkdirSync(reportFolder, { recursive: true });
  const compilerState = CompilerState.create(configs[0], {
    additionalEntryPoints: configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
  });
  const problems = [];
  for (const [index, config] of configs.entries()) {
    const messages = [];
    const { apiReportChanged, errorCount } = Extractor.invoke(config, {
      compilerState,
      localBuild: write,
      messageCallback(message) {
        if (message.logLevel === 'error') messages.push(message.formatMessageWithLocation(root));
        message.handled = true;
      },
    });
    const report = relative(root, entries[index].report);
    if (errorCount > 0) problems.push(`${report}: ${messages.join('\n')}`);
    if (apiReportChanged && !write) {
      const lines = difference(read(config.reportFilePath), read(config.reportTempFilePath));
      problems.push(
        `${report} is not what users can import now; if that is on purpose: npm run api\n${lines.join('\n')}`,
      );
    }
  }
  return problems;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @returns names that more than one entry of a package exports: nobody could tell which to import */
export function checkDoors() {
  const doors = new Map();
  for (const { name, report } of entries) {
    for (const [, exported] of read(report).matchAll(
      /^export (?:abstract )?(?:class|const|function|interface|type) (\w+)/gm,
    )) {
      const key = `${name}: ${exported}`;
      doors.set(key, (doors.get(key) ?? new Set()).add(relative(root, report)));
    }
  }
  return [...doors]
    .filter(([, reports]) => reports.size > 1)
    .map(([key, reports]) => `${key} has more than one entry: ${[...reports].join(', ')}`);
}
