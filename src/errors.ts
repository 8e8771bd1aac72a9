/**
 * One thing that is wrong with a scenario, or worth knowing about it.
 *
 * `path` is the place in the scenario, as one would write it in code: `flows[0].leadTime`.
 * `message` says what is wrong and what to do, without the path.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly path: string;
  readonly message: string;
  /** What stood there, where it fits on a line. */
  readonly received?: string;
  /** What would be accepted, where that can be said. */
  readonly expected?: string;
}

export type IssueCode =
  /** wrong JSON type, or not one of the allowed kinds */
  | 'type'
  /** a key that the schema does not know */
  | 'unknown-key'
  /** a required key that is missing */
  | 'missing'
  /** a number or a distribution outside the domain of the input */
  | 'domain'
  /** not a date, a month, a currency code, an identifier */
  | 'format'
  /** two things with one name */
  | 'duplicate'
  /** a name that points at nothing */
  | 'unknown-name'
  /** parts that must sum to one, and do not */
  | 'sum'
  /** arrays whose lengths do not fit each other or the calendar */
  | 'length'
  /** parameters of a distribution that contradict each other */
  | 'parameters'
  /** entries that exclude each other */
  | 'conflict'
  /** too large to be computed: guards against runs that would not end */
  | 'size'
  /** warning: a matrix that is no correlation matrix was replaced by the nearest one */
  | 'nearest-correlation'
  /** warning: the precision asked for was not reached in the draws allowed */
  | 'precision'
  /** warning: accepted, but without effect */
  | 'no-effect';

/** `flows[0].leadTime: weights sum to 0.97; they must sum to 1` */
export function renderIssue(issue: Issue): string {
  return issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`;
}

/** Thrown by the throwing doors (`parseScenario`, `simulate`, ...) with every issue found. */
export class ScenarioError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(renderIssue).join('\n'));
    this.name = 'ScenarioError';
    this.issues = issues;
  }
}
