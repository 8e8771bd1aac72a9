import { medianInputs, sampleInputs } from './sample-inputs.ts';
import type { Run } from './types.ts';

/** The values of one input in every draw of a run. */
export function drawInput({ plan, draws, sampling }: Run, slot: number): Float64Array {
  const input = [plan.inputs[slot]!];
  const values = new Float64Array(draws);
  const sampler = sampling.kind === 'median' ? medianInputs(input) : sampleInputs(input, plan.key);
  sampler(0, draws, values, draws);
  return values;
}
