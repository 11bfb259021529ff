import { createHash, timingSafeEqual } from 'node:crypto';
import { parseBoundedJson, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import { type KmsClock, parseDuration } from '../clock.js';
import type { AppRequest, AppResponse, Routes } from '../gateways/http.js';
import type { Admin } from './admin.js';
import type { RequestFilter } from './request-log.js';

/** A request for something that does not exist, or with the wrong method. */
class AdminError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

interface AdminRequest {
  /** The part of the path that matched `*`. */
  id: string;
  query: URLSearchParams;
  headers: AppRequest['headers'];
  body: Uint8Array;
}

/** The response; undefined becomes an empty object. */
type Answer = object | AppResponse | undefined;
type Action = (request: AdminRequest) => unknown;

/** The admin API: offers the methods of `LocalKms` to other processes and languages. Off by default. */
export function adminApi(admin: Admin, token: string): Routes {
  const actions = actionsOf(admin);
  return async ({ method, path, headers, body }) => {
    try {
      checkCaller(headers, token);
      const [pathname = '', search] = path.split('?', 2);
      const { action, id } = findAction(actions, method, pathname);
      const query = new URLSearchParams(search);
      await admin.refresh();
      return asResponse((await action({ id, query, headers, body })) as Answer);
    } catch (error) {
      return refusal(error);
    }
  };
}

function actionsOf(admin: Admin): Readonly<Record<string, Action>> {
  const { clock, faults, requests } = admin;
  return {
    'GET /admin/clock': () => clockFacts(clock),
    'POST /admin/clock': async ({ body }) => {
      await moveClockAsAsked(clock, readJson(body));
      return clockFacts(clock);
    },
    'GET /admin/faults': () => ({ seed: faults.seed, faults: faults.list() }),
    'POST /admin/faults': ({ body }) => ({ id: faults.add(readJson(body)) }),
    'DELETE /admin/faults': () => faults.clear(),
    'DELETE /admin/faults/*': ({ id }) => {
      if (!faults.remove(id)) throw new AdminError('Admin.NotFound', 404, `there is no fault ${id}`);
      return undefined;
    },
    'GET /admin/requests': ({ query }) => ({ requests: requests.find(readFilter(query)) }),
    'DELETE /admin/requests': () => requests.clear(),
    'POST /admin/reset': () => admin.reset(),
    'GET /admin/snapshot': async () => file('application/octet-stream', await admin.snapshot()),
    'POST /admin/restore': ({ body }) => admin.restore(body),
    'GET /admin/export': async ({ query }) => {
      const format = query.get('format') ?? 'yaml';
      if (format !== 'yaml' && format !== 'json') throw wrong(`format must be yaml or json, not ${format}`);
      const { formatSeed } = await import('../seed/export-seed.js');
      const text = await formatSeed(await admin.exportSeed(), format);
      return file(format === 'yaml' ? 'application/yaml' : 'application/json', Buffer.from(text));
    },
    'POST /admin/seed': async ({ headers, body }) => {
      const { parseSeed } = await import('../seed/read-seed.js');
      const isJson = headers['content-type']?.startsWith('application/json') ?? false;
      return admin.loadSeed(await parseSeed(Buffer.from(body).toString(), isJson ? 'seed.json' : 'seed.yaml'));
    },
  };
}

/** Refuses browsers altogether: no web page has a reason to be here. */
function checkCaller({ authorization = '', origin }: AppRequest['headers'], token: string): void {
  if (origin !== undefined) throw new AdminError('Admin.Forbidden', 403, 'the admin API is not for web pages');
  // Digests have the same length, whatever was sent.
  const [given, wanted] = [authorization, `Bearer ${token}`].map((text) => createHash('sha256').update(text).digest());
  if (!timingSafeEqual(given as Buffer, wanted as Buffer)) {
    throw new AdminError('Admin.Unauthorized', 401, 'send the token of the admin API: Authorization: Bearer …');
  }
}

function findAction(actions: Readonly<Record<string, Action>>, method: string, path: string) {
  const asked = method === 'HEAD' ? 'GET' : method;
  const exact = `${asked} ${path}`;
  if (Object.hasOwn(actions, exact)) return { action: actions[exact] as Action, id: '' };
  const [, folder = '', id = ''] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
  const pattern = `${asked} ${folder}/*`;
  if (Object.hasOwn(actions, pattern)) return { action: actions[pattern] as Action, id };
  const others = Object.keys(actions).filter((name) => name.endsWith(` ${path}`));
  if (others.length === 0) throw new AdminError('Admin.NotFound', 404, `there is no ${path}`);
  throw new AdminError('Admin.WrongMethod', 405, `there is ${others.join(', ')}`);
}

const clockFacts = (clock: KmsClock) => ({ now: new Date(clock.now()).toISOString(), frozen: clock.isFrozen });

/** Accepts `{ "advance": "8d" }`, `{ "set": "2026-01-31T00:00:00Z" }`, or `freeze`, `resume` or `reset` as true. */
async function moveClockAsAsked(clock: KmsClock, move: Record<string, unknown>): Promise<void> {
  const [[how, value] = [], ...more] = Object.entries(move ?? {});
  if (more.length > 0) throw wrong('move the clock in one way at a time');
  if (how === 'advance') return clock.advance(typeof value === 'string' ? parseDuration(value) : (value as object));
  if (how === 'set' && typeof value === 'string') return clock.set(value);
  if ((how === 'freeze' || how === 'resume' || how === 'reset') && value === true) return clock[how]();
  throw wrong('move the clock with one of advance, set, freeze, resume and reset');
}

function readFilter(query: URLSearchParams): RequestFilter {
  for (const name of query.keys()) {
    if (query.getAll(name).length > 1) throw wrong(`${name} is given more than once`);
  }
  const { status, ...texts } = Object.fromEntries(query);
  if (status === undefined) return texts;
  if (!/^\d{3}$/.test(status)) throw wrong(`status must be three digits, not ${status}`);
  return { ...texts, status: Number(status) };
}

// biome-ignore lint/suspicious/noExplicitAny: callers check what it holds
function readJson(body: Uint8Array): any {
  try {
    return parseBoundedJson(Buffer.from(body).toString());
  } catch (error) {
    throw error instanceof WireFormatError ? wrong(`the body ${error.message}`) : error;
  }
}

const wrong = (message: string): AdminError => new AdminError('Admin.Invalid', 400, message);

const file = (contentType: string, body: Uint8Array): AppResponse => ({
  status: 200,
  headers: { 'content-type': contentType, 'cache-control': 'no-store' },
  body,
});

function asResponse(answer: Answer): AppResponse {
  if (answer !== undefined && 'body' in answer) return answer;
  return { ...file('application/json', Buffer.from(`${JSON.stringify(answer ?? {})}\n`)) };
}

const codes: Readonly<Record<number, string>> = { 413: 'Admin.TooLarge', 503: 'Admin.Unavailable' };

/** The response to a request that could not be processed at all. */
export const adminErrorPage = (status: number, message: string): AppResponse =>
  failed(status, codes[status] ?? 'Admin.Failed', message);

function failed(status: number, code: string, message: string): AppResponse {
  const answer = asResponse({ error: { code, message } });
  // Tells the client which credentials it needs.
  const headers = status === 401 ? { ...answer.headers, 'www-authenticate': 'Bearer' } : answer.headers;
  return { ...answer, status, headers };
}

/** Errors with our codes are the caller's fault; others go to the log. */
function refusal(error: unknown): AppResponse {
  if (error instanceof AdminError) return failed(error.status, error.code, error.message);
  const { code, message } = error as { code?: unknown; message: string };
  if (typeof code === 'string' && /^(Seed|Fault|Store)\.\w+$/.test(code)) return failed(400, code, message);
  if (error instanceof RangeError) return failed(400, 'Admin.Invalid', message);
  throw error;
}
