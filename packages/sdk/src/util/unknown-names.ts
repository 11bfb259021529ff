import { oneLine } from './text.js';

/** Longest name that is quoted or compared with others. */
const nameMaxChars = 60;

/** Longer lists of names are not shown. */
const listedMax = 40;

/** Throws for an unknown name, which would otherwise be ignored silently. */
export function rejectUnknownNames(
  given: object,
  known: readonly string[],
  describe: (name: string, suggestion: string) => Error,
): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    throw describe(oneLine(name, nameMaxChars), nearest === undefined ? listOf(known) : `; did you mean ${nearest}?`);
  }
}

function listOf(known: readonly string[]): string {
  if (known.length > listedMax) return '';
  return known.length === 0 ? '; there are none' : `; there is ${known.join(', ')}`;
}

/**
 * The known name that has the same beginning or end, or is about the same thing (`secretName` for `secretId`); otherwise
 * the most similar one, if it is similar enough.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > nameMaxChars) return undefined;
  const given = name.toLowerCase();
  const longer = known.find((candidate) => given.length > 2 && candidate.toLowerCase().startsWith(given));
  if (longer !== undefined) return longer;
  const [best] = known
    .map((candidate) => ({ candidate, distance: editDistance(given, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  if (best && best.distance <= Math.min(name.length - 1, Math.max(2, Math.floor(name.length / 3))))
    return best.candidate;
  return (
    known.find((candidate) => thing(candidate) === thing(name)) ?? known.find((candidate) => endsWith(candidate, name))
  );
}

/** The subject of a name, without its suffix: `secretName`, `secretId` and `secret` have the same. */
const thing = (name: string): string => name.replace(/(?<=.)(Id|Ids|Name|Arn|Blob|Data|Text)$/, '').toLowerCase();

const endsWith = (candidate: string, name: string): boolean =>
  candidate.endsWith(name.charAt(0).toUpperCase() + name.slice(1));

/** Levenshtein: how many letters to insert, delete or replace. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] as number) + (to[column - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[column] as number) + 1, (next[column - 1] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
