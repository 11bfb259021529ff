import type { LocalKms } from 'alibabacloud-kms-local';
import type { Client, CreateKeyRequest, CreateSecretRequest } from 'alibabacloud-kms-sdk';
import type { ActionName } from 'alibabacloud-kms-sdk/internal';

/** What the cases work on. Everything that a case needs is made by `client`, whose calls are not recorded. */
export class World {
  #count = 0;

  constructor(
    readonly kms: LocalKms,
    readonly client: Client,
  ) {}

  /** A name that nothing else has. */
  name(prefix: string): string {
    this.#count += 1;
    return `${prefix}-${this.#count}`;
  }

  async key(request: CreateKeyRequest = {}): Promise<{ keyId: string; keyVersionId: string }> {
    const { keyMetadata } = await this.client.createKey({ dkmsInstanceId: this.kms.instanceId, ...request });
    return { keyId: keyMetadata.keyId, keyVersionId: keyMetadata.primaryKeyVersion ?? '' };
  }

  async alias(keyId: string): Promise<string> {
    const aliasName = `alias/${this.name('every')}`;
    await this.client.createAlias({ aliasName, keyId });
    return aliasName;
  }

  async secret(request: Partial<CreateSecretRequest> = {}): Promise<string> {
    const secretName = this.name('secret');
    await this.client.createSecret({ secretName, secretData: 'value', versionId: 'v1', ...request });
    return secretName;
  }
}

type MethodName = {
  [Name in keyof Client]: Client[Name] extends (...args: never[]) => Promise<object> ? Name : never;
}[keyof Client];

/** One call of a typed method and what it must put on the wire. */
export interface Case {
  method: MethodName;
  request: object;
  /** Every parameter that arrives, by its name on the wire. */
  sends: Readonly<Record<string, string>>;
  /** Part of the answer. */
  answers?: object;
  /** Code of the error that the call ends with. */
  refused?: string;
}

/** @param request typed as the method's own */
export function call<Name extends MethodName>(
  method: Name,
  request: Parameters<Client[Name]>[0],
  sends: Readonly<Record<string, string>>,
  outcome: { answers?: object; refused?: string } = {},
): Case {
  return { method, request: request as object, sends, ...outcome };
}

/** The cases of an API, made when their turn comes. */
export type CasesOf = (world: World) => Case | Case[] | Promise<Case | Case[]>;
export type Cases = Partial<Record<ActionName, CasesOf>>;

export const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
