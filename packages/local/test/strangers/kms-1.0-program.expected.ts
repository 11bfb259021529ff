import expected from './kms-1.0-program.expected.json' with { type: 'json' };
import { matching } from './matching.js';

/** What the program of KMS 1.0 sees when all is well. */
export const seenByKms10Program = matching(expected) as typeof expected;
