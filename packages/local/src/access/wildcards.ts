/** `*` is any text, `?` any one character. In one pass and without recursion, so that no pattern takes long. */
export function matchesWildcards(pattern: string, value: string): boolean {
  let [at, star, retryFrom] = [0, -1, 0];
  for (let index = 0; index < value.length; ) {
    if (pattern[at] === '*') {
      star = at;
      retryFrom = index;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === value[index]) {
      at += 1;
      index += 1;
    } else if (star !== -1) {
      at = star + 1;
      retryFrom += 1;
      index = retryFrom;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
