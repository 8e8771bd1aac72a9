import type { KernelCost, QuantileCost } from '../parts.ts';
import type { Spread } from '../timing.ts';
import { digits, ns, show, table, us } from './format.ts';

interface Parts {
  /** By the scenario that the flows are of. */
  readonly kernels: Readonly<Record<string, readonly KernelCost[]>>;
  readonly uniforms: Spread;
  readonly quantiles: readonly QuantileCost[];
}

export function renderParts({ kernels, uniforms, quantiles }: Parts): string {
  return `## Pieces alone

The loop over days, which flows take that have no closed form: one draw of one flow over 24 months, its inputs drawn beforehand.

${table(
  ['flow', 'µs'],
  Object.entries(kernels).flatMap(([scenario, costs]) =>
    costs.map(({ flow, draw }) => [`\`${scenario}\`, ${flow}`, show(draw, us)]),
  ),
)}

Random words of 32 bits (Philox 4x32-10; a uniform takes two), without WebAssembly: ${digits(1e-6 / uniforms.median)} million a second, ${show(uniforms, ns)} ns
each.

The inverse distribution function as such, one call at a random point; a run reads most from tables.

${table(
  ['family', 'ns'],
  quantiles.map(({ kind, call }) => [kind, show(call, ns)]),
)}`;
}
