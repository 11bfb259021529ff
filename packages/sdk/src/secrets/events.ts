import { EventEmitter } from 'node:events';
import type { FailureKind } from './failure-kind.js';

/** A secret has a new version under this stage. */
export interface RotateEvent {
  name: string;
  stage: string;
  versionId: string;
  previousVersionId: string;
}

/** A failure that no caller waited for: of a background refresh, or of a store. */
export interface SecretErrorEvent {
  name: string;
  stage?: string;
  versionId?: string;
  error: unknown;
  /** For a refresh: what the failure means for the secret. */
  kind?: FailureKind;
}

/** A value was returned after its TTL because KMS was unavailable; sent once for each failed refresh. */
export interface StaleEvent {
  name: string;
  stage?: string;
  versionId?: string;
  /** Age of the value. */
  ageMs: number;
  /** Why there is no newer value, once known. */
  error?: unknown;
}

/** Events of a `SecretCache`; none of them contains a value. */
export interface SecretCacheEvents {
  rotate: RotateEvent;
  error: SecretErrorEvent;
  stale: StaleEvent;
}

/** Listeners of a cache. Unlike in an EventEmitter, an `error` without a listener does no harm. */
export class Events {
  readonly #emitter = new EventEmitter();

  on<Name extends keyof SecretCacheEvents>(name: Name, listener: (event: SecretCacheEvents[Name]) => void): void {
    this.#emitter.on(name, listener);
  }

  off<Name extends keyof SecretCacheEvents>(name: Name, listener: (event: SecretCacheEvents[Name]) => void): void {
    this.#emitter.off(name, listener);
  }

  emit<Name extends keyof SecretCacheEvents>(name: Name, event: SecretCacheEvents[Name]): void {
    for (const listener of this.#emitter.listeners(name))
      callListener(listener as (event: SecretCacheEvents[Name]) => void, event);
  }

  clear(): void {
    this.#emitter.removeAllListeners();
  }
}

/** A listener that throws ends the process, as usual, but does not interrupt the work that sent the event. */
export function callListener<Event>(listener: (event: Event) => void, event: Event): void {
  try {
    listener(event);
  } catch (error) {
    process.nextTick(() => {
      throw error;
    });
  }
}
