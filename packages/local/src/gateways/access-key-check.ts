import { timingSafeEqual, verify } from 'node:crypto';
import { limits, parseTimestamp, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import type { Access } from '../access/access.js';
import type { ClientKey } from '../access/client-keys.js';
import { isTemporary, type RoleSession, type SecurityTokens } from '../identity/security-tokens.js';
import { ServiceError } from '../service-error.js';
import { Nonces } from './nonces.js';

/** The claims of a request to the public gateway, in any of its signatures. */
export interface Claim {
  /** Id of a client key if `byClientKey` is true. */
  accessKeyId: string;
  /** Signed with the private key of a client key, RSA with SHA-256, instead of an AccessKey secret. */
  byClientKey?: boolean;
  securityToken?: string;
  /** `yyyy-MM-ddTHH:mm:ssZ` */
  timestamp?: string;
  nonce: string;
  signature: string;
  stringToSign: string;
  /** An equivalent text that some clients sign instead. */
  otherStringToSign?: string;
  /** `stringToSign` without anything confidential. */
  shownStringToSign: string;
  /** Signs the string to sign with the secret. */
  sign(accessKeySecret: string, stringToSign: string): string;
}

/**
 * Verifies claims: a known AccessKey, a temporary one with its security token, or a known client key; a valid signature,
 * in time, not seen before.
 */
export class AccessKeyCheck {
  readonly #access: Access;
  readonly #tokens: SecurityTokens;
  readonly #nonces: Nonces;

  constructor(access: Access, tokens: SecurityTokens) {
    this.#access = access;
    this.#tokens = tokens;
    this.#nonces = new Nonces(access.store);
  }

  /**
   * @param now by the machine's clock, which clients use to date their requests
   * @returns the session of a temporary AccessKey
   */
  async prove(claim: Claim, now: number): Promise<RoleSession | undefined> {
    const { accessKeyId, stringToSign, otherStringToSign = stringToSign } = claim;
    checkTimestamp(claim, now);
    const session = isTemporary(accessKeyId) ? this.#openSession(claim) : undefined;
    const secret = session ? session.accessKeySecret : await this.#permanentSecret(claim);
    const isSigned = (text: string) => isEqual(claim.sign(secret, text), claim.signature);
    if (!isSigned(stringToSign) && !isSigned(otherStringToSign)) throw mismatch(claim);
    await this.#useNonce(claim, now);
    return session;
  }

  /** @param now by the machine's clock, which clients use to date their requests */
  async proveClientKey(claim: Claim, now: number): Promise<ClientKey> {
    checkTimestamp(claim, now);
    const clientKey = await this.#access.clientKeys.find(claim.accessKeyId);
    if (!clientKey) throw new ServiceError('InvalidAccessKeyId.NotFound');
    const signature = Buffer.from(claim.signature, 'base64');
    if (!verify('sha256', Buffer.from(claim.stringToSign), clientKey.publicKey, signature)) throw mismatch(claim);
    await this.#useNonce(claim, now);
    return clientKey;
  }

  /** Forgets the nonce of a verified claim whose call did not take place, so that the client may send it again unchanged. */
  forget({ accessKeyId, nonce }: Claim): Promise<void> {
    return this.#nonces.forget(accessKeyId, nonce);
  }

  /** The last check, so that only a caller who knows the secret can use up a nonce. */
  async #useNonce({ accessKeyId, nonce }: Claim, now: number): Promise<void> {
    if (!(await this.#nonces.use(accessKeyId, nonce, now))) throw new ServiceError('SignatureNonceUsed');
  }

  #openSession({ accessKeyId, securityToken }: Claim): RoleSession {
    if (!securityToken) throw new ServiceError('MissingSecurityToken');
    return this.#tokens.open(securityToken, accessKeyId);
  }

  async #permanentSecret({ accessKeyId, securityToken }: Claim): Promise<string> {
    const secret = await this.#access.accessKeys.secretOf(accessKeyId);
    if (secret === undefined) throw new ServiceError('InvalidAccessKeyId.NotFound');
    if (securityToken) throw new ServiceError('InvalidSecurityToken.MismatchWithAccessKey');
    return secret;
  }
}

export const signatureDoesNotMatch = (why: string): ServiceError =>
  new ServiceError('SignatureDoesNotMatch', {
    message: `Specified signature is not matched with our calculation. ${why}`,
  });

/** @throws ServiceError MissingParameter */
export function required(name: string, value: string | undefined): string {
  if (!value) throw new ServiceError('MissingParameter', { subject: name });
  return value;
}

const mismatch = ({ shownStringToSign }: Claim): ServiceError =>
  signatureDoesNotMatch(`server string to sign is:${shownStringToSign}`);

function checkTimestamp({ timestamp }: Claim, now: number): void {
  if (Math.abs(now - readTimestamp(timestamp)) > limits.clockSkewMs) throw new ServiceError('InvalidTimeStamp.Expired');
}

function readTimestamp(text = ''): number {
  try {
    return parseTimestamp(text).getTime();
  } catch (error) {
    throw error instanceof WireFormatError ? new ServiceError('IllegalTimestamp') : error;
  }
}

function isEqual(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
