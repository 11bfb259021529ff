import { WireFormatError } from './wire-format.js';

const readable = (text: string, format: (date: Date) => string): Date => {
  const date = new Date(text);
  // Date.parse reads many formats: only text that formats to itself has this one.
  if (Number.isNaN(date.getTime()) || format(date) !== text) throw new WireFormatError('not a date of this format');
  return date;
};

/** Caches the text of a second: formatting costs more, and all calls of a second have the same text. */
function oncePerSecond(format: (date: Date) => string): (date: Date) => string {
  let second = Number.NaN;
  let text = '';
  return (date) => {
    const now = Math.floor(date.getTime() / 1_000);
    if (now !== second) {
      text = format(date);
      second = now;
    }
    return text;
  };
}

/** `yyyy-MM-ddTHH:mm:ssZ`, the format of x-acs-date and Timestamp; truncates milliseconds. */
export const formatTimestamp = oncePerSecond((date) => `${date.toISOString().slice(0, 19)}Z`);

/** @throws WireFormatError for anything but `yyyy-MM-ddTHH:mm:ssZ` */
export const parseTimestamp = (text: string): Date => readable(text, formatTimestamp);

/** The HTTP date of {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 RFC 9110}, e.g. `Sun, 06 Nov 1994 08:49:37 GMT`. */
export const formatHttpDate = oncePerSecond((date) => date.toUTCString());

/** @throws WireFormatError for anything but an HTTP date as {@link formatHttpDate} writes it */
export const parseHttpDate = (text: string): Date => readable(text, formatHttpDate);
