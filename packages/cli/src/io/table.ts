import { types } from 'node:util';
import { printable } from '../printable.js';

/** Columns of a list: title and cell. */
export type Columns<Row> = readonly (readonly [title: string, cell: (row: Row) => unknown])[];

/** A list for people, as aligned columns. */
export function table<Row>(rows: readonly Row[], columns: Columns<Row>): string {
  const lines = [
    columns.map(([title]) => title.toUpperCase()),
    ...rows.map((row) => columns.map(([, cell]) => cellText(cell(row)))),
  ];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => width(line[index] as string))));
  return lines
    .map((line) =>
      line
        .map((text, index) => text + ' '.repeat((widths[index] as number) - width(text)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** An object for people: a line for each field. */
export function details(value: unknown): string {
  const fields = flatten(value, '');
  const longest = Math.max(0, ...fields.map(([name]) => width(name)));
  return fields
    .map(
      ([name, text]) =>
        `${name}${' '.repeat(longest - width(name))}  ${text.replaceAll('\n', `\n${' '.repeat(longest + 2)}`)}`,
    )
    .join('\n');
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null || types.isDate(value) || types.isUint8Array(value)) {
    return [
      [path, typeof value === 'string' ? value.trimEnd().split(/\r?\n/).map(printable).join('\n') : cellText(value)],
    ];
  }
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry !== 'object' || entry === null))
      return [[path, value.map(cellText).join(', ')]];
    return value.flatMap((entry, index) => flatten(entry, `${path}.${index}`));
  }
  return Object.entries(value)
    .filter(([name, member]) => name !== '$metadata' && member !== undefined)
    .flatMap(([name, member]) => flatten(member, path === '' ? name : `${path}.${name}`));
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (types.isDate(value)) return value.toISOString().replace('.000Z', 'Z');
  if (types.isUint8Array(value)) return Buffer.from(value).toString('base64');
  // Data from a service must not move the cursor or colour the terminal.
  return printable(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Width of a text in columns: East Asian characters take two. */
const width = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  );
