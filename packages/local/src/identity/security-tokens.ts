import type { RamPolicy } from '../access/ram-policy.js';
import type { Clock } from '../clock.js';
import { alphabets, randomText } from '../random-text.js';
import { ServiceError } from '../service-error.js';
import type { Store } from '../store/store.js';

/** The session of a temporary AccessKey: a role that somebody has assumed. */
export interface RoleSession {
  /** Starts with `STS.` */
  accessKeyId: string;
  accessKeySecret: string;
  roleArn: string;
  sessionName: string;
  /** Restricts the session. */
  policy?: RamPolicy;
  /** Milliseconds since the epoch, whole seconds. */
  expiresAt: number;
}

/** A temporary AccessKey as issued. */
export interface TemporaryAccessKey {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken: string;
  expiresAt: number;
}

export type NewSession = Pick<RoleSession, 'roleArn' | 'sessionName' | 'policy'> & { durationMs: number };

const context = 'identity/security-token';

export const isTemporary = (accessKeyId: string): boolean => accessKeyId.startsWith('STS.');

/**
 * Temporary AccessKeys. Nothing is stored: the sealed security token contains the session, so that every process on the same
 * store knows it, and no other KMS does. It stays valid until it expires.
 */
export class SecurityTokens {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  issue({ durationMs, ...who }: NewSession): TemporaryAccessKey {
    const session: RoleSession = {
      ...who,
      accessKeyId: `STS.${randomText(alphabets.lettersAndDigits, 25)}`,
      accessKeySecret: randomText(alphabets.lettersAndDigits, 44),
      // The protocol has whole seconds.
      expiresAt: Math.floor((this.#clock.now() + durationMs) / 1000) * 1000,
    };
    const { accessKeyId, accessKeySecret, expiresAt } = session;
    const sealed = this.#store.seal(context, Buffer.from(JSON.stringify(session)));
    return { accessKeyId, accessKeySecret, expiresAt, securityToken: Buffer.from(sealed).toString('base64') };
  }

  /**
   * The session of a token.
   *
   * @throws ServiceError InvalidSecurityToken.Malformed, .MismatchWithAccessKey, .Expired
   */
  open(securityToken: string, accessKeyId: string): RoleSession {
    const session = this.#read(securityToken);
    if (session.accessKeyId !== accessKeyId) throw new ServiceError('InvalidSecurityToken.MismatchWithAccessKey');
    if (this.#clock.now() >= session.expiresAt) throw new ServiceError('InvalidSecurityToken.Expired');
    return session;
  }

  #read(securityToken: string): RoleSession {
    const sealed = Buffer.from(securityToken, 'base64');
    // Node.js skips characters that are not base64: only a token that encodes to itself is the issued one.
    if (sealed.toString('base64') !== securityToken) throw new ServiceError('InvalidSecurityToken.Malformed');
    let opened: Uint8Array;
    try {
      opened = this.#store.open(context, sealed);
    } catch {
      throw new ServiceError('InvalidSecurityToken.Malformed');
    }
    return JSON.parse(Buffer.from(opened).toString());
  }
}
