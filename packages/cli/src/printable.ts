/**
 * Text on one line, without characters that act on a terminal or change how the rest of the line is read: control
 * characters, lone surrogates, bidirectional marks.
 */
export const printable = (text: string): string =>
  text.replace(/[\t\r\n\p{Zl}\p{Zp}]/gu, ' ').replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '\ufffd');

/** {@link printable} for multi-line text. */
export const printableLines = (text: string): string => text.split(/\r?\n/).map(printable).join('\n');

/** The start of a given text, for messages. */
export const quoted = (text: string, maxChars = 60): string =>
  printable(text.length > maxChars ? `${text.slice(0, maxChars)}…` : text);
