/** A name of the wire as methods and fields are written: `CreateKey` is `createKey`. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
