// `kms agent`: what the answer to a program costs whose secret is in the cache, by the agent's own account of its processor time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/setup.js';
import { startKms } from '../lib/local-kms.js';
import { median } from '../lib/statistics.js';

const command = join(root, 'packages', 'cli', 'dist', 'cli.js');
const atOnce = 32;
const secretName = 'app/db';

export async function measureAgent({ rounds, agentRequests }) {
  const folder = mkdtempSync(join(tmpdir(), 'kms-benchmark-'));
  const seed = join(folder, 'seed.json');
  const versions = [{ id: 'v1', data: '{"user":"app","password":"correct horse battery staple"}' }];
  writeFileSync(seed, JSON.stringify({ secrets: [{ name: secretName, versions }] }));
  const kms = await startKms('--seed', seed);
  const running = await startAgent(folder, kms.facts);
  try {
    await running.read(agentRequests);
    const costs = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = await running.cpuSeconds();
      await running.read(agentRequests);
      costs.push(((await running.cpuSeconds()) - before) / agentRequests);
    }
    return { agentHitsPerCoreSecond: 1 / median(costs) };
  } finally {
    await running.stop();
    await kms.stop();
    rmSync(folder, { recursive: true });
  }
}

async function startAgent(folder, { endpoint, accessKeyId, accessKeySecret, caFile }) {
  const tokenFile = join(folder, 'token');
  const env = {
    ...{ PATH: process.env.PATH, HOME: folder, KMS_PUBLIC_CA_FILE: caFile, KMS_ENDPOINT: endpoint },
    ...{ ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret },
  };
  const args = [command, 'agent', '--port', '0', '--token-file', tokenFile, '--preload', secretName];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await portOf(child);
  const headers = { authorization: `Bearer ${readFileSync(tokenFile, 'utf8').trim()}` };
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const ask = (path) =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`the agent answered ${response.statusCode}: ${text}`));
        });
      }).once('error', reject);
    });
  return {
    async read(requests) {
      let left = requests;
      const work = async () => {
        while (left-- > 0) await ask(`/v1/secrets/${secretName}`);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    },
    async cpuSeconds() {
      return Number(/^process_cpu_seconds_total (.+)$/m.exec(await ask('/metrics'))[1]);
    },
    async stop() {
      agent.destroy();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Waits until it listens. */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
      if (found) resolve(Number(found[1]));
    });
    child.once('exit', () => reject(new Error(`kms agent ended before it listened: ${said}`)));
  });
}
