/** A value that the service may add later: unions with it still let editors suggest today's values. */
export type FutureValue = string & Record<never, never>;
