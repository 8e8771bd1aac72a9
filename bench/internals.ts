// The rooms behind the public API that are measured piece by piece; bundled by bundle.ts.
export { lawOf } from '../src/distributions/families.ts';
export { prepareQuantile } from '../src/distributions/quantile.ts';
export type { Distribution } from '../src/distributions/types.ts';
export { runChunk } from '../src/engine/chunk.ts';
export { sampleInputs } from '../src/engine/inputs.ts';
export { keptPanels } from '../src/engine/kept.ts';
export { createFlowKernel } from '../src/engine/kernel.ts';
export { monthCells } from '../src/engine/cells.ts';
export { type Plan, planRun } from '../src/engine/plan.ts';
export { simulate } from '../src/engine/simulate.ts';
export { projectAs as project } from '../src/projections/project.ts';
export { keyFromSeed } from '../src/random/key.ts';
export { streamOf } from '../src/random/stream.ts';
export { fillUniforms } from '../src/random/uniform.ts';
export { parseScenario } from '../src/scenario/parse-scenario.ts';
export { resolveScenario } from '../src/scenario/resolve.ts';
