/** What a message may hold, in whatever format it comes: far more than any API has, and little enough to be read at once. */
export const messageBounds = {
  /** Parameters of a query or a form, values of a JSON body, fields of a protobuf message. */
  parametersMax: 1000,
  /** Levels of JSON, parts of a dotted name, groups of protobuf. */
  depthMax: 100,
} as const;
