// Pieces of Markdown.

/** @param {readonly string[]} columns @param {readonly (readonly string[])[]} rows */
export const tableOf = (columns, rows) =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

export const code = (text) => `\`${text}\``;

/** Text in which `<NAME>` and `*` would be markup. */
export const plain = (text) => text.replace(/[<*]/g, '\\$&');

/** @param {readonly string[]} names */
export const codes = (names) => names.map(code).join(', ');
