import { EventEmitter } from 'node:events';
import type { FailureKind } from './failure-kind.js';

/** A secret has a new version under this stage. */
export interface RotateEvent {
  name: string;
  stage: string;
  versionId: string;
  previousVersionId: string;
}

/** Something failed that no caller waited for: a refresh in the background, or a store. */
export interface SecretErrorEvent {
  name: string;
  stage?: string;
  versionId?: string;
  error: unknown;
  /** Of a refresh: what the failure says about the secret. */
  kind?: FailureKind;
}

/** A value was given out after its TTL, since KMS could not be asked; told once for each failed refresh. */
export interface StaleEvent {
  name: string;
  stage?: string;
  versionId?: string;
  /** How old the value is. */
  ageMs: number;
  /** Why there is no newer one, once that is known. */
  error?: unknown;
}

/** Events of a `SecretCache`; none of them holds a value. */
export interface SecretCacheEvents {
  rotate: RotateEvent;
  error: SecretErrorEvent;
  stale: StaleEvent;
}

/** Listeners of a cache. Unlike those of an EventEmitter, an `error` that nobody listens for does no harm. */
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

/** A listener that throws ends the process, as everywhere; but not the work that it is told of. */
export function callListener<Event>(listener: (event: Event) => void, event: Event): void {
  try {
    listener(event);
  } catch (error) {
    process.nextTick(() => {
      throw error;
    });
  }
}
