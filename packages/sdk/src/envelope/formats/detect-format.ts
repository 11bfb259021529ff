import { ageVersionLine } from '../age/age-header.js';
import { malformed } from '../malformed.js';

/**
 * Format of a message. `asn1`: the message of the Encryption SDKs; `java-stream`: the stream of the SDK for Java, since
 * 1.0.7; `asn1-body` and `java-stream-body`: the same with the header in a secret; `age`: age v1.
 */
export type MessageFormat = 'asn1' | 'asn1-body' | 'java-stream' | 'java-stream-body' | 'age';

const ageStart = Buffer.from(ageVersionLine, 'latin1').subarray(0, 'age-encryption.org/'.length);

/** As many bytes as needed to tell all formats apart: for DER, the first element inside the outermost one. */
const enoughBytes = ageStart.length;

/**
 * The format that starts with these bytes; undefined while more are needed.
 *
 * @throws KmsEnvelopeError `Envelope.Malformed`
 */
export function detectFormat(bytes: Uint8Array, ended: boolean): MessageFormat | undefined {
  if (bytes.length < enoughBytes && !ended) return undefined;
  switch (bytes[0]) {
    case 0x30: {
      const lengthOctets = (bytes[1] ?? 0) < 0x80 ? 1 : 1 + ((bytes[1] as number) & 0x7f);
      return bytes[1 + lengthOctets] === 0x04 ? 'asn1-body' : 'asn1';
    }
    // First byte of the version, or of the length of the IV if there is no header.
    case 0x00:
      return 'java-stream';
    case 12:
    case 16:
      return 'java-stream-body';
    default:
      if (ageStart.equals(bytes.subarray(0, ageStart.length))) return 'age';
      throw malformed(bytes.length === 0 ? 'it is empty' : 'its first bytes match no known format');
  }
}
