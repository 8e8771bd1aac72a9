import { ScenarioError } from '../errors.ts';
import { checkScenario } from './check-scenario.ts';
import type { Scenario } from './types.ts';

/**
 * The scenario, checked and copied. Takes a value, not text: for a file, `parseScenario(JSON.parse(text))`.
 *
 * @throws ScenarioError with everything that is wrong; `checkScenario` returns it instead.
 */
export function parseScenario(value: unknown): Scenario {
  const result = checkScenario(value);
  if (!result.ok) throw new ScenarioError(result.issues);
  return result.scenario;
}
