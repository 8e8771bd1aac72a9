import type { PlannedInput } from '../engine/inputs.ts';
import { wholeWindow } from '../engine/kept.ts';
import { layOut } from '../engine/layout.ts';
import { fillPanels } from '../engine/panel.ts';
import type { Plan } from '../engine/plan.ts';
import { termsOf } from '../engine/terms.ts';
import { fillStream } from '../random/fill-stream.ts';
import { sobolDimensions } from '../random/sobol.ts';
import { type Stream, streamAddress } from '../random/stream.ts';
import type { ResolvedScenario } from '../scenario/resolved.ts';
import { rankCorrelation } from '../statistics/correlation.ts';
import { spreadDraws } from './spread-draws.ts';

/** Draws of the trial. */
const TRIAL = 512;

/**
 * The plan, with a dimension of the joint sequence for each stream. Low dimensions are spread
 * best together, so the streams that matter most come first: by the squared rank correlations of their uniforms with the
 * revenue lost and the revenue of the whole horizon in 512 draws of the padded design. Streams beyond the last dimension
 * have none and are padded.
 */
export function planDimensions(plan: Plan, scenario: ResolvedScenario): Plan {
  const { lo, hi } = plan.key;
  const paddedKey = { lo, hi, design: 'sobol' } as const;
  const padded: Plan = { ...plan, key: spreadDraws({ lo, hi }, 'sobol') };
  const layout = layOut(scenario, plan, ['total'], wholeWindow(scenario));
  const outcomes = fillPanels(
    padded,
    (['revenueLost', 'revenue'] as const).map((measure) => ({
      layout,
      terms: termsOf(measure, 'travel'),
      stock: false,
      cumulative: false,
    })),
    0,
    TRIAL,
  );
  const streams = new Map(plan.inputs.flatMap(streamsOf).map((stream) => [streamAddress(stream), stream]));
  const uniforms = new Float64Array(TRIAL);
  const ranked = Array.from(streams, ([address, stream]) => {
    fillStream(paddedKey, stream, 0, TRIAL, uniforms);
    const explained = outcomes.reduce((sum, outcome) => sum + square(rankCorrelation(uniforms, outcome)), 0);
    return { address, explained };
  }).sort((a, b) => b.explained - a.explained || (a.address < b.address ? -1 : 1));
  const dimensions = new Map(ranked.slice(0, sobolDimensions).map(({ address }, d) => [address, d]));
  return { ...plan, key: spreadDraws({ lo, hi }, 'sobol-joint', dimensions) };
}

function streamsOf({ source }: PlannedInput): readonly Stream[] {
  if (source.kind === 'constant') return [];
  return source.kind === 'stream' ? [source.stream] : source.parts.map(({ stream }) => stream);
}

/** Of a correlation with a constant, which is not a number, 0. */
function square(correlation: number): number {
  return Number.isNaN(correlation) ? 0 : correlation * correlation;
}
