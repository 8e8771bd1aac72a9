// The rooms behind the public API that are measured piece by piece; bundled by bundle.ts.
export { instantiateLoops } from '../src/blocks/webassembly.ts';
export { prepareQuantile } from '../src/distributions/quantile.ts';
export { monthCells } from '../src/engine/cells.ts';
export { createFlowKernel } from '../src/engine/kernel.ts';
export { planRun } from '../src/engine/plan.ts';
export { sampleInputs } from '../src/engine/sample-inputs.ts';
export { simulate } from '../src/engine/simulate.ts';
export { project } from '../src/projections/project.ts';
export { keyFromSeed } from '../src/random/key.ts';
export { streamOf } from '../src/random/stream.ts';
export { fillUniforms } from '../src/random/uniform.ts';
export { parseScenario } from '../src/scenario/parse-scenario.ts';
export { resolveScenario } from '../src/scenario/resolve.ts';
