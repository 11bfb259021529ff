/** Bytes or text that violate their format. The message never quotes them. */
export class WireFormatError extends Error {
  override readonly name = 'WireFormatError';
}

/** Limits on messages in every format: far above any API, and low enough to parse quickly. */
export const messageBounds = {
  /** Parameters of a query or a form, values of a JSON body, fields of a protobuf message. */
  parametersMax: 1000,
  /** Levels of JSON, parts of a dotted name, groups of protobuf. */
  depthMax: 100,
} as const;
