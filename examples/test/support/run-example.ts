import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll } from 'vitest';
import { localEnvironment } from '../../src/local-environment.js';

const examplesFolder = fileURLToPath(new URL('../../', import.meta.url));

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

export interface Examples {
  /** The local KMS of this test file, with the seed `examples/kms.yaml`. */
  readonly kms: LocalKms;
  /**
   * Runs an example as a process, with the environment of the local KMS.
   *
   * @param name as `npm run example` takes it, e.g. `operation/sign`
   * @param env more variables; an empty one counts as not set
   * @throws if its exit code is not 0, with all of its output
   */
  run(name: string, env?: Readonly<Record<string, string>>): Promise<Output>;
}

/** The environment of this process, without variables that would point an example to another KMS. */
export const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(KMS|ALIBABA_CLOUD|NODE)_/.test(name)));

/** One local KMS for all tests of a file; call this at the file's top level. */
export function useExamples(): Examples {
  let kms: LocalKms | undefined;
  beforeAll(async () => {
    kms = await startLocalKms({ seed: `${examplesFolder}kms.yaml` });
  });
  afterAll(async () => {
    await kms?.close();
  });
  const started = (): LocalKms => {
    if (!kms) throw new Error('the local KMS is there in tests, not while they are collected');
    return kms;
  };
  return {
    get kms() {
      return started();
    },
    run: (name, env = {}) => runExample(name, { ...ownEnvironment(), ...localEnvironment(started()), ...env }),
  };
}

function runExample(name: string, env: Readonly<Record<string, string | undefined>>): Promise<Output> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [`${examplesFolder}dist/${name}.js`], { env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${name} ended with ${error.code ?? error.signal}\n${stdout}${stderr}`));
      else resolve({ stdout, stderr });
    });
  });
}
