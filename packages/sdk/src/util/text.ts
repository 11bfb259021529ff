/**
 * Text as messages may show it: on one line, shortened to `maxChars`, and without characters that act on a terminal or
 * change how the rest of a line is read (control characters, lone surrogates, bidirectional marks:
 * {@link https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing UTR #36}).
 */
export function oneLine(text: string, maxChars: number): string {
  return (text.length > maxChars ? `${text.slice(0, maxChars)}…` : text)
    .replace(/[\t\r\n\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '\ufffd');
}

/** A wire name as a method or field name: `createKey` for `CreateKey`. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
