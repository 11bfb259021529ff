import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';

export type Env = Readonly<Record<string, string>>;

export interface Ended {
  code: number;
  output: string;
}

/** Nothing of the test run around it, nor of a KMS that this machine is set up for. */
const ofTheReader = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_|TEST$|KMS_|npm_|ALIBABA)/.test(name)),
  );

/** Runs a program to its end, as on a reader's machine: in a folder where packages are installed. */
export function run(file: string, args: readonly string[], folder: string, more: Env = {}): Promise<Ended> {
  const path = [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...ofTheReader(), PATH: path, NO_COLOR: '1', ...more };
  return new Promise((resolve) => {
    execFile(file, args, { cwd: folder, env, timeout: 80_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}

/** Runs a script of bash; what it leaves in the background ends with it. Errors stand where a terminal shows them. */
export const bash = (commands: readonly string[], folder: string, env?: Env): Promise<Ended> =>
  run(
    'bash',
    ['-c', ['exec 2>&1', 'set -e', 'trap "jobs -p | xargs -r kill" EXIT', ...commands].join('\n')],
    folder,
    env,
  );
