/**
 * Text as a message may show it: on one line, not longer than this, and without what acts on a terminal or changes how
 * the rest of a line is read (control characters, halves of characters, marks of direction:
 * {@link https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing UTR #36}).
 */
export function oneLine(text: string, maxChars: number): string {
  return (text.length > maxChars ? `${text.slice(0, maxChars)}…` : text)
    .replace(/[\t\r\n\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '\ufffd');
}

/** A name of the wire as methods and fields are written: `CreateKey` is `createKey`. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
