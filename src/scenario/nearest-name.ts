/** Too many or too long to compare with one another in no time. */
const MOST_NAMES = 5000;
const LONGEST = 100;
/** Further than this nobody means. */
const FURTHEST = 4;

/**
 * The name that was probably meant: the nearest by edit distance, ignoring case, and no further than a third of
 * the letters and than four; of equals the first. Undefined where none is near, or where there are more than 5,000.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  let nearest: string | undefined;
  let best = Math.min(FURTHEST, Math.max(1, Math.floor(name.length / 3))) + 1;
  let seen = 0;
  for (const candidate of known) {
    seen += 1;
    if (seen > MOST_NAMES) return undefined;
    if (Math.abs(candidate.length - name.length) >= best) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), best);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** `; did you mean "spend"?`, or nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '' : `; did you mean ${JSON.stringify(nearest)}?`;
}

/**
 * Insertions, deletions and replacements of single characters that turn one name into the other (Levenshtein); infinity
 * where it is `limit` or more.
 */
export function editDistance(a: string, b: string, limit: number = Infinity): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
    if (Math.min(...row) >= limit) return Infinity;
  }
  return row[b.length]! >= limit ? Infinity : row[b.length]!;
}
