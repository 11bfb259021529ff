/** One block of PEM text. */
export interface PemBlock {
  label: string;
  der: Uint8Array;
  /** Line number of its start, from 1. */
  line: number;
}

/** Why text is not valid PEM, with the line; does not quote the text. */
export class PemError extends Error {
  override readonly name = 'PemError';

  constructor(problem: string, line?: number) {
    super(line === undefined ? problem : `line ${line}: ${problem}`);
  }
}

/** PEM text ({@link https://www.rfc-editor.org/rfc/rfc7468 RFC 7468}) around DER. */
export function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/**
 * The blocks with one of these labels, in order; empty if there are none. Allows what RFC 7468 2 and 3 let a parser allow:
 * text around the blocks, any line breaks or none, indentation; also line breaks written as `\n`, as in environment
 * variables.
 *
 * @throws PemError for a broken block
 */
export function readPem(text: string, labels: readonly string[]): PemBlock[] {
  const plain = text.replace(/\\r\\n|\\r|\\n/g, '\n').replace(/\r\n?/g, '\n');
  const lineAt = (index: number): number => plain.slice(0, index).split('\n').length;
  const blocks: PemBlock[] = [];
  const begins = /-----BEGIN ([A-Z0-9. ]+)-----/g;
  for (let begin = begins.exec(plain); begin; begin = begins.exec(plain)) {
    const label = begin[1] as string;
    if (!labels.includes(label)) continue;
    const line = lineAt(begin.index);
    const start = begins.lastIndex;
    const end = plain.indexOf(`-----END ${label}-----`, start);
    const body = plain.slice(start, end);
    if (end < 0 || body.includes('-----BEGIN')) {
      throw new PemError(`the block that begins here has no -----END ${label}-----`, line);
    }
    blocks.push({ label, der: decode(body, (offset) => lineAt(start + offset)), line });
    begins.lastIndex = end;
  }
  return blocks;
}

/**
 * The only block with one of these labels.
 *
 * @throws PemError
 */
export function readOnePem(text: string, labels: readonly string[]): PemBlock {
  const [block, second] = readPem(text, labels);
  if (!block) throw new PemError(`there is no block ${labels.map((label) => `-----BEGIN ${label}-----`).join(' or ')}`);
  if (second) throw new PemError(`a second block ${second.label} begins here; give one`, second.line);
  return block;
}

function decode(body: string, lineAt: (offset: number) => number): Uint8Array {
  const header = /^[ \t]*(Proc-Type|DEK-Info):/m.exec(body);
  if (header) throw new PemError('the block is encrypted; decrypt it first', lineAt(header.index));
  const foreign = body.search(/[^A-Za-z0-9+/=\s]/);
  if (foreign >= 0) throw new PemError('a character that is not base64', lineAt(foreign));
  const compact = body.replace(/\s/g, '');
  const der = Buffer.from(compact, 'base64');
  // Node.js accepts missing padding, and ignores characters after it.
  if (compact === '' || der.toString('base64') !== compact) {
    throw new PemError('the base64 before this line is cut short or padded wrongly', lineAt(body.length));
  }
  return new Uint8Array(der);
}
