/** Of these names the one that is most like `name`, if any is like it enough to be meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const tooFar = Math.min(3, Math.ceil(name.length / 3)) + 1;
  const distances = names.map((known) => ({ known, distance: editDistance(name, known, tooFar) }));
  const best = distances.sort((one, other) => one.distance - other.distance)[0];
  return best && best.distance < tooFar ? best.known : undefined;
}

/** Characters to insert, remove or replace, letters' case aside; at most `limit`. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  const [from, to] = [one.toLowerCase(), other.toLowerCase()];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] as number) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] as number) + 1, (next[column - 1] as number) + 1));
    }
    row = next;
  }
  return Math.min(row[to.length] as number, limit);
}
