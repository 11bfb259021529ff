import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/** libuv has 4 threads by default, which would limit a machine with more cores. */
const leastThreads = 4;

/** Starts a process of this package's `bench-worker`, wherever the bundle has put the calling code. */
export function startChild(): ChildProcess {
  const packageFile = createRequire(import.meta.url).resolve('alibabacloud-kms-cli/package.json');
  return fork(join(dirname(packageFile), 'dist', 'bench-worker.js'), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { UV_THREADPOOL_SIZE: String(Math.max(leastThreads, availableParallelism())), ...process.env },
  });
}
