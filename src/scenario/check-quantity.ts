import { distributionIssues } from '../distributions/check.ts';
import { prepareQuantile } from '../distributions/quantile.ts';
import { support } from '../distributions/support.ts';
import type { Distribution } from '../distributions/types.ts';
import { type Domain, isWithin, renderDomain } from './domains.ts';
import type { Input } from './inputs.ts';
import type { IssueList } from './issue-list.ts';

/** Truncated distributions and mixtures within one another; deeper and wider ones would be slow to invert. */
const DEEPEST = 4;
const MOST_PARTS = 256;
/** Of parameters and weights: sums and squares of larger ones might overflow. */
const LARGEST_PARAMETER = 1e21;
/** The ends of what a uniform can be: (k + 1/2) / 2^52. */
const SMALLEST_UNIFORM = 1 / 9_007_199_254_740_992;
const LARGEST_UNIFORM = 1 - SMALLEST_UNIFORM;

/** Whether an input's parameters are sound and it lies where it must; what is wrong goes to the list. */
export function checkInput({ named, domain }: Input, found: IssueList): boolean {
  const before = found.issues.length;
  if (typeof named.quantity === 'number') checkNumber(named.quantity, named.path, domain, found);
  else checkDistribution(named.quantity, named.path, domain, found);
  return found.issues.length === before && !found.isFull;
}

/** Whether a number lies in the domain; what is wrong goes to the list. */
export function checkNumber(value: number, path: string, domain: Domain, found: IssueList): boolean {
  if (!isWithin(value, domain)) {
    const message = `${value} is outside ${renderDomain(domain)}: it must be ${domain.noun}`;
    found.report('domain', path, message + perCent(value, domain), {
      received: String(value),
      expected: renderDomain(domain),
    });
    return false;
  }
  if (value > domain.largest) {
    found.report('size', path, `${value} is too large: at most ${domain.largest}`, {
      received: String(value),
    });
    return false;
  }
  return true;
}

function checkDistribution(distribution: Distribution, path: string, domain: Domain, found: IssueList): void {
  const tooLarge = sizeIssue(distribution);
  if (tooLarge !== null) {
    found.report('size', path, tooLarge);
    return;
  }
  checkAnnotations(distribution, path, found);
  const issues = distributionIssues(distribution, path);
  const faults = issues.filter(({ code }) => code !== 'no-effect');
  for (const issue of issues) {
    if (issue.code === 'no-effect') found.warn(issue.code, issue.path, issue.message);
  }
  for (const fault of faults) {
    const hint = fault.message.includes('did you mean') ? '' : perCentOf(distribution, domain);
    found.add({ ...fault, message: fault.message + hint });
  }
  if (faults.length === 0 && checkSupport(distribution, path, domain, found)) {
    checkReach(distribution, path, domain, found);
  }
}

function checkSupport(distribution: Distribution, path: string, domain: Domain, found: IssueList): boolean {
  const { low, high } = support(distribution);
  if (low >= domain.low && high <= domain.high) return true;
  const bounds = [
    ...(low < domain.low ? [`low: ${domain.low}`] : []),
    ...(high > domain.high ? [`high: ${domain.high}`] : []),
  ];
  const scale = perCentOf(distribution, domain);
  const mend = `; truncate it: { kind: 'truncated', of: ..., ${bounds.join(', ')} }`;
  const range = `[${renderEnd(low)}, ${renderEnd(high)}]`;
  found.report(
    'domain',
    path,
    `its values lie in ${range}, which leaves ${renderDomain(domain)}: it must be ${domain.noun}${scale === '' ? mend : scale}`,
    { received: range, expected: renderDomain(domain) },
  );
  return false;
}

/** The smallest and largest value that a draw can take: finite, below the guard, and off the ends that are excluded. */
function checkReach(distribution: Distribution, path: string, domain: Domain, found: IssueList): void {
  const quantile = prepareQuantile(distribution);
  for (const value of [quantile(SMALLEST_UNIFORM), quantile(LARGEST_UNIFORM)]) {
    if (!Number.isFinite(value) || Math.abs(value) > domain.largest) {
      found.report(
        'size',
        path,
        `draws as extreme as ${value} are possible: at most ${domain.largest} can be computed with; a smaller sd or a truncation helps`,
      );
      return;
    }
    if (!isWithin(value, domain)) {
      found.report(
        'domain',
        path,
        `a draw can be ${value}, which is outside ${renderDomain(domain)}: it must be ${domain.noun}; truncate it`,
        { received: String(value), expected: renderDomain(domain) },
      );
      return;
    }
  }
}

function checkAnnotations(distribution: Distribution, path: string, found: IssueList): void {
  const { factors, sharedAs } = distribution;
  if (factors !== undefined && sharedAs !== undefined) {
    found.report('conflict', path, '`sharedAs` and `factors` exclude each other');
  }
  if (factors !== undefined) {
    const squares = Object.values(factors).reduce((sum, loading) => sum + loading * loading, 0);
    if (squares > 1 + 1e-12) {
      found.report(
        'domain',
        `${path}.factors`,
        `the squares of the loadings sum to ${Number(squares.toPrecision(6))}; they must not exceed 1`,
      );
    }
  }
}

/** What is too large about a distribution, or null. */
function sizeIssue(distribution: Distribution): string | null {
  if (depth(distribution) > DEEPEST) return `distributions are nested deeper than ${DEEPEST} levels`;
  if (count(distribution) > MOST_PARTS) return `is made of more than ${MOST_PARTS} distributions`;
  const largest = largestNumber(distribution);
  return largest > LARGEST_PARAMETER ? `has a parameter of ${largest}: at most ${LARGEST_PARAMETER}` : null;
}

function partsOf(distribution: Distribution): readonly Distribution[] {
  if (distribution.kind === 'truncated') return [distribution.of];
  return distribution.kind === 'mixture' ? distribution.of.map((part) => part.distribution) : [];
}

function depth(distribution: Distribution): number {
  return 1 + partsOf(distribution).reduce((deepest, part) => Math.max(deepest, depth(part)), 0);
}

function count(distribution: Distribution): number {
  return partsOf(distribution).reduce((sum, part) => sum + count(part), 1);
}

/** Largest magnitude among all numbers of a distribution. */
function largestNumber(value: unknown): number {
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((most, entry) => Math.max(most, largestNumber(entry)), 0);
}

function renderEnd(end: number): string {
  return end === Infinity ? 'infinity' : end === -Infinity ? '-infinity' : String(end);
}

/** `; did you mean 0.35?` where a share looks like per cent. */
function perCent(value: number, domain: Domain): string {
  const share = Number((value / 100).toPrecision(12));
  const likely = domain.high === 1 && value > 1 && value <= 100 && isWithin(share, domain);
  return likely ? `; did you mean ${share}?` : '';
}

/** The same for a distribution, by the first of its parameters that looks like per cent. */
function perCentOf(distribution: Distribution, domain: Domain): string {
  if (distribution.kind === 'truncated') return perCentOf(distribution.of, domain);
  const parameters = ['mean', 'mode', 'high', 'value'] as const;
  for (const key of parameters) {
    const value: unknown = Reflect.get(distribution, key);
    const hint = typeof value === 'number' ? perCent(value, domain) : '';
    if (hint !== '') return hint.replace('mean ', `mean a ${key === 'high' ? 'high end' : key} of `);
  }
  return '';
}
