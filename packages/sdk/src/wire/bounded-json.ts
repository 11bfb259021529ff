import { messageBounds, WireFormatError } from './wire-format.js';

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Parses untrusted JSON. Checks depth and count in the text, before creating anything: code that walks a value
 * recursively, such as `JSON.stringify`, exhausts the stack at some thousand levels.
 *
 * @param valuesMax most texts, numbers and the like at all levels together; default: no limit
 * @throws WireFormatError for invalid JSON, or JSON beyond a limit
 */
export function parseBoundedJson(text: string, valuesMax = Number.POSITIVE_INFINITY): unknown {
  checkBounds(text, valuesMax);
  try {
    return JSON.parse(text);
  } catch {
    throw new WireFormatError('is not JSON');
  }
}

function checkBounds(text: string, valuesMax: number): void {
  const { depthMax } = messageBounds;
  let [depth, values] = [0, 1];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfText(text, at);
    else if (character === openArray || character === openObject) depth += 1;
    else if (character === closeArray || character === closeObject) depth -= 1;
    else if (character === comma) values += 1;
    if (depth > depthMax) throw new WireFormatError(`is nested deeper than ${depthMax} levels`);
    if (values > valuesMax) throw new WireFormatError(`has more than ${valuesMax} values`);
  }
}

/** The end of the text that starts at a quotation mark. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) return at;
    if (character === backslash) at += 1;
  }
  return at;
}
