import { isIP } from 'node:net';

/** Whether a text is an IP address or a CIDR block: `192.168.0.1`, `192.168.0.0/24`, `fd00::/8`. */
export function isAddressOrBlock(text: string): boolean {
  const [address = '', prefix, ...others] = text.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits === undefined || address.includes('%') || others.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}
