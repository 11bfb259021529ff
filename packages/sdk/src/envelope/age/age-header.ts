import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { KmsEnvelopeError } from '../../errors.js';
import { envelopeLimits } from '../limits.js';
import { malformed } from '../malformed.js';
import { decodeRawBase64, encodeRawBase64 } from './encodings.js';

// Header of age v1: https://c2sp.org/age

export const ageVersionLine = 'age-encryption.org/v1\n';
export const fileKeyBytes = 16;
const macBytes = 32;
const columns = 64;

/** The file key, wrapped for one recipient. */
export interface Stanza {
  readonly type: string;
  /** Arguments after the type; each at least one visible ASCII character. */
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

export interface AgeHeader {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** Everything up to and including `---`, byte for byte. */
  readonly authenticated: Uint8Array;
  /** Offset of the payload. */
  readonly length: number;
}

function encodeStanza({ type, args, body }: Stanza): string {
  const text = encodeRawBase64(body);
  const lines: string[] = [];
  // The last line is shorter than the others, and empty if they come out even.
  for (let at = 0; at <= text.length; at += columns) lines.push(text.slice(at, at + columns));
  return `-> ${[type, ...args].join(' ')}\n${lines.join('\n')}\n`;
}

const macOf = (fileKey: Uint8Array, authenticated: Uint8Array): Buffer => {
  const key = Buffer.from(hkdfSync('sha256', fileKey, '', 'header', 32));
  const mac = createHmac('sha256', key).update(authenticated).digest();
  key.fill(0);
  return mac;
};

export function encodeAgeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Uint8Array {
  const text = `${ageVersionLine}${stanzas.map(encodeStanza).join('')}---`;
  const mac = macOf(fileKey, Buffer.from(text, 'latin1'));
  return Buffer.from(`${text} ${encodeRawBase64(mac)}\n`, 'latin1');
}

export const verifyAgeHeader = (fileKey: Uint8Array, { authenticated, mac }: AgeHeader): boolean =>
  timingSafeEqual(macOf(fileKey, authenticated), mac);

/**
 * Reads the header of a file from its first `bytes`; undefined while more are needed.
 *
 * @throws KmsEnvelopeError `Envelope.Malformed`, `Envelope.Unsupported`
 */
export function readAgeHeader(bytes: Uint8Array): AgeHeader | undefined {
  const lines = new Lines(bytes);
  const first = lines.next();
  if (first === undefined) return undefined;
  if (`${first}\n` !== ageVersionLine) throw unknownVersion(first);
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = lines.at;
    const line = lines.next();
    if (line === undefined) return undefined;
    if (line.startsWith('---')) {
      if (stanzas.length === 0) throw malformed('its header has no recipient');
      return { stanzas, mac: readMac(line), authenticated: bytes.slice(0, start + 3), length: lines.at };
    }
    const named = readArguments(line);
    const body = readBody(lines);
    if (body === undefined) return undefined;
    stanzas.push({ ...named, body });
    checkStanzas(stanzas);
  }
}

/** age: a passphrase cannot be combined with other recipients, because anyone who knows it could have written the file. */
function checkStanzas(stanzas: readonly Stanza[]): void {
  if (stanzas.length > 1 && stanzas.some(({ type }) => type === 'scrypt')) {
    throw malformed('its header has a passphrase beside other recipients');
  }
}

function readMac(line: string): Uint8Array {
  const mac = line.startsWith('--- ') ? decodeRawBase64(line.slice(4)) : undefined;
  if (mac?.length !== macBytes) throw malformed('the last line of its header is wrong');
  return mac;
}

function readArguments(line: string): Pick<Stanza, 'type' | 'args'> {
  const [type, ...args] = line.slice(3).split(' ');
  const visible = [type ?? '', ...args].every((arg) => /^[\x21-\x7e]+$/.test(arg));
  if (!line.startsWith('-> ') || type === undefined || !visible) throw malformed('a recipient in its header is wrong');
  return { type, args };
}

function readBody(lines: Lines): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  for (;;) {
    const line = lines.next();
    if (line === undefined) return undefined;
    const part = line.length <= columns ? decodeRawBase64(line) : undefined;
    if (part === undefined) throw malformed('a line of base64 in its header is wrong');
    parts.push(part);
    if (line.length < columns) return Buffer.concat(parts);
  }
}

function unknownVersion(line: string): KmsEnvelopeError {
  const version = /^age-encryption\.org\/([\x21-\x7e]+)$/.exec(line)?.[1];
  if (version === undefined || version === 'v1') return malformed('its first line is wrong');
  return new KmsEnvelopeError(
    'Envelope.Unsupported',
    `the file has version ${version.slice(0, 20)} of age; v1 is known`,
  );
}

/** Lines that end with a line feed. Only visible ASCII and spaces are allowed. */
class Lines {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): string | undefined {
    const end = this.#bytes.indexOf(0x0a, this.at);
    if (Math.max(end, this.at) > envelopeLimits.headerMaxBytes || (end < 0 && this.#tooLong())) {
      throw malformed('its header is too long');
    }
    if (end < 0) return undefined;
    const line = Buffer.from(this.#bytes.subarray(this.at, end)).toString('latin1');
    this.at = end + 1;
    return line;
  }

  #tooLong(): boolean {
    return this.#bytes.length > envelopeLimits.headerMaxBytes;
  }
}
