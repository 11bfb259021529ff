// `kms agent`: cost of a hit over HTTP. Only the agent's CPU time counts, so that neither the client nor the number of cores
// matters.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/setup.js';
import { startClient } from '../lib/client-process.js';
import { stopProgram } from '../lib/local-kms.js';
import { inRounds, medianOf } from '../lib/statistics.js';

const cli = join(root, 'packages', 'cli', 'dist', 'cli.js');
const connections = 32;

/** @param folder for the agent's token */
export async function measureAgent(facts, { folder, secretName, rounds, agentHits }) {
  const agent = await startAgent(facts, join(folder, 'token'));
  const { endpoint, token } = agent;
  const asking = startClient('agent-hits.js', { endpoint, token, secretName, connections });
  try {
    const results = await inRounds(rounds, {
      async hits() {
        const before = await agent.cpuSeconds();
        const { perSecond } = await asking.run('hits', agentHits, connections);
        return { perCpuSecond: agentHits / ((await agent.cpuSeconds()) - before), perSecond };
      },
    });
    return {
      agentHitsPerCpuSecond: medianOf(results, ({ hits }) => hits.perCpuSecond),
      agentHitsPerSecond: medianOf(results, ({ hits }) => hits.perSecond),
    };
  } finally {
    await asking.stop();
    await agent.stop();
  }
}

async function startAgent(facts, tokenFile) {
  const child = spawn(process.execPath, [cli, 'agent', '--port', '0', '--token-file', tokenFile], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      ALIBABA_CLOUD_REGION_ID: facts.regionId,
      ALIBABA_CLOUD_ACCESS_KEY_ID: facts.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: facts.accessKeySecret,
      KMS_ENDPOINT: facts.endpoint,
      KMS_PUBLIC_CA_FILE: facts.caFile,
    },
  });
  const [line] = await Promise.race([
    once(createInterface({ input: child.stderr }), 'line'),
    once(child, 'exit').then(([code]) => [`it ended with exit code ${code}`]),
  ]);
  const [endpoint] = /http:[^,\s]+/.exec(line) ?? [];
  if (!endpoint) throw new Error(`kms agent does not start: ${line}`);
  const token = readFileSync(tokenFile, 'utf8').trim();
  const headers = { authorization: `Bearer ${token}` };
  return {
    endpoint,
    token,
    async cpuSeconds() {
      const text = await (await fetch(`${endpoint}/metrics`, { headers })).text();
      return Number(/^process_cpu_seconds_total (.+)$/m.exec(text)?.[1]);
    },
    stop: () => stopProgram(child),
  };
}
