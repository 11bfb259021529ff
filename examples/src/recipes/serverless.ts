/** Invoke a handler in the style of Function Compute twice in one process: only the first call is a cold start. */
import { envOr } from '../env.js';

process.env.KMS_SECRET_NAME ??= 'example/db';
const invocations = Number(envOr('INVOCATIONS', '2'));

const beforeImport = performance.now();
const { handler, preStop } = await import('./serverless/handler.js');
console.log(`Handler imported in ${(performance.now() - beforeImport).toFixed(1)} ms`);

const event = Buffer.from(JSON.stringify({ seal: 'hello, KMS' }));
for (let number = 1; number <= invocations; number++) {
  const start = performance.now();
  const answer = await handler(event, { requestId: `${number}`, function: { timeout: 3 } });
  console.log(`Invocation ${number} in ${(performance.now() - start).toFixed(1)} ms: ${JSON.stringify(answer)}`);
}
await preStop();
