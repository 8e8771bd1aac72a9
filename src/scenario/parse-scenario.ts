import { ScenarioError } from '../errors.ts';
import { type CheckOptions, checkScenario } from './check-scenario.ts';
import type { Scenario } from './types.ts';

/**
 * The scenario, checked and copied; options as of `checkScenario`. Takes a value, not text: for a file, `parseScenario(JSON.parse(text))`.
 *
 * @throws ScenarioError with everything that is wrong; `checkScenario` returns it instead.
 */
export function parseScenario(value: unknown, options: CheckOptions = {}): Scenario {
  const result = checkScenario(value, options);
  if (!result.ok) throw new ScenarioError(result.issues);
  return result.scenario;
}
