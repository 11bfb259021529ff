/** Bytes or text that do not follow the format they should have. Its message never carries what they hold. */
export class WireFormatError extends Error {
  override readonly name = 'WireFormatError';
}

/** What a message may hold, in whatever format it comes: far more than any API has, and little enough to be read at once. */
export const messageBounds = {
  /** Parameters of a query or a form, values of a JSON body, fields of a protobuf message. */
  parametersMax: 1000,
  /** Levels of JSON, parts of a dotted name, groups of protobuf. */
  depthMax: 100,
} as const;
