import type { InspectOptions } from 'node:util';
import { isBytes } from './value-kinds.js';

const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

/**
 * Makes `util.inspect`, and so console.log and most loggers, show the kind of these members instead of their values.
 * Reading them, spreading and JSON.stringify work as usual.
 */
export function hideSecrets<T extends object>(object: T, names: readonly string[]): T {
  if (names.length === 0) return object;
  return Object.defineProperty(object, inspectCustom, {
    enumerable: false,
    value(_depth: number, options: InspectOptions, inspect: (value: unknown, options: InspectOptions) => string) {
      const shown: Record<string, unknown> = { ...this };
      for (const name of names) {
        const value = shown[name] as { length?: number } | undefined;
        if (value !== undefined) shown[name] = hidden(value);
      }
      return inspect(shown, options);
    },
  });
}

/** Prints without quotes, so that nobody mistakes it for the value. */
const hidden = (value: unknown) => ({
  [inspectCustom]: () => (isBytes(value) ? `<${value.length} bytes, not shown>` : '<not shown>'),
});
