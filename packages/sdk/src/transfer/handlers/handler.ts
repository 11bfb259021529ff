import type { CryptoScheme } from '../crypto-scheme.js';
import type { InstanceCall, InstanceResponse } from '../instance-call.js';
import type { TransferMetadata } from '../transfer-metadata.js';

/** Answer of a handler: KMS 1.0's, by wire names. */
export interface HandlerResponse {
  body: Record<string, unknown>;
  metadata: TransferMetadata;
}

/** Turns one call of KMS 1.0 into calls to the instance. */
export type Handler = (call: InstanceCall, scheme: CryptoScheme) => Promise<HandlerResponse>;

/** The answer of an operation with a key, and what KMS 1.0 has beside it. */
export function keyResponse(
  { answer, keyVersionId, metadata }: InstanceResponse,
  fields: Readonly<Record<string, unknown>>,
): HandlerResponse {
  const { KeyId, RequestId } = answer;
  const version = keyVersionId ?? answer.KeyVersionId;
  return { body: { KeyId, ...fields, RequestId, ...(version !== undefined && { KeyVersionId: version }) }, metadata };
}
