// The packages in tests of applications: jest with ES modules, with CommonJS and with ts-jest; vitest in each environment.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.js';
import { runCommand } from './command.js';

const files = join(root, 'scripts', 'packages', 'runners');

/** What such a project installs beside the packages. */
export const jestPackages = [
  'jest@30.5.2',
  'ts-jest@29.4.15',
  'typescript@5.9.3',
  '@types/jest@30.0.0',
  '@types/node@20',
];
export const vitestPackages = ['vitest@4.1.12', 'jsdom@26.1.0', 'happy-dom@20'];

export function addTests(project) {
  cpSync(files, project, { recursive: true });
}

/** jest runs test files in a context of its own, where ES modules need a flag of Node.js. */
const jest = (project, config) => {
  const name = `jest.${config.testMatch[0].split('/').at(-1)}.json`;
  writeFileSync(join(project, name), JSON.stringify({ testTimeout: 60_000, ...config }));
  const bin = join('node_modules', 'jest', 'bin', 'jest.js');
  return runCommand(process.execPath, ['--experimental-vm-modules', bin, '--config', name], { cwd: project });
};

export const runJest = {
  'jest, an ES module': (project) => jest(project, { testMatch: ['**/imports.spec.mjs'], transform: {} }),
  'jest, CommonJS': (project) => jest(project, { testMatch: ['**/common-js.spec.cjs'], transform: {} }),
  'ts-jest': (project) =>
    jest(project, {
      testMatch: ['**/typed.spec.ts'],
      extensionsToTreatAsEsm: ['.ts'],
      transform: {
        '^.+\\.ts$': [
          'ts-jest',
          {
            useESM: true,
            tsconfig: {
              module: 'esnext',
              moduleResolution: 'bundler',
              target: 'es2022',
              strict: true,
              types: ['jest', 'node'],
              isolatedModules: true,
            },
          },
        ],
      },
    }),
};

export const runVitest = Object.fromEntries(
  ['node', 'jsdom', 'happy-dom'].map((environment) => [
    `vitest in ${environment}`,
    (project) => {
      const bin = join('node_modules', 'vitest', 'vitest.mjs');
      const args = ['run', '--globals', '--environment', environment, '--testTimeout', '60000', 'imports.spec.mjs'];
      return runCommand(process.execPath, [bin, ...args], { cwd: project });
    },
  ]),
);
