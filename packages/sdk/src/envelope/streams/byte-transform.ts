/** Bytes in, bytes out: what streams of Node.js and in-memory calls share. */
export interface ByteTransform {
  /** What is ready once these bytes came. They may be used again afterwards. */
  update(bytes: Uint8Array): Iterable<Uint8Array> | Promise<Iterable<Uint8Array>>;
  /** The rest. */
  final(): Iterable<Uint8Array> | Promise<Iterable<Uint8Array>>;
  /** Forgets keys and data; called once, however it ended. */
  dispose(): void;
}

/** Gives back what it gets. */
export const passThrough: ByteTransform = {
  update: (bytes) => (bytes.length > 0 ? [Uint8Array.from(bytes)] : []),
  final: () => [],
  dispose: () => undefined,
};

/** Runs all of the bytes through. */
export async function transformAll(transform: ByteTransform, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return Buffer.concat([...(await transform.update(bytes)), ...(await transform.final())]);
  } finally {
    transform.dispose();
  }
}
