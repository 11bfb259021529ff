import { constants } from 'node:os';
import { usageError } from '../failures.js';
import { quoted } from '../printable.js';

/** A signal by its name, `SIGHUP` or `HUP`. @throws CliError */
export function signalOf(flag: string, text: string): NodeJS.Signals {
  const upper = text.toUpperCase();
  const name = upper.startsWith('SIG') ? upper : `SIG${upper}`;
  if (Object.hasOwn(constants.signals, name)) return name as NodeJS.Signals;
  throw usageError(`${flag} must be the name of a signal, such as SIGHUP, not ${quoted(text)}`);
}
