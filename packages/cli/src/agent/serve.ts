import type { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { usageError } from '../failures.js';
import { wholeNumber } from '../io/option-values.js';
import { Lifetime } from '../lifetime.js';
import { quoted } from '../printable.js';
import { milliseconds, seldom, withCache } from '../secrets/cache.js';
import type { Session } from '../session.js';
import { agentDefaults } from './defaults.js';
import { Guard } from './guard.js';
import { Counts } from './metrics.js';
import { refusals } from './refusals.js';
import { Routes } from './routes.js';
import { AgentServer } from './server.js';
import { readToken } from './token.js';

export interface AgentFlags {
  tokenFile: string;
  port?: string;
  ttl?: string;
  staleIfError?: string;
  preload?: string[];
  maxConnections?: string;
  maxWaiting?: string;
}

/** Serves secrets to local programs until it is stopped. */
export async function serveAgent(session: Session, flags: AgentFlags): Promise<void> {
  const { staleIfErrorSeconds } = agentDefaults;
  const port = numberOf('--port', flags.port, agentDefaults.port, { min: 0, max: 65_535 });
  const maxConnections = numberOf('--max-connections', flags.maxConnections, agentDefaults.maxConnections, {
    min: 1,
    max: 65_535,
  });
  const maxWaiting = numberOf('--max-waiting', flags.maxWaiting, agentDefaults.maxWaiting, { min: 1, max: 65_535 });
  const staleIfErrorMs = milliseconds('--stale-if-error', flags.staleIfError, {
    otherwise: staleIfErrorSeconds,
    min: 0,
  });
  const token = await readToken(flags.tokenFile);
  await withCache(session, { ttl: flags.ttl, staleIfErrorMs }, async (cache) => {
    const note = (text: string) => session.note(`kms agent: ${text}`);
    const lifetime = new Lifetime();
    const counts = new Counts();
    cache.on('rotate', ({ name, versionId, previousVersionId }) => {
      counts.rotations += 1;
      note(`secret ${name} has rotated from version ${previousVersionId} to ${versionId}`);
    });
    const isNew = seldom();
    cache.on('stale', ({ name, ageMs }) => {
      if (isNew(name, 'stale')) note(`secret ${name} is ${Math.round(ageMs / 1000)} s old, as KMS does not answer`);
    });
    const preloaded = cache.preload(flags.preload ?? []).catch((error: Error) => note(quoted(error.message, 500)));
    await Promise.race([preloaded, lifetime.ended]);

    const server = new AgentServer({
      port,
      maxConnections,
      answer: (request) => routes.answer(request),
      answered: (status) => counts.answered(status),
      dropped: () => {
        counts.droppedConnections += 1;
      },
    });
    const listening = await server.listen();
    const guard = new Guard(listening, token);
    const routes = new Routes({
      ...{ cache, guard, counts, maxWaiting },
      refused: (reason) => {
        counts.refused(reason);
        if (isNew('refused', reason))
          note(`refused: ${refusals[reason].message} (${reason}; /metrics has their number)`);
      },
      connections: () => server.connections(),
      isEnding: () => server.isEnding,
    });
    note(`listening on http://127.0.0.1:${listening}, the token is in ${flags.tokenFile}`);
    lifetime.hangUp = async () => {
      try {
        guard.useToken(await readToken(flags.tokenFile));
        note('the token was read again');
      } catch (error) {
        note(`the old token stays in use: ${(error as Error).message}`);
      }
      await refreshAll(cache);
    };
    await lifetime.wait();
    const ended = server.end();
    note('ending');
    await ended;
  });
}

async function refreshAll(cache: SecretCache): Promise<void> {
  const current = cache.list().filter(({ versionId, currentVersionId }) => versionId === undefined && currentVersionId);
  await Promise.allSettled(current.map(({ name, stage }) => cache.refreshNow(name, { stage })));
}

function numberOf(
  flag: string,
  text: string | undefined,
  otherwise: number,
  { min, max }: { min: number; max: number },
): number {
  const value = wholeNumber(flag, text) ?? otherwise;
  if (value >= min && value <= max) return value;
  throw usageError(`${flag} must be ${min} to ${max}, not ${quoted(text ?? '')}`);
}
