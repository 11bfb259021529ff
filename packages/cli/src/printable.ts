/**
 * Text on one line, without what acts on a terminal or changes how the rest of the line is read: control characters,
 * halves of characters, marks of direction.
 */
export const printable = (text: string): string =>
  text.replace(/[\t\r\n\p{Zl}\p{Zp}]/gu, ' ').replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '\ufffd');

/** {@link printable} for text of several lines. */
export const printableLines = (text: string): string => text.split(/\r?\n/).map(printable).join('\n');

/** The beginning of a text that was given, for messages: what it is, not all of it. */
export const quoted = (text: string, maxChars = 60): string =>
  printable(text.length > maxChars ? `${text.slice(0, maxChars)}…` : text);
