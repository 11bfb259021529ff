import type { FieldsFacts } from './action-facts.js';
import { onceFor } from './once-for.js';

/** The fields of a request, by their names in this SDK. */
export const fieldNames = onceFor((facts: FieldsFacts): readonly string[] =>
  Object.values(facts).map(({ field }) => field),
);
