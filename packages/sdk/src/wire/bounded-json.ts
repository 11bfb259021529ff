import { messageBounds, WireFormatError } from './wire-format.js';

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * JSON that somebody else wrote. Depth and count are those of the text, before anything is made of it: code that walks
 * a value level by level, as `JSON.stringify` does, runs out of stack some thousand levels down.
 *
 * @param valuesMax how many texts, numbers and the like it may hold, at all levels together; default: any number
 * @throws WireFormatError for what is no JSON, or exceeds a bound
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

/** Where the text ends that begins at a quotation mark. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) return at;
    if (character === backslash) at += 1;
  }
  return at;
}
