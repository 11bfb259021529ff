import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

/** What a file of an official client says in the clear, and how to open the rest. */
export interface OfficialFile {
  versionId: string;
  dataType: 'text' | 'binary';
  stage: string;
  fetchedAt: number;
  createTime?: Date;
  secretType?: string;
  automaticRotation?: string;
  rotationInterval?: string;
  nextRotationDate?: Date;
  /** base64 of mode, key material, IV and ciphertext. */
  sealed: Buffer;
  /** Whose file it may be: told apart by trying. */
  schemes: readonly Scheme[];
}

/** How a client makes a key of the material that lies beside the ciphertext, and of the salt. */
interface Scheme {
  materialBytes: number;
  iterations: number;
  passwordOf: (material: Buffer) => Buffer;
}

const asIs = (material: Buffer): Buffer => material;
const pythonSchemes: readonly Scheme[] = [
  { materialBytes: 32, iterations: 65_536, passwordOf: asIs }, // v2
  { materialBytes: 16, iterations: 65_536, passwordOf: asIs }, // v1
];
const camelCaseSchemes: readonly Scheme[] = [
  { materialBytes: 32, iterations: 65_536, passwordOf: asJavaText },
  { materialBytes: 32, iterations: 1000, passwordOf: asIs }, // Go
];

const mode = Buffer.from('001');
const ivBytes = 16;

/** @throws when it is none */
export function readOfficialFile(text: string): OfficialFile {
  const file = JSON.parse(text);
  const isPython = Object.hasOwn(file, 'secret_info');
  const info: Record<string, unknown> = isPython ? file.secret_info : file.secretInfo;
  // snake_case of Python, camelCase of Java and Go, where absent values are empty texts.
  const textOf = (name: string): string | undefined => {
    const value = info[isPython ? name : name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const dateOf = (name: string) => {
    const date = new Date(textOf(name) ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
  };
  const versionId = textOf('version_id');
  const fetchedAt: unknown = isPython ? file.refresh_time_stamp : file.refreshTimestamp;
  if (versionId === undefined || typeof fetchedAt !== 'number') throw new Error('members are missing');
  return {
    versionId,
    fetchedAt,
    stage: String(file.stage),
    dataType: textOf('secret_data_type') === 'binary' ? 'binary' : 'text',
    createTime: dateOf('create_time'),
    secretType: textOf('secret_type'),
    automaticRotation: textOf('automatic_rotation'),
    rotationInterval: textOf('rotation_interval'),
    nextRotationDate: dateOf('next_rotation_date'),
    sealed: Buffer.from(textOf('secret_value') ?? '', 'base64'),
    schemes: isPython ? pythonSchemes : camelCaseSchemes,
  };
}

/** @throws when no scheme opens it. There is no authentication: what unpads and is UTF-8 counts as opened */
export async function openOfficialValue({ sealed, schemes }: OfficialFile, salt: string): Promise<string> {
  if (!sealed.subarray(0, mode.length).equals(mode)) throw new Error('unknown mode');
  for (const { materialBytes, iterations, passwordOf } of schemes) {
    const material = sealed.subarray(mode.length, mode.length + materialBytes);
    const iv = sealed.subarray(mode.length + materialBytes, mode.length + materialBytes + ivBytes);
    const ciphertext = sealed.subarray(mode.length + materialBytes + ivBytes);
    if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) continue;
    const key = await promisify(pbkdf2)(passwordOf(material), salt, iterations, 32, 'sha256');
    try {
      const decipher = createDecipheriv('aes-256-cbc', key, iv);
      const bytes = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  throw new Error('no scheme fits');
}

/**
 * Java makes a text of the material and bytes of the text, so what is no UTF-8 becomes U+FFFD. An encoded surrogate (ED A0..BF,
 * with or without its last byte) becomes one U+FFFD there, and one for each byte here.
 */
export function asJavaText(material: Buffer): Buffer {
  const replaced = Buffer.from(material.toString('latin1').replace(/\xed[\xa0-\xbf][\x80-\xbf]?/g, '\xff'), 'latin1');
  return Buffer.from(replaced.toString('utf8'));
}
