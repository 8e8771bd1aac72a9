import type { Quantity } from '../distributions/types.ts';
import type { IssueList } from './issue-list.ts';
import { renderValue } from './render-value.ts';
import type { Correlation } from './types.ts';

/**
 * What must hold of well-shaped correlation matrices; `quantities` are all of the scenario's by name, or null where they
 * are not known for certain. Whether a matrix is positive semidefinite is asked, and mended, where it is used.
 */
export function checkCorrelations(
  correlations: readonly (Correlation | undefined)[],
  quantities: ReadonlyMap<string, Quantity> | null,
  found: IssueList,
): void {
  const members = new Map<string, string>();
  correlations.forEach((correlation, index) => {
    if (correlation === undefined || found.isFull) return;
    const path = `correlations[${index}]`;
    checkMatrix(correlation, path, found);
    correlation.among.forEach((name, position) => {
      const place = `${path}.among[${position}]`;
      const earlier = members.get(name);
      if (earlier !== undefined) {
        found.report('duplicate', place, `${renderValue(name)} stands at ${earlier} already`);
        return;
      }
      members.set(name, place);
      if (quantities !== null) checkMember(name, place, quantities, found);
    });
  });
}

function checkMember(
  name: string,
  path: string,
  quantities: ReadonlyMap<string, Quantity>,
  found: IssueList,
): void {
  const quantity = quantities.get(name);
  if (quantity === undefined) {
    const message = `no quantity has the name ${renderValue(name)}${found.suggest(name, quantities.keys())}`;
    found.report('unknown-name', path, message, { received: renderValue(name) });
  } else if (typeof quantity === 'number' || quantity.kind === 'constant') {
    found.report(
      'unknown-name',
      path,
      `${renderValue(name)} is a number; only uncertain quantities correlate`,
    );
  } else if (quantity.sharedAs !== undefined || quantity.factors !== undefined) {
    const key = quantity.sharedAs === undefined ? 'factors' : 'sharedAs';
    found.report(
      'conflict',
      path,
      `${renderValue(name)} has \`${key}\`, which excludes a correlation matrix`,
    );
  }
}

function checkMatrix({ among, matrix }: Correlation, path: string, found: IssueList): void {
  const size = among.length;
  const lengths = [matrix.length, ...matrix.map((row) => row.length)];
  const wrong = lengths.find((length) => length !== size);
  if (wrong !== undefined) {
    const message = `must have ${size} rows of ${size} numbers, as many as there are names in \`among\``;
    found.report('length', `${path}.matrix`, message, { received: String(wrong), expected: String(size) });
    return;
  }
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      const place = `${path}.matrix[${i}][${j}]`;
      if (i === j && value !== 1) {
        found.report('domain', place, `${value} stands on the diagonal, where 1 must stand`, {
          expected: '1',
        });
      } else if (value < -1 || value > 1) {
        found.report('domain', place, `${value} is outside [-1, 1]: it must be a correlation`);
      } else if (j < i && value !== matrix[j]![i]!) {
        found.report(
          'domain',
          place,
          `${value} differs from ${matrix[j]![i]!} at [${j}][${i}]; it must be symmetric`,
        );
      }
    });
  });
}
