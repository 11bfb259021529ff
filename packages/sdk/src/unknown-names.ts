/** Throws for a name that is not known: a typing error would otherwise be ignored in silence. */
export function rejectUnknownNames(
  given: object,
  known: readonly string[],
  describe: (name: string, suggestion: string) => Error,
): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    throw describe(name, nearest === undefined ? '' : `; did you mean ${nearest}?`);
  }
}

/** The known name that begins so, else the one that differs least, when it differs little. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const given = name.toLowerCase();
  const longer = known.find((candidate) => given.length > 2 && candidate.toLowerCase().startsWith(given));
  if (longer !== undefined) return longer;
  const [best] = known
    .map((candidate) => ({ candidate, distance: editDistance(given, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.min(name.length - 1, Math.max(2, Math.floor(name.length / 3)))
    ? best.candidate
    : undefined;
}

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
