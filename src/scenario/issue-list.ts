import type { Issue, IssueCode } from '../errors.ts';
import { suggestion } from './nearest-name.ts';

/** Most issues that are listed; nobody reads more, and a hostile value could hold millions. */
export const MOST_ISSUES = 1000;

/** Most names for which the one that was probably meant is looked for among all others. */
const MOST_SUGGESTIONS = 50;

/** Issues and warnings as they are found. */
export class IssueList {
  readonly issues: Issue[] = [];
  readonly warnings: Issue[] = [];
  private suggestions = 0;

  /** No more issues are listed: long searches may stop. */
  get isFull(): boolean {
    return this.issues.length > MOST_ISSUES;
  }

  add(issue: Issue): void {
    if (this.isFull) return;
    if (this.issues.length < MOST_ISSUES) this.issues.push(issue);
    else {
      this.issues.push({
        code: 'size',
        path: '',
        message: `more than ${MOST_ISSUES} issues; the rest is left out`,
      });
    }
  }

  report(
    code: IssueCode,
    path: string,
    message: string,
    more: Pick<Issue, 'received' | 'expected'> = {},
  ): void {
    this.add({ code, path, message, ...more });
  }

  /** `; did you mean "CHN"?`, or nothing. */
  suggest(name: string, known: Iterable<string>): string {
    this.suggestions += 1;
    return this.suggestions > MOST_SUGGESTIONS ? '' : suggestion(name, known);
  }

  warn(code: IssueCode, path: string, message: string): void {
    if (this.warnings.length < MOST_ISSUES) this.warnings.push({ code, path, message });
  }
}
