import { stat } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { AddressList } from '../access/address-list.js';
import { isShortPassphrase, passphraseMinChars } from '../store/root-key.js';

const loopback = ['127.0.0.0/8', '::1'];

/** A warning to the operator about who can reach this KMS, if needed. */
export function exposureWarning(listeners: readonly { address: string; port: number }[]): string | undefined {
  const own = new AddressList(loopback);
  const exposed = listeners
    .filter(({ address }) => !own.has(address))
    .map(({ address, port }) => `${isIPv6(address) ? `[${address}]` : address}:${port}`);
  if (exposed.length === 0) return undefined;
  const where = exposed.join(' and ');
  return `warning: other machines can reach this local KMS at ${where}; it is for development and tests, on 127.0.0.1 for this machine only`;
}

/** A warning about weak protection of an existing root key, if needed. */
export async function rootKeyWarning(source: { keyFile?: string; passphrase?: string }): Promise<string | undefined> {
  const { keyFile, passphrase } = source;
  if (passphrase !== undefined && isShortPassphrase(passphrase)) {
    return `warning: the passphrase has less than ${passphraseMinChars} characters, so anyone who gets the database can guess it; export the data as a seed, and start again with a longer one`;
  }
  // Windows has no such modes.
  if (keyFile === undefined || process.platform === 'win32') return undefined;
  const mode = (await stat(keyFile)).mode & 0o777;
  if ((mode & 0o077) === 0) return undefined;
  return `warning: others can use ${keyFile} (mode ${mode.toString(8).padStart(4, '0')}), which opens all keys and secrets; chmod 600 ${keyFile}`;
}
