import type { Client } from 'alibabacloud-kms-sdk';
import { derToJose, type JoseAlgorithm, joseAlgorithms, type PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { base64url, type JSONWebKeySet, type JWK, type UnsecuredJWT } from 'jose';

/** JOSE's algorithms that KMS and every WebCrypto have. */
type JwtAlgorithm = Exclude<JoseAlgorithm, 'ES256K'>;

/** Signs JSON Web Tokens with a key that never leaves KMS. */
export class JwtSigner {
  readonly #client: Client;
  readonly #keyId: string;
  readonly #alg: JwtAlgorithm;
  #current?: Promise<PublicKey>;

  /** @param keyId a new version of this key, or another key behind this alias, signs the next token */
  constructor(client: Client, keyId: string, alg: JwtAlgorithm) {
    this.#client = client;
    this.#keyId = keyId;
    this.#alg = alg;
  }

  /** @param claims made with jose's builder: `new UnsecuredJWT({ scope }).setSubject('42').setExpirationTime('10m')` */
  async sign(claims: UnsecuredJWT): Promise<string> {
    const payload = claims.encode().split('.')[1];
    for (let attempt = 1; attempt <= 3; attempt++) {
      const key = await this.#publicKey();
      const header = base64url.encode(JSON.stringify({ alg: this.#alg, typ: 'JWT', kid: key.keyVersionId }));
      const message = `${header}.${payload}`;
      const { signature, keyVersionId } = await this.#client.sign({
        keyId: this.#keyId,
        // The digest: a token may be longer than what a call carries.
        message: key.digest({ message }),
        messageType: 'DIGEST',
        algorithm: joseAlgorithms[this.#alg].algorithm,
      });
      if (keyVersionId === key.keyVersionId) return `${message}.${base64url.encode(this.#toJose(signature))}`;
      // A new version, or the alias has moved: the header names a key that did not sign.
      this.#current = undefined;
    }
    throw new Error(`${this.#keyId} has another version with every call`);
  }

  /** One call for all tokens; one that failed is asked again for the next token. */
  #publicKey(): Promise<PublicKey> {
    this.#current ??= this.#client.publicKey(this.#keyId).catch((error: unknown) => {
      this.#current = undefined;
      throw error;
    });
    return this.#current;
  }

  #toJose(signature: Uint8Array): Uint8Array {
    return this.#alg === 'ES256' ? derToJose(signature, { algorithm: this.#alg }) : signature;
  }
}

/**
 * What verifiers need, to be served as `/.well-known/jwks.json`: every version of these keys, since tokens of former ones
 * are still on their way.
 *
 * @param client for the public gateway, which knows former versions
 */
export async function publicKeySet(
  client: Client,
  keyIds: readonly string[],
  alg: JwtAlgorithm,
): Promise<JSONWebKeySet> {
  const keys: JWK[] = [];
  for (const keyId of keyIds) {
    for await (const { keyVersionId } of client.keyVersions({ keyId })) {
      const key = await client.publicKey(keyId, { keyVersionId, gateway: 'public' });
      keys.push({ ...key.toJwk(), kid: keyVersionId, alg, use: 'sig' });
    }
  }
  return { keys };
}
