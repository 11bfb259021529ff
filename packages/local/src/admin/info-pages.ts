import type { AppResponse, Routes } from '../gateways/http.js';
import { checkStore } from '../store/check-store.js';
import type { Store } from '../store/store.js';
import type { Metrics } from './metrics.js';

export interface InfoPageParts {
  store: Store;
  /** The CA's certificate, PEM. */
  ca: string;
  metrics: Metrics;
  isClosing: () => boolean;
}

const page = (status: number, contentType: string, text: string): AppResponse => ({
  status,
  headers: { 'content-type': contentType, 'cache-control': 'no-store' },
  body: Buffer.from(text),
});
const json = (status: number, value: object): AppResponse =>
  page(status, 'application/json', `${JSON.stringify(value)}\n`);

/**
 * Pages that need no signature, for operators and monitoring, by GET or HEAD:
 * `/healthz` (the process is alive), `/readyz` (it can serve calls), `/ca.pem`, `/metrics`.
 */
export function infoPages({ store, ca, metrics, isClosing }: InfoPageParts): Routes {
  const pages: Readonly<Record<string, () => Promise<AppResponse>>> = {
    '/healthz': async () => json(200, { status: 'alive' }),
    '/readyz': async () => {
      if (isClosing()) return json(503, { status: 'closing' });
      const { canRead, canWrite, message } = await checkStore(store);
      // Calls that write nothing still work if the disk is full.
      const status = canWrite ? 'ready' : canRead ? 'read-only' : 'unavailable';
      return json(canWrite ? 200 : 503, { status, message });
    },
    '/ca.pem': async () => page(200, 'application/x-pem-file', ca),
    '/metrics': async () => {
      const { contentType, text } = await metrics.page();
      return page(200, contentType, text);
    },
  };
  return async ({ method, path }) => {
    const [name = ''] = path.split('?');
    if (!Object.hasOwn(pages, name)) return undefined;
    if (method !== 'GET' && method !== 'HEAD') return json(405, { status: 'only GET and HEAD are allowed here' });
    return pages[name]?.();
  };
}
