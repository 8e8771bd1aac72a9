import { expect, it } from 'vitest';
import {
  projectArrivals,
  projectCancellations,
  projectRevenue,
} from '../../../src/projections/named-projections.ts';
import { project } from '../../../src/projections/project.ts';
import { runOf } from './runs.ts';

const run = runOf();

it('are project with the measure filled in', () => {
  expect(projectArrivals({ run, by: 'month' })).toEqual(project({ run, measure: 'arrivals', by: 'month' }));
  expect(projectRevenue({ run, by: ['month', 'flow'] })).toEqual(
    project({ run, measure: 'revenue', by: ['month', 'flow'] }),
  );
  expect(projectCancellations({ run, by: 'week', dated: 'made' })).toEqual(
    project({ run, measure: 'cancellations', by: 'week', dated: 'made' }),
  );
});

it('take the other measures of their kind', () => {
  expect(projectArrivals({ run, measure: 'notBooked' })).toEqual(project({ run, measure: 'notBooked' }));
  expect(projectRevenue({ run, measure: 'revenueLostNet' })).toEqual(
    project({ run, measure: 'revenueLostNet' }),
  );
  expect(projectCancellations({ run, measure: 'cancellationsLater' }).dated).toBe('made');
});

it('refuse those of another kind', () => {
  expect(() => projectRevenue({ run, measure: 'arrivals' as never })).toThrow(
    'measure: expected a measure for projectRevenue, received "arrivals"; there is "revenue", "revenueBaseline"',
  );
  expect(() => projectCancellations({ run, measure: 'bookingsOnHand' as never })).toThrow(RangeError);
  expect(() => projectArrivals({ run, measure: 'revenue' as never })).toThrow(RangeError);
  expect(() => projectArrivals({ run, months: { from: '2025-11', count: 1 }, year: 1 } as never)).toThrow(
    'projectArrivals: option: expected one that it knows, received "year"',
  );
});
