import { isIPv4 } from 'node:net';

/** The 4 or 16 bytes of an IP address; a zone like `%eth0` means something on its own machine only and is left out. */
export function ipBytes(address: string): Uint8Array {
  if (isIPv4(address)) return Uint8Array.from(address.split('.').map(Number));
  const [head = [], tail = []] = address
    .replace(/%.*$/, '')
    .split('::')
    .map((groups) => groups.split(':').flatMap(groupBytes));
  return Uint8Array.from([...head, ...new Array(16 - head.length - tail.length).fill(0), ...tail]);
}

/** Of a group of four hexadecimal digits, of one of `::`'s empty sides, or of the IPv4 address that may come last. */
function groupBytes(group: string): number[] {
  if (group === '') return [];
  if (group.includes('.')) return [...ipBytes(group)];
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 0xff];
}
