import type { Context } from '../context.js';
import type { MessageHeader } from '../formats/message-header.js';
import type { DataKey } from './data-key.js';

/** A data key and everything about it that messages share; IV and tag of the header are those of the key, too. */
export interface Material {
  readonly key: DataKey;
  readonly header: MessageHeader;
  /** The header as DER. */
  readonly headerDer: Uint8Array;
  readonly context: Context;
  /** Associated data of a GCM body. */
  readonly aad: Uint8Array;
  /** Key of KMS that unwrapped it. */
  readonly keyArn?: string;
}
