// Runs one program of a client, and reads what it says: one JSON object a line.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pythonHelpers = join(dirname(fileURLToPath(import.meta.url)), 'python');
const programTimeoutMs = 180_000;

/** @returns results, `{ operation, case, passed, difference }` each; what is no result is one that failed */
export async function runProgram({ interpreter, file }, facts, exchangeFolder) {
  const child = spawn(interpreter, [file], {
    cwd: exchangeFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: programTimeoutMs,
    killSignal: 'SIGKILL',
    env: {
      ...process.env,
      CONFORMANCE_KMS: JSON.stringify(facts),
      CONFORMANCE_EXCHANGE: exchangeFolder,
      NODE_EXTRA_CA_CERTS: facts.caFile,
      PYTHONPATH: [pythonHelpers, process.env.PYTHONPATH].filter(Boolean).join(delimiter),
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONIOENCODING: 'utf-8',
      // Clients look for an AccessKey of the machine that they run on where none is given.
      ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
      NO_PROXY: '127.0.0.1,localhost',
      no_proxy: '127.0.0.1,localhost',
    },
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => {
      output[name] += text;
    });
  }
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (...ending) => resolve(ending));
  });
  const results = output.stdout.split('\n').filter(Boolean).map(readResult);
  if (code !== 0) {
    const lastWords = output.stderr.trim().split('\n').at(-1);
    results.push(failure(`ended with ${signal ?? `exit code ${code}`}: ${lastWords || 'no word on stderr'}`));
  } else if (results.length === 0) {
    results.push(failure('said nothing'));
  }
  return results;
}

export const failure = (difference, operation = '(program)') => ({
  operation,
  case: '',
  passed: false,
  difference,
});

function readResult(line) {
  try {
    const result = JSON.parse(line);
    if (typeof result.operation === 'string' && typeof result.passed === 'boolean') return { case: '', ...result };
  } catch {
    // Said below.
  }
  return failure(`printed what is no result: ${line.slice(0, 200)}`);
}
