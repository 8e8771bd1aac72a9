import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with `N passed, N failed` alone on a line, the form that scripts read.
 *
 * Failed are the tests that failed, and whatever else went wrong: a file that could not be loaded, a hook that
 * threw (its tests are skipped, not failed), an error that nobody caught.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
      for (const suite of [module, ...module.children.allSuites()]) failed += suite.errors().length;
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
