import { onceFor } from '../util/once-for.js';
import type { FieldsFacts } from './action-facts.js';

/** The fields of a request, by their names in this SDK. */
export const fieldNames = onceFor((facts: FieldsFacts): readonly string[] =>
  Object.values(facts).map(({ field }) => field),
);
