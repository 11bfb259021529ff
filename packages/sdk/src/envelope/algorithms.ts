/** Name of an algorithm, as the Encryption SDKs for Java and Python spell it. */
export type EnvelopeAlgorithm =
  | 'AES_GCM_NOPADDING_128'
  | 'AES_GCM_NOPADDING_256'
  | 'AES_CBC_NOPADDING_128'
  | 'AES_CBC_NOPADDING_256'
  | 'AES_CBC_PKCS5_128'
  | 'AES_CBC_PKCS5_256'
  | 'AES_CTR_NOPADDING_128'
  | 'AES_CTR_NOPADDING_256'
  | 'SM4_GCM_NOPADDING_128'
  | 'SM4_CBC_NOPADDING_128'
  | 'SM4_CBC_PKCS5_128'
  | 'SM4_CTR_NOPADDING_128';

/** An algorithm that detects changes: the only ones that are written. */
export type AuthenticatedAlgorithm = Extract<EnvelopeAlgorithm, `${string}_GCM_${string}`>;

export interface AlgorithmFacts {
  readonly name: EnvelopeAlgorithm;
  /** Number in messages. */
  readonly id: number;
  readonly family: 'aes' | 'sm4';
  readonly mode: 'gcm' | 'cbc' | 'ctr';
  readonly keyBytes: 16 | 32;
  readonly ivBytes: 12 | 16;
  readonly tagBytes: 0 | 16;
  /** Whether PKCS#7 pads the data. CBC without it takes whole blocks only. */
  readonly padded: boolean;
}

const ids: Readonly<Record<EnvelopeAlgorithm, number>> = {
  AES_GCM_NOPADDING_128: 1,
  AES_GCM_NOPADDING_256: 2,
  AES_CBC_NOPADDING_128: 3,
  AES_CBC_NOPADDING_256: 4,
  AES_CBC_PKCS5_128: 5,
  AES_CBC_PKCS5_256: 6,
  AES_CTR_NOPADDING_128: 7,
  AES_CTR_NOPADDING_256: 8,
  SM4_GCM_NOPADDING_128: 9,
  SM4_CBC_NOPADDING_128: 10,
  SM4_CBC_PKCS5_128: 11,
  SM4_CTR_NOPADDING_128: 12,
};

export const defaultAlgorithm: AuthenticatedAlgorithm = 'AES_GCM_NOPADDING_256';

/** All algorithms of messages, by name. The names determine everything but the lengths of IV and tag. */
export const algorithms: ReadonlyMap<string, AlgorithmFacts> = new Map(
  (Object.keys(ids) as EnvelopeAlgorithm[]).map((name) => {
    const [family, mode, padding, keyBits] = name.toLowerCase().split('_');
    const facts = {
      name,
      id: ids[name],
      family: family as 'aes' | 'sm4',
      mode: mode as 'gcm' | 'cbc' | 'ctr',
      keyBytes: (Number(keyBits) / 8) as 16 | 32,
      ivBytes: mode === 'gcm' ? 12 : 16,
      tagBytes: mode === 'gcm' ? 16 : 0,
      padded: padding === 'pkcs5',
    } as const;
    return [name, facts];
  }),
);

const byId = new Map([...algorithms.values()].map((facts) => [facts.id, facts]));

export const algorithmOfId = (id: number): AlgorithmFacts | undefined => byId.get(id);

/** Names of the algorithms that are written. */
export const authenticatedAlgorithms = [...algorithms.values()]
  .filter(({ mode }) => mode === 'gcm')
  .map(({ name }) => name as AuthenticatedAlgorithm);
