/** A value that the service may add later: unions that end with it still offer today's values in an editor. */
export type FutureValue = string & Record<never, never>;
