import type { IncomingMessage } from 'node:http';
import type { Secret, SecretCache, SecretSelection } from 'alibabacloud-kms-sdk/secrets';
import { failureKind } from 'alibabacloud-kms-sdk/secrets';
import { CliError } from '../failures.js';
import { fieldText } from '../secrets/value.js';
import type { Guard } from './guard.js';
import { type Counts, metricsText } from './metrics.js';
import { type Reason, Refused, refusals } from './refusals.js';
import {
  type Answer,
  failureResponse,
  jsonResponse,
  secretResponse,
  textResponse,
  valueResponse,
} from './responses.js';

/** What the agent needs to respond. */
export interface Agent {
  cache: SecretCache;
  guard: Guard;
  counts: Counts;
  refused: (reason: Reason) => void;
  /** How many requests may wait for KMS; requests that need not wait are always served. */
  maxWaiting: number;
  connections: () => Promise<number>;
  isEnding: () => boolean;
}

const secretsPath = '/v1/secrets/';
const parameters = ['stage', 'versionId', 'field', 'output', 'refreshNow'] as const;
type Parameters = Partial<Record<(typeof parameters)[number], string>>;

/** Responds to requests; never fails. */
export class Routes {
  readonly #agent: Agent;
  /** Serialised responses of secrets, so that a hit writes no JSON. Each is collected with its secret. */
  readonly #written = new WeakMap<Secret, Answer>();
  #waiting = 0;

  constructor(agent: Agent) {
    this.#agent = agent;
  }

  async answer(request: IncomingMessage): Promise<Answer> {
    try {
      return await this.#answer(request);
    } catch (error) {
      if (!(error instanceof Refused)) return failureOf(error);
      const { status, code } = refusals[error.reason];
      this.#agent.refused(error.reason);
      return failureResponse(status, code, error.message);
    }
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { guard } = this.#agent;
    const reason = guard.refusal(request);
    if (reason) throw new Refused(reason);
    const url = request.url ?? '';
    if (url === '/healthz') return this.#health();
    if (!guard.hasToken(request)) throw new Refused('token');
    if (url.startsWith(secretsPath)) return this.#secret(url.slice(secretsPath.length));
    if (url === '/metrics') return this.#metrics();
    throw new Refused('path');
  }

  #health(): Answer {
    const { cache, isEnding } = this.#agent;
    if (isEnding()) return jsonResponse(503, { status: 'ending' });
    return jsonResponse(200, { status: 'ok', secrets: cache.stats().entries, failing: this.#failing() });
  }

  async #metrics(): Promise<Answer> {
    const { cache, counts, connections } = this.#agent;
    const now = { connections: await connections(), waiting: this.#waiting, failing: this.#failing() };
    return textResponse(metricsText(counts, cache.stats(), now), 'text/plain; version=0.0.4; charset=utf-8');
  }

  #failing(): number {
    return this.#agent.cache.list().filter(({ error }) => error !== undefined).length;
  }

  async #secret(rest: string): Promise<Answer> {
    const mark = rest.indexOf('?');
    const name = decoded(mark < 0 ? rest : rest.slice(0, mark));
    if (mark < 0) return this.#asJson(await this.#wait(name, () => this.#agent.cache.get(name)));
    const { stage, versionId, field, output = 'json', refreshNow } = parametersOf(rest.slice(mark + 1));
    if (output !== 'json' && output !== 'value') throw new Refused('request', 'output must be json or value.');
    if (refreshNow !== undefined && !/^(true|false)$/.test(refreshNow)) {
      throw new Refused('request', 'refreshNow must be true or false.');
    }
    const selection = { ...(stage !== undefined && { stage }), ...(versionId !== undefined && { versionId }) };
    const isFresh = refreshNow === 'true';
    const secret = await this.#wait(
      name,
      () => (isFresh ? this.#agent.cache.refreshNow(name, selection) : this.#agent.cache.get(name, selection)),
      { selection, isFresh },
    );
    if (field !== undefined) return textResponse(fieldText(secret, field));
    return output === 'value' ? valueResponse(secret) : this.#asJson(secret);
  }

  #asJson(secret: Secret): Answer {
    let answer = this.#written.get(secret);
    if (!answer) {
      answer = secretResponse(secret);
      this.#written.set(secret, answer);
    }
    return answer;
  }

  /** Limits waiting requests: many uncached secrets while KMS is slow must not block cached ones. */
  async #wait(
    name: string,
    read: () => Promise<Secret>,
    { selection, isFresh }: { selection?: SecretSelection; isFresh?: boolean } = {},
  ): Promise<Secret> {
    const { cache, maxWaiting } = this.#agent;
    if (this.#waiting >= maxWaiting && (isFresh || !cache.has(name, selection))) throw new Refused('busy');
    this.#waiting += 1;
    try {
      return await read();
    } finally {
      this.#waiting -= 1;
    }
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Refused('request', 'The path is not percent-encoded UTF-8.');
  }
}

function parametersOf(query: string): Parameters {
  const found: Parameters = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const known = parameters.find((parameter) => parameter === name);
    if (!known) throw new Refused('request', `Parameters are ${parameters.join(', ')}.`);
    if (found[known] !== undefined) throw new Refused('request', `${known} stands there twice.`);
    found[known] = value;
  }
  return found;
}

const statuses = { gone: 404, refused: 403, away: 503 } as const;

/** The error of KMS, or what is wrong with a value; neither message contains a value. */
function failureOf(error: unknown): Answer {
  if (error instanceof CliError) return failureResponse(400, 'Agent.NoSuchField', error.message);
  const { code = 'Agent.Failed', message, requestId } = error as { code?: string; message: string; requestId?: string };
  const status = code === 'Request.Invalid' ? 400 : statuses[failureKind(error)];
  return failureResponse(status, code, message, requestId);
}
