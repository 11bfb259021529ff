import type { RamPolicy } from '../access/ram-policy.js';
import type { Clock } from '../clock.js';
import { alphabets, randomText } from '../random-text.js';
import { ServiceError } from '../service-error.js';
import type { Store } from '../store/store.js';

/** Who calls with a temporary AccessKey: a role that somebody assumed for a while. */
export interface RoleSession {
  /** Begins with `STS.` */
  accessKeyId: string;
  accessKeySecret: string;
  roleArn: string;
  sessionName: string;
  /** Narrows what the session may do. */
  policy?: RamPolicy;
  /** Milliseconds since the epoch, whole seconds. */
  expiresAt: number;
}

/** A temporary AccessKey as it is handed out. */
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
 * Temporary AccessKeys. Nothing about them is kept: the security token holds the session, sealed, so that every process
 * on the same store knows it, and no other KMS does. What was handed out is good until it expires.
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
      // Clients are told whole seconds.
      expiresAt: Math.floor((this.#clock.now() + durationMs) / 1000) * 1000,
    };
    const { accessKeyId, accessKeySecret, expiresAt } = session;
    const sealed = this.#store.seal(context, Buffer.from(JSON.stringify(session)));
    return { accessKeyId, accessKeySecret, expiresAt, securityToken: Buffer.from(sealed).toString('base64') };
  }

  /**
   * The session that a token stands for.
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
    // Node.js skips what is no base64: only what comes out as it went in is the token that was handed out.
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
