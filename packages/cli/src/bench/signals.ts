import type { Signals } from './listener.js';

/** How long calls in progress may take after Ctrl-C. */
const patienceMs = 5_000;

/** The first Ctrl-C stops starting calls, the second aborts those in progress. */
export function listenForSignals(): { signals: Signals; close(): void } {
  const stop = new AbortController();
  const abort = new AbortController();
  let patience: NodeJS.Timeout | undefined;
  const hear = () => {
    if (stop.signal.aborted) return abort.abort();
    stop.abort();
    patience = setTimeout(() => abort.abort(), patienceMs);
  };
  process.on('SIGINT', hear).on('SIGTERM', hear);
  return {
    signals: { stop: stop.signal, abort: abort.signal },
    close() {
      clearTimeout(patience);
      process.off('SIGINT', hear).off('SIGTERM', hear);
    },
  };
}
