import type { Issue, IssueCode } from '../errors.ts';

/** Most issues that are listed; nobody reads more, and a hostile value could hold millions. */
export const MOST_ISSUES = 1000;

/** Issues and warnings as they are found. */
export class IssueList {
  readonly issues: Issue[] = [];
  readonly warnings: Issue[] = [];

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

  warn(code: IssueCode, path: string, message: string): void {
    if (this.warnings.length < MOST_ISSUES) this.warnings.push({ code, path, message });
  }
}
